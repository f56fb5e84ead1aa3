"""What the words at a boundary say of a stretch that begins, ends or goes on there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reader.analysis.attribution.decoding import MOVES, ROLES, Roles, Scores
from reader.analysis.attribution.vocabulary import FOLDER
from reader.lexicon.tables import fault, read_tsv
from reader.resources import resource
from reader.text.document import Document, Word

FILE = f"{FOLDER}/boundaries.tsv"
COLUMNS = ("role", "side", "kind", "name", *MOVES)
SIDES = ("before", "after")
CHANCES = (*ROLES, "marks")
WORD, TAG, CAPITAL, CHANCE = "word", "tag", "Tag", "chance"
START, OTHER = ("start", "sentence"), ("other", "words")

Class = tuple[str, str]
Classes = Mapping[str, Mapping[str, int]]
"""The numbers of the classes of words by kind and name."""


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The weights of boundaries.tsv.

    Attributes:
        classes: the numbers of the classes of words by kind and name.
        weights: (2, classes, 3, 4): what a class before, or after, a boundary is worth to each
            role and each move.
        chances: (2, 4, 3, 4): the same for the chance that the word there is part of a source, a
            cue or a content, or stands in quotation marks.
    """

    classes: Classes
    weights: Scores
    chances: Scores

    def worth(
        self, document: Document, sentences: range, reading: Roles, marked: npt.NDArray[np.bool_]
    ) -> Scores:
        """Return what the moves into each word of `sentences` are worth, (roles, words, moves).

        The rows of `reading` and `marked`, which says whether a word stands in quotation marks, are
        the words of the document.
        """
        stands = surroundings(self.classes, document, sentences, reading, marked)
        worth = self.weights[0][stands.before] + self.weights[1][stands.after]
        for column in range(len(CHANCES)):
            worth += stands.chances_before[:, column, None, None] * self.chances[0][column]
            worth += stands.chances_after[:, column, None, None] * self.chances[1][column]
        by_role: Scores = worth.transpose(1, 0, 2)
        return by_role


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands at the boundary in front of each of n words.

    Attributes:
        before: (n,) the number of the class of the word before it.
        after: (n,) the same of the word behind it.
        chances_before: (n, 4) the chances of `CHANCES` for the word before it.
        chances_after: (n, 4) the same for the word behind it.
    """

    before: npt.NDArray[np.intp]
    after: npt.NDArray[np.intp]
    chances_before: Scores
    chances_after: Scores


def surroundings(
    classes: Classes,
    document: Document,
    sentences: range,
    reading: Roles,
    marked: npt.NDArray[np.bool_],
) -> Surroundings:
    """Return what stands around the boundaries of the words of `sentences`."""
    places = [document.sentences[number].words for number in sentences]
    rows = slice(places[0].start, places[-1].stop)
    opens = [words.start - rows.start for words in places]
    after = _classes_of(classes, document.words[rows], document.lowered[rows])
    before = np.concatenate([after[:1], after[:-1]])
    before[opens] = classes[START[0]][START[1]]
    chances = _chances(reading, marked, rows)
    earlier = np.concatenate([chances[:1], chances[:-1]])
    earlier[opens] = 0
    return Surroundings(before, after, earlier, chances)


def _classes_of(
    classes: Classes, words: Sequence[Word], lowered: Sequence[str]
) -> npt.NDArray[np.intp]:
    known, tags, capitals = (classes[kind] for kind in (WORD, TAG, CAPITAL))
    other = classes[OTHER[0]][OTHER[1]]
    found = map(known.get, lowered)
    return np.array(
        [
            (capitals if word.text[0].isupper() else tags).get(word.tag, other)
            if number is None
            else number
            for word, number in zip(words, found, strict=True)
        ],
        np.intp,
    )


def _chances(reading: Roles, marked: npt.NDArray[np.bool_], rows: slice) -> Scores:
    layers = (reading.source, reading.cue, reading.content)
    part_of = [1 - np.exp(scores[rows, 0]) for scores in layers]
    return np.stack([*part_of, marked[rows].astype(np.float32)], axis=1)


@dataclass(frozen=True, slots=True)
class BoundaryRow:
    """A row of boundaries.tsv; `name` is the kind and the name of what it is about."""

    role: str
    side: str
    name: Class
    weights: tuple[float, ...]


@cache
def load_boundaries() -> Boundaries:
    """Return the weights.

    Raises:
        ResourceError: the file is wrong.
    """
    return boundaries_in(resource(FILE))


def boundaries_in(path: Path) -> Boundaries:
    """Return the weights of a file.

    Raises:
        ResourceError: the file is wrong.
    """
    rows = list(read_boundaries(path))
    names = dict.fromkeys((START, OTHER, *(row.name for row in rows if row.name[0] != CHANCE)))
    numbers = {name: number for number, name in enumerate(names)}
    weights = np.zeros((len(SIDES), len(numbers), len(ROLES), len(MOVES)), np.float32)
    chances = np.zeros((len(SIDES), len(CHANCES), len(ROLES), len(MOVES)), np.float32)
    for row in rows:
        side, role = SIDES.index(row.side), ROLES.index(row.role)
        if row.name[0] == CHANCE:
            chances[side, CHANCES.index(row.name[1]), role] = row.weights
        else:
            weights[side, numbers[row.name], role] = row.weights
    return Boundaries(by_kind(numbers), weights, chances)


def by_kind(numbers: Mapping[Class, int]) -> Classes:
    """Return the numbers of classes by kind and name."""
    classes: dict[str, dict[str, int]] = {WORD: {}, TAG: {}, CAPITAL: {}}
    for (kind, name), number in numbers.items():
        classes.setdefault(kind, {})[name] = number
    return classes


def read_boundaries(path: Path) -> Iterator[BoundaryRow]:
    """Yield the rows of a file of weights.

    Raises:
        ResourceError: a row is wrong.
    """
    kinds = {WORD, TAG, CAPITAL, CHANCE}
    for number, (role, side, kind, name, *fields) in read_tsv(path, COLUMNS, len(COLUMNS)):
        if role not in ROLES or side not in SIDES:
            raise fault(path, f"line {number}", "a role and a side as in the head")
        if kind not in kinds and (kind, name) not in {START, OTHER}:
            raise fault(path, f"line {number}", "a kind and a name as in the head")
        if kind == CHANCE and name not in CHANCES:
            raise fault(path, f"line {number}", "a kind and a name as in the head")
        try:
            yield BoundaryRow(role, side, (kind, name), tuple(map(float, fields)))
        except ValueError as error:
            raise fault(path, f"line {number}", "four numbers at the end") from error
