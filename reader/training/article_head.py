"""The part of the model that reads a whole article, a vector per sentence."""

import torch
from torch import Tensor, nn
from torch.nn import functional

SENTENCE_FEATURES = 6
FURTHEST = 24
"""Distances in sentences beyond this one count as this one."""


class ArticleHead(nn.Module):
    """A small transformer over the sentences of an article.

    Says for each sentence whether it is corrective, disputes a claim, which type it has, and which
    sentence reports the claim that it answers.
    """

    def __init__(
        self, vector: int, width: int = 256, layers: int = 2, dropout: float = 0.2
    ) -> None:
        super().__init__()
        self.width, self.heads = width, 4
        self.enter = nn.Linear(vector + SENTENCE_FEATURES, width)
        self.layers = nn.ModuleList(_Layer(width, self.heads, dropout) for _ in range(layers))
        self.distance = nn.Embedding(2 * FURTHEST + 1, self.heads)
        self.norm = nn.LayerNorm(width)
        self.sentence = nn.Linear(width, 5)
        self.ask = nn.Linear(width, width)
        self.answer = nn.Linear(width, width)
        self.link_distance = nn.Embedding(2 * FURTHEST + 1, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, vectors: Tensor, features: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Map (batch, sentences, ·) to sentence outputs and link scores.

        Returns:
            (batch, sentences, 5): the logits corrective, disputed, label, rebuttal, notice.
            (batch, sentences, sentences): how well the second reports what the first answers.
        """
        hidden = self.enter(torch.cat([self.dropout(vectors), features], dim=-1))
        places = torch.arange(vectors.shape[1], device=vectors.device)
        apart = (places[None] - places[:, None]).clamp(-FURTHEST, FURTHEST) + FURTHEST
        bias = self.distance(apart).permute(2, 0, 1)[None]
        bias = bias.masked_fill(~present[:, None, None, :], -1e4)
        for layer in self.layers:
            hidden = layer(hidden, bias)
        hidden = self.norm(hidden)
        links = self.ask(hidden) @ self.answer(hidden).transpose(1, 2) * self.width**-0.5
        links = links + self.link_distance(apart)[None, ..., 0]
        return self.sentence(hidden), links.masked_fill(~present[:, None, :], -1e4)


class _Layer(nn.Module):
    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.norm_attention, self.norm_feed = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        batch, count, width = hidden.shape
        query, key, value = (
            part.view(batch, count, self.heads, -1).transpose(1, 2)
            for part in self.qkv(self.norm_attention(hidden)).chunk(3, dim=-1)
        )
        weights = torch.softmax(
            query @ key.transpose(2, 3) * (width // self.heads) ** -0.5 + bias, dim=-1
        )
        mixed = (weights @ value).transpose(1, 2).reshape(batch, count, width)
        hidden = hidden + self.dropout(self.out(mixed))
        fed = self.down(functional.relu(self.up(self.norm_feed(hidden))))
        return hidden + self.dropout(fed)
