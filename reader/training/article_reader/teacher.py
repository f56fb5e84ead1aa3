"""The teacher: a pre-trained network that reads a block of an article, piece by piece.

It is too slow to ship: it marks articles that nobody has read, and what ships learns from those.
"""

from collections.abc import Iterator, Mapping, Sequence

import torch
from torch import Tensor, nn

from reader.analysis.reading import LINKS_AHEAD, LINKS_BACK
from reader.training.article_reader.blocks import LONGEST_BLOCK, Batch, Block
from reader.training.article_reader.texts import VOICES
from reader.training.pretrained import copy, start_layer
from reader.training.student import SHAPES, Layer, StudentShape

_SHAPE = StudentShape(layers=tuple(range(6)), feed_forward=1536)
WIDTH = _SHAPE.hidden
OUTPUTS = 6
"""Corrective, disputed, label, rebuttal, notice, contested (a claim here is answered)."""
_DROPOUT, _ABSENT = 0.1, -1e4


class Teacher(nn.Module):
    """All layers of the base model, heads for sentences, a pointer to the claims they answer."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(_SHAPE.vocabulary, WIDTH)
        self.places = nn.Embedding(LONGEST_BLOCK + 2, WIDTH)
        self.shapes, self.voices = nn.Embedding(SHAPES, WIDTH), nn.Embedding(VOICES, WIDTH)
        self.claimed = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(_DROPOUT)
        self.layers = nn.ModuleList(Layer(_SHAPE, _DROPOUT) for _ in _SHAPE.layers)
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
        copy(self.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            start_layer(layer, weights, number)
        self.words.weight.requires_grad_(requires_grad=False)


def _by_sentence(hidden: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return the mean and the highest states of each sentence."""
    states, sentence = hidden.reshape(-1, WIDTH), batch.sentence.reshape(-1)
    count = batch.sentences + 1
    sums = torch.zeros(count, WIDTH).index_add(0, sentence, states)
    pieces = torch.bincount(sentence, minlength=count).clamp(min=1)
    highest = torch.full((count, WIDTH), _ABSENT).index_reduce(0, sentence, states, "amax")
    return (sums / pieces[:, None])[:-1], highest[:-1]
