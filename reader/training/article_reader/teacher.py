"""The teacher: a pre-trained network that reads a block of an article, piece by piece.

It is too slow to ship: it marks articles that nobody has read, and what ships learns from those.
"""

from collections.abc import Iterator, Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.analysis.reading import LINKS_AHEAD, LINKS_BACK
from reader.training.article_reader.blocks import LONGEST_BLOCK, Batch, Block
from reader.training.article_reader.texts import VOICES
from reader.training.student import SHAPES

WIDTH, _FEED_FORWARD, _HEADS, _LAYERS, _WORDS = 384, 1536, 12, 6, 30522
OUTPUTS = 6
"""Corrective, disputed, label, rebuttal, notice, contested (a claim here is answered)."""
_DROPOUT, _ABSENT = 0.1, -1e4


class Teacher(nn.Module):
    """All layers of the base model, heads for sentences, a pointer to the claims they answer."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(_WORDS, WIDTH)
        self.places = nn.Embedding(LONGEST_BLOCK + 2, WIDTH)
        self.shapes, self.voices = nn.Embedding(SHAPES, WIDTH), nn.Embedding(VOICES, WIDTH)
        self.claimed = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(_DROPOUT)
        self.layers = nn.ModuleList(_Layer() for _ in range(_LAYERS))
        self.sentences = nn.Linear(2 * WIDTH, OUTPUTS)
        self.ask, self.answer = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.distance = nn.Embedding(LINKS_BACK + LINKS_AHEAD + 1, 1)
        self.added = [self.shapes, self.voices, self.claimed, self.distance]
        for one in self.added:
            nn.init.zeros_(one.weight)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Return scores (sentences, OUTPUTS) and the mean states (sentences, WIDTH)."""
        places = torch.arange(batch.ids.shape[1])
        hidden = self.words(batch.ids) + self.places(places)[None] + self.shapes(batch.shapes)
        hidden = hidden + self.voices(batch.voices) + self.claimed(batch.claimed)
        hidden = self.dropout(self.norm(hidden))
        present = (places[None] < batch.lengths[:, None])[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, present)
        means, highest = _by_sentence(hidden, batch)
        return self.sentences(self.dropout(torch.cat([means, highest], -1))), means

    def links(
        self, means: Tensor, batch: Batch, blocks: Sequence[Block]
    ) -> Iterator[tuple[Block, int, range, Tensor]]:
        """Yield block, sentence and candidates for the corrective sentences, with their scores."""
        asked, answered = self.ask(means), self.answer(means)
        for block, start in zip(blocks, batch.starts, strict=True):
            for number in block.own:
                if not block.text.answers[number]:
                    continue
                first = max(block.sentences.start, number - LINKS_BACK)
                reach = range(first, min(block.sentences.stop, number + LINKS_AHEAD + 1))
                at = start - block.sentences.start
                scores = answered[at + reach.start : at + reach.stop] @ asked[at + number]
                apart = torch.tensor([number - place + LINKS_AHEAD for place in reach])
                yield block, number, reach, scores / WIDTH**0.5 + self.distance(apart)[:, 0]

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take over the base model; its word embeddings stay as they are."""
        places = weights["embeddings.position_embeddings.weight"]
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(places + weights["embeddings.token_type_embeddings.weight"][0])
        _copy(self.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            for part, name in layer.named_parts:
                _copy(part, weights, f"encoder.layer.{number}.{name}")
        self.words.weight.requires_grad_(requires_grad=False)


class _Layer(nn.Module):
    """A post-norm transformer layer with a GELU."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.value, self.out = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, _FEED_FORWARD), nn.Linear(_FEED_FORWARD, WIDTH)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(_DROPOUT)

    @property
    def named_parts(self) -> Sequence[tuple[nn.Module, str]]:
        """The parts and their names in the base model."""
        return (
            (self.query, "attention.self.query"),
            (self.key, "attention.self.key"),
            (self.value, "attention.self.value"),
            (self.out, "attention.output.dense"),
            (self.norm_attention, "attention.output.LayerNorm"),
            (self.up, "intermediate.dense"),
            (self.down, "output.dense"),
            (self.norm_output, "output.LayerNorm"),
        )

    def forward(self, hidden: Tensor, present: Tensor) -> Tensor:
        query, key, value = (
            part(hidden).unflatten(-1, (_HEADS, -1)).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=present)
        mixed = self.out(mixed.transpose(1, 2).flatten(2))
        hidden = self.norm_attention(hidden + self.dropout(mixed))
        fed = self.down(functional.gelu(self.up(hidden)))
        renewed: Tensor = self.norm_output(hidden + self.dropout(fed))
        return renewed


def _by_sentence(hidden: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return the mean and the highest states of each sentence."""
    states, sentence = hidden.reshape(-1, WIDTH), batch.sentence.reshape(-1)
    count = batch.sentences + 1
    sums = torch.zeros(count, WIDTH).index_add(0, sentence, states)
    pieces = torch.bincount(sentence, minlength=count).clamp(min=1)
    highest = torch.full((count, WIDTH), _ABSENT).index_reduce(0, sentence, states, "amax")
    return (sums / pieces[:, None])[:-1], highest[:-1]


def _copy(part: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    with torch.no_grad():
        for kind in ("weight", "bias"):
            getattr(part, kind).copy_(weights[f"{name}.{kind}"])
