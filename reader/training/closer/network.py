"""The layers that read a sentence together with a few others, for training and for export."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.analysis.encoder.close_reading import Role

WIDTH, FEED_FORWARD, HEADS = 384, 768, 12
BASE_LAYERS = (4, 5)
"""The layers of the base model that the two start from; the encoder has those below."""
_DROPOUT = 0.1


class CloseNetwork(nn.Module):
    """Two layers in which the sentence itself looks at the pieces of its line.

    The others stay as the encoder left them: to renew them too takes twice the time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.roles = nn.Embedding(len(Role), WIDTH)
        nn.init.zeros_(self.roles.weight)
        self.layers = nn.ModuleList(_Layer() for _ in BASE_LAYERS)
        self.dropout = nn.Dropout(_DROPOUT)
        self.score = nn.Linear(2 * WIDTH, 1)

    def forward(self, itself: Tensor, others: Tensor, roles: Tensor, present: Tensor) -> Tensor:
        """Map padded lines to scores (lines,): how well the sentence answers the claim.

        Args:
            itself: (lines, most pieces of the sentence itself, WIDTH).
            others: (lines, most pieces of all others, WIDTH).
            roles: (lines, most pieces of all others), 0 where there is none.
            present: (lines, both), where there is a piece.
        """
        hidden, others = itself + self.roles.weight[0], others + self.roles(roles)
        for layer in self.layers:
            hidden = layer(hidden, torch.cat([hidden, others], dim=1), present[:, None, None, :])
        hidden = hidden.float()
        absent = ~present[:, : itself.shape[1], None]
        mean = hidden.masked_fill(absent, 0).sum(1) / (~absent).sum(1).clamp(min=1)
        highest = hidden.masked_fill(absent, -1e4).amax(1)
        scores: Tensor = self.score(self.dropout(torch.cat([mean, highest], dim=-1)))
        return scores[:, 0]

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take over BASE_LAYERS of the base model, the strongest parts of their inner layer."""
        for layer, number in zip(self.layers, BASE_LAYERS, strict=True):
            layer.start_from(weights, f"encoder.layer.{number}.")


class SingleLine(nn.Module):
    """The network for one line without padding, as it is exported."""

    def __init__(self, network: CloseNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, itself: Tensor, others: Tensor, roles: Tensor) -> Tensor:
        """Map (own pieces, WIDTH), (other pieces, WIDTH), (other pieces,) to (1,)."""
        network = self.network
        hidden, others = itself + network.roles.weight[0], others + network.roles(roles)
        for layer in network.layers:
            hidden = layer.single(hidden, torch.cat([hidden, others]))
        score: Tensor = network.score(torch.cat([hidden.mean(0), hidden.amax(0)]))
        return score


class _Layer(nn.Module):
    """A post-norm transformer layer with a GELU whose queries are some of its pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.value, self.out = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, FEED_FORWARD), nn.Linear(FEED_FORWARD, WIDTH)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, asking: Tensor, hidden: Tensor, mask: Tensor) -> Tensor:
        """Map (lines, asking pieces, WIDTH) to the same shape, looking at `hidden`."""
        query, key, value = (
            part.unflatten(-1, (HEADS, -1)).transpose(1, 2)
            for part in (self.query(asking), self.key(hidden), self.value(hidden))
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        return self._feed(asking, mixed.transpose(1, 2).flatten(2))

    def single(self, asking: Tensor, hidden: Tensor) -> Tensor:
        """Do the same for one line of (pieces, WIDTH), written for a lean exported graph."""
        each = WIDTH // HEADS
        query = self.query(asking).reshape(-1, HEADS, each).transpose(0, 1)
        key = self.key(hidden).reshape(-1, HEADS, each).permute(1, 2, 0)
        value = self.value(hidden).reshape(-1, HEADS, each).transpose(0, 1)
        weights = torch.softmax(query @ key * each**-0.5, dim=-1)
        return self._feed(asking, (weights @ value).transpose(0, 1).reshape(-1, WIDTH))

    def _feed(self, asking: Tensor, mixed: Tensor) -> Tensor:
        hidden = self.norm_attention(asking + self.dropout(self.out(mixed)))
        fed = self.down(functional.gelu(self.up(hidden)))
        renewed: Tensor = self.norm_output(hidden + self.dropout(fed))
        return renewed

    def start_from(self, weights: Mapping[str, Tensor], base: str) -> None:
        for part, name in (
            (self.query, "attention.self.query"),
            (self.key, "attention.self.key"),
            (self.value, "attention.self.value"),
            (self.out, "attention.output.dense"),
            (self.norm_attention, "attention.output.LayerNorm"),
            (self.norm_output, "output.LayerNorm"),
        ):
            _set(part.weight, weights[f"{base}{name}.weight"])
            _set(part.bias, weights[f"{base}{name}.bias"])
        up, down = (weights[f"{base}{name}.dense.weight"] for name in ("intermediate", "output"))
        kept = (up.norm(dim=1) * down.norm(dim=0)).topk(FEED_FORWARD).indices
        _set(self.up.weight, up[kept])
        _set(self.up.bias, weights[f"{base}intermediate.dense.bias"][kept])
        _set(self.down.weight, down[:, kept])
        _set(self.down.bias, weights[f"{base}output.dense.bias"])


def _set(parameter: Tensor, value: Tensor) -> None:
    with torch.no_grad():
        parameter.copy_(value.float())
