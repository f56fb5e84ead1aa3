"""The whole network of training: an encoder, its token outputs, sentence outputs, article head."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from reader.training.article_head import ArticleHead
from reader.training.corpus import LONGEST_ARTICLE, Corpus, Windows, alike, pool
from reader.training.student import LONGEST_WINDOW, Encoder


@dataclass
class Outputs:
    """What the network says of some sentences, in their order.

    `tokens` (pieces, 10) and `hidden` (pieces, d) are in the order of `place`, the pieces' indices,
    and of `owner`, the indices of their sentences.
    """

    place: Tensor
    owner: Tensor
    hidden: Tensor
    tokens: Tensor
    vectors: Tensor
    sentence: Tensor


class Network(nn.Module):
    """The encoder with everything around it."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.width
        self.encoder = encoder
        self.sentence = nn.Linear(width, 2)
        self.article = ArticleHead(width)
        self.dropout = nn.Dropout(0.1)

    def read(self, corpus: Corpus, sentences: Sequence[int]) -> Outputs:
        """Encode `sentences` (ascending corpus indices)."""
        chunks = corpus.chunks(sentences, LONGEST_WINDOW)
        parts = [self._encode(corpus.windows(group)) for group in alike(chunks)]
        place, owner, hidden, tokens = (torch.cat(column) for column in zip(*parts, strict=True))
        vectors = pool(hidden, owner, sentences)
        scores = self.sentence(self.dropout(vectors)).float()
        return Outputs(place, owner, hidden, tokens, vectors, scores)

    def _encode(self, windows: Windows) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        hidden, tokens = self.encoder(windows.ids, windows.shapes, windows.present)
        real = windows.place >= 0
        return windows.place[real], windows.sentence[real], hidden[real], tokens[real].float()

    def articles(
        self, corpus: Corpus, units: Sequence[range], outputs: Outputs
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Run the article head over the sentence ranges `units`, which `outputs` was read from.

        Returns:
            Sentence logits (batch, longest, 5), links (batch, longest, longest) and the corpus
            index of each sentence (batch, longest), -1 for padding.
        """
        width = max(map(len, units))
        index = np.full((len(units), width), -1)
        row = np.zeros((len(units), width), int)
        at = 0
        for number, unit in enumerate(units):
            index[number, : len(unit)] = unit
            row[number, : len(unit)] = range(at, at + len(unit))
            at += len(unit)
        where, rows = (torch.as_tensor(a, device=outputs.place.device) for a in (index, row))
        present = where >= 0
        features = corpus.features[where.clamp(min=0)]
        logits, links = self.article(outputs.vectors[rows], features, present)
        return logits, links, where


def stretches_of(sentences: range) -> list[range]:
    """Cut an article into stretches that the article head can take."""
    return [
        range(start, min(start + LONGEST_ARTICLE, sentences.stop))
        for start in range(sentences.start, sentences.stop, LONGEST_ARTICLE)
    ]
