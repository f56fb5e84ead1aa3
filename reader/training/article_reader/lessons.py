"""What the article reader learns from: openings as it reads them, and what we marked in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.analysis.corrective.features import Row
from reader.analysis.corrective.links import Context, candidates
from reader.analysis.corrective.whole_article import table
from reader.training.corrections.articles import BORDERLINE, Read
from reader.training.corrections.linking import link_rows, right_places

Floats = npt.NDArray[np.float32]

# the share of careful readers that would mark a sentence that we marked, were not sure of, called
# borderline, left out: a network that is told to be certain learns single sentences by heart
_SURE, _UNSURE, _BORDERLINE, _NOTHING = 0.9, 0.6, 0.25, 0.02


@dataclass(frozen=True, slots=True)
class LinkLesson:
    """A corrective sentence and the places where the claim that it answers may be.

    Attributes:
        sentence: its number.
        places: the numbers of the sentences in reach.
        pairs: (places, k) the features of the sentence and each place.
        right: (places,) which of them report the claim.
    """

    sentence: int
    places: range
    pairs: Floats
    right: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lesson:
    """An opening of n sentences.

    Attributes:
        fold: 1 to 4.
        vectors: (n, d) the encoder's.
        features: (n, k).
        corrective: (n,) the share of careful readers that would mark the sentence.
        disputed: (n,) whether somebody else denies a claim in it.
        kinds: (n,) 0 label, 1 rebuttal, 2 notice, -1 for what is not corrective.
        links: of the corrective sentences whose claim is in reach.
    """

    fold: int
    vectors: Floats
    features: Floats
    corrective: Floats
    disputed: Floats
    kinds: npt.NDArray[np.int64]
    links: Sequence[LinkLesson]


def lesson_of(
    read: Read,
    vectors: Floats,
    rows: Sequence[Row],
    columns: Mapping[str, int],
    pairs: Mapping[str, int],
) -> Lesson:
    """Return an opening as a lesson.

    Args:
        read: the opening and what we marked in it.
        vectors: the encoder's, a row per sentence.
        rows: the features of every sentence.
        columns: which column of the table each of them is.
        pairs: the same for the features of a sentence and the place of its claim.
    """
    return Lesson(
        read.fold,
        vectors,
        table(rows, len(rows), columns),
        _targets(read),
        np.array(read.disputed, np.float32),
        np.array(read.kinds, np.int64),
        _links(read, pairs),
    )


def _targets(read: Read) -> Floats:
    sure = np.array(read.weights) == 1
    marked = np.where(sure, _SURE, _UNSURE)
    left = np.where(np.array(read.weights) == BORDERLINE, _BORDERLINE, _NOTHING)
    return np.where(np.array(read.corrective, bool), marked, left).astype(np.float32)


def _links(read: Read, pairs: Mapping[str, int]) -> list[LinkLesson]:
    # what a place is itself, the network knows better
    context = Context(read.evidence, read.memory, [0.0] * len(read.evidence))
    found = []
    for number, rows in link_rows(read, context):
        places = candidates(context, number)
        right = right_places(read, number, places)
        if right.any():
            found.append(LinkLesson(number, places, table(rows, len(rows), pairs), right))
    return found
