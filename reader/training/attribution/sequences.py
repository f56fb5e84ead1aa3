"""Lays the sentences of the articles out as the field learns from them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from reader.analysis.attribution.boundaries import Class, by_kind, surroundings
from reader.analysis.attribution.decoding import ROLES, evidence, may_hold
from reader.training.attribution.articles import Article
from reader.training.roles import BEGIN, INSIDE

NEVER = -1e4
_TOGETHER = 256

_Row = tuple[npt.NDArray[Any], ...]


@dataclass(frozen=True, slots=True)
class Sequences:
    """Some sentences, for one role, padded to the longest: (sentences, words) and more.

    Attributes:
        evidence: (·, ·, 3) what speaks for O, B and I.
        before: the class of the word before each boundary.
        after: the same of the word behind it.
        chances: (·, ·, 8) the chances of the word before and of the one behind.
        labels: O, B or I.
        present: 1.0 for a word, 0.0 behind the end of a sentence.
    """

    evidence: Tensor
    before: Tensor
    after: Tensor
    chances: Tensor
    labels: Tensor
    present: Tensor


def sequences_of(
    articles: Iterable[Article], classes: Mapping[Class, int], role: str
) -> list[Sequences]:
    """Return the sentences in which the decoder looks for stretches of `role`, by length."""
    rows = [row for article in articles for row in _rows(article, classes, role)]
    rows.sort(key=lambda row: len(row[0]))
    return [_padded(rows[at : at + _TOGETHER]) for at in range(0, len(rows), _TOGETHER)]


def _rows(article: Article, classes: Mapping[Class, int], role: str) -> Iterator[_Row]:
    sentences, layer = article.sentences, ROLES.index(role)
    layers = evidence(article.reading, sentences, article.hints)
    stands = surroundings(
        by_kind(classes), article.document, range(len(sentences)), article.reading, article.in_marks
    )
    labels = np.array(article.labels[role])
    labels[[words.start for words in sentences if labels[words.start] == INSIDE]] = BEGIN
    columns = (
        layers[layer],
        stands.before,
        stands.after,
        np.concatenate([stands.chances_before, stands.chances_after], axis=1),
        labels,
    )
    for words, asked in zip(sentences, may_hold(layers, sentences)[layer], strict=True):
        if asked:
            yield tuple(column[words.start : words.stop] for column in columns)


def _padded(rows: Sequence[_Row]) -> Sequences:
    lengths = torch.tensor([len(row[0]) for row in rows])
    spoken, before, after, chances, labels = (
        nn.utils.rnn.pad_sequence([torch.as_tensor(part) for part in column], batch_first=True)
        for column in zip(*rows, strict=True)
    )
    present = torch.arange(int(lengths.max())) < lengths[:, None]
    spoken[~present] = torch.tensor([0, NEVER, NEVER])
    return Sequences(spoken, before, after, chances, labels, present.float())
