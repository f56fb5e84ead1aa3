"""Articles as the teacher takes them: the pieces of each sentence, and whose words they are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.analysis.encoder.pieces import PieceCutter, Pieces
from reader.model.results import QuoteKind
from reader.training.corrections.articles import BORDERLINE, UNSURE, Read

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

LONGEST_SENTENCE = 96
"""Pieces of a sentence that are read."""
VOICES = 3
"""The writer's words, words inside quotation marks, words in indirect speech."""
_LESS_FOR_UNSURE, _LESS_FOR_BORDERLINE = 0.6, 0.3


@dataclass(frozen=True, slots=True)
class Text:
    """An article of n sentences.

    Attributes:
        fold: its fold.
        pieces: of each sentence (4, at most LONGEST_SENTENCE): numbers, shapes, voices, and whether
            they are part of a claim.
        corrective: (n,) 1 in a corrective passage.
        weights: (n,) how much that counts.
        disputed: (n,) 1 where somebody else calls a claim false.
        kinds: (n,) 0 label, 1 rebuttal, 2 notice, -1 for none.
        answers: the sentences whose claim each one answers.
    """

    fold: int
    pieces: Sequence[Ints]
    corrective: Floats
    weights: Floats
    disputed: Floats
    kinds: Ints
    answers: Sequence[frozenset[int]]

    @property
    def contested(self) -> Floats:
        """(n,) 1 where a claim stands that another sentence, or the same, answers."""
        found = np.zeros(len(self.pieces))
        found[[place for places in self.answers for place in places]] = 1
        return found


def text_of(read: Read, cutter: PieceCutter) -> Text:
    """Return an article as the teacher takes it."""
    document = read.document
    voices, claimed = np.zeros((2, len(document.words)), np.int64)
    for quote in read.quotes:
        inside = document.words_in(quote.span)
        own = voices[inside.start : inside.stop]
        own[:] = 1 if quote.kind is QuoteKind.DIRECT else np.where(own == 1, 1, 2)
    for claim in read.claims:
        inside = document.words_in(claim.span)
        claimed[inside.start : inside.stop] = 1
    cut = [
        _laid_out(pieces, voices, claimed)
        for paragraph in document.paragraphs
        if paragraph.sentences
        for pieces in cutter.cut(document, paragraph)
    ]
    return Text(
        read.fold,
        cut,
        np.array(read.corrective, float),
        np.array(
            [_weight(mark, own) for mark, own in zip(read.corrective, read.weights, strict=True)]
        ),
        np.array(read.disputed, float),
        np.array(read.kinds, np.int64),
        [_places(read, number) for number in range(len(cut))],
    )


def _laid_out(pieces: Pieces, voices: Ints, claimed: Ints) -> Ints:
    words = np.array(pieces.words, np.int64)
    rows = [np.array(pieces.ids), np.array(pieces.shapes), voices[words], claimed[words]]
    return np.stack(rows).astype(np.int64)[:, :LONGEST_SENTENCE]


def _weight(corrective: int, weight: float) -> float:
    if corrective:
        return _LESS_FOR_UNSURE if weight == UNSURE else 1.0
    return _LESS_FOR_BORDERLINE if weight == BORDERLINE else 1.0


def _places(read: Read, number: int) -> frozenset[int]:
    answers = read.answers[number]
    return frozenset(
        place
        for place, sentence in enumerate(read.document.sentences)
        if any(map(sentence.span.overlaps, answers))
    )
