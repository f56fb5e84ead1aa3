"""The network that ships: it reads the sentences of an article, forwards and backwards."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.training.article_reader.teacher import OUTPUTS

_WIDTH, _DROPOUT = 128, 0.3
_HALF, _FARTHEST = 0.5, 2.5
_SHIPPED = (0, 2, 3, 4)
"""Corrective, label, rebuttal, notice; the rest shapes the network in training only."""


class ArticleNetwork(nn.Module):
    """One recurrent layer in each direction over the rows of an article."""

    def __init__(self, vectors: Tensor, features: Tensor) -> None:
        """Take the scale of each column from some (rows, columns) of both."""
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
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, vectors: Tensor, features: Tensor) -> Tensor:
        """Map (articles, sentences, ·) of both to scores (articles, sentences, OUTPUTS)."""
        told = (features * self.scale).clamp(-_FARTHEST, _FARTHEST)
        rows = torch.cat([(vectors - self.mean) / self.spread, told], dim=-1)
        own = functional.gelu(self.enter(self.dropout(rows)))
        around = self.along(own)[0]
        scores: Tensor = self.leave(self.dropout(torch.cat([own, around], dim=-1)))
        return scores


class SingleArticle(nn.Module):
    """The network for one article, as it is exported."""

    def __init__(self, network: ArticleNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, features: Tensor) -> Tensor:
        """Map (sentences, ·) of both to the scores that ship, (sentences, 4)."""
        scores: Tensor = self.network(vectors[None], features[None])[0][:, list(_SHIPPED)]
        return scores


def padded(rows: Sequence[Tensor]) -> Tensor:
    """Return (sentences, ·) tensors as one, padded with zeros to the longest of them."""
    return nn.utils.rnn.pad_sequence(list(rows), batch_first=True)
