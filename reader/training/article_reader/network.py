"""The network that ships: it reads the sentences of an article, forwards and backwards."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

OUTPUTS = 5
"""Corrective, label, rebuttal, notice, disputed; the last shapes the network in training only."""
_SHIPPED = 4

_WIDTH, _DROPOUT = 128, 0.3
_COMPARED, _INNER = 64, 48
_HALF, _FARTHEST = 0.5, 2.5


class ArticleNetwork(nn.Module):
    """One recurrent layer in each direction over the rows of an article, and what looks for claims.

    `forward` gives a row of scores per sentence, and two rows more: what it looks for, should it
    answer a claim, and what there is to find in it, should it report one. `pointer` compares them.
    """

    def __init__(self, vectors: Tensor, features: Tensor, pairs: int) -> None:
        """Take the scale of each column from some (rows, columns) of both.

        Args:
            vectors: the encoder's.
            features: what else is known of a sentence.
            pairs: how many features there are of a sentence and the place of its claim.
        """
        super().__init__()
        self.register_buffer("mean", vectors.mean(0))
        self.register_buffer("spread", vectors.std(0) + 1e-6)
        self.register_buffer("scale", _HALF / (features.std(0) + 1e-6))
        columns = vectors.shape[1] + features.shape[1]
        self.enter = nn.Linear(columns, _WIDTH)
        self.along = nn.GRU(_WIDTH, _WIDTH // 2, batch_first=True, bidirectional=True)
        self.leave = nn.Sequential(
            nn.Linear(2 * _WIDTH, _WIDTH),
            nn.GELU(),
            nn.Dropout(_DROPOUT),
            nn.Linear(_WIDTH, OUTPUTS),
        )
        self.asking = nn.Linear(2 * _WIDTH, _COMPARED)
        self.asked = nn.Linear(2 * _WIDTH, _COMPARED + 1)
        self.pointer = Pointer(pairs)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, vectors: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Map (articles, sentences, ·) of both to scores, `asking` and `asked` of each sentence."""
        told = (features * self.scale).clamp(-_FARTHEST, _FARTHEST)
        rows = torch.cat([(vectors - self.mean) / self.spread, told], dim=-1)
        own = functional.gelu(self.enter(self.dropout(rows)))
        around = self.along(own)[0]
        known = self.dropout(torch.cat([own, around], dim=-1))
        return self.leave(known), self.asking(known), self.asked(known)


class Pointer(nn.Module):
    """Says how well places answer for the claim of a sentence (Vinyals et al. 2015: pointer)."""

    def __init__(self, pairs: int) -> None:
        super().__init__()
        self.plain = nn.Linear(pairs, 1, bias=False)
        self.inner = nn.Linear(_COMPARED + pairs, _INNER)
        self.out = nn.Linear(_INNER, 1)
        nn.init.zeros_(self.out.weight)

    def forward(self, asking: Tensor, asked: Tensor, pairs: Tensor) -> Tensor:
        """Map (_COMPARED,), (places, _COMPARED + 1) and (places, features) to (places,)."""
        alike = asking * asked[:, :_COMPARED]
        inner = functional.gelu(self.inner(torch.cat([alike, pairs], dim=-1)))
        return (self.plain(pairs) + self.out(inner))[:, 0] + asked[:, _COMPARED]


class Together(nn.Module):
    """Several networks over one article; what each compares lies side by side."""

    def __init__(self, networks: Sequence[ArticleNetwork]) -> None:
        super().__init__()
        self.networks = nn.ModuleList(networks)

    def forward(self, vectors: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Map (sentences, ·) of both to the mean scores that ship, `asking` and `asked`."""
        said = [network(vectors[None], features[None]) for network in self.networks]
        scores, asking, asked = zip(*said, strict=True)
        mean = torch.stack([own[0, :, :_SHIPPED] for own in scores]).mean(0)
        return mean, torch.cat(asking, dim=-1)[0], torch.cat(asked, dim=-1)[0]


class PointersTogether(nn.Module):
    """The pointers of the same networks, in the same order."""

    def __init__(self, networks: Sequence[ArticleNetwork]) -> None:
        super().__init__()
        self.pointers = nn.ModuleList(network.pointer for network in networks)

    def forward(self, asking: Tensor, asked: Tensor, pairs: Tensor) -> Tensor:
        """Map what `Together` gave of a sentence and of some places to their mean sums."""
        each = zip(
            self.pointers,
            asking.split(_COMPARED, dim=-1),
            asked.split(_COMPARED + 1, dim=-1),
            strict=True,
        )
        return torch.stack([pointer(*own, pairs) for pointer, *own in each]).mean(0)


def padded(rows: Sequence[Tensor]) -> Tensor:
    """Return (sentences, ·) tensors as one, padded with zeros to the longest of them."""
    return nn.utils.rnn.pad_sequence(list(rows), batch_first=True)
