"""Writes the weights as boundaries.tsv."""

from collections.abc import Iterator
from pathlib import Path

from reader.analysis.attribution.boundaries import (
    CHANCE,
    CHANCES,
    COLUMNS,
    SIDES,
    START,
    Boundaries,
    BoundaryRow,
    Class,
)
from reader.analysis.attribution.decoding import ROLES
from reader.training.attribution.classes import FEWEST_USES, WORDS

LEAST = 0.02
HEAD = f"""\
# What the word before and the word behind a boundary are worth, in nats, to each move of the
# decoder: a stretch begins behind what is none, begins again behind another, ends, or goes on.
#
# role     source, cue or content
# side     before the boundary, or after it
# kind     "word" (in lower case), "tag" (of other words), "Tag" (of other words with a capital),
#          "start" of a sentence, "other" words, or "chance": its weights are multiplied by the
#          chance that the word is part of a source, cue or content, or by 1 for one in quotation
#          marks ("marks")
# begins, again, ends, goes_on    the weights
#
# Fitted by `python -m reader.training.attribution` as a conditional random field on top of what the
# model says of folds 1 to 4 of PolNeAR (Newell et al. 2018), and taken in part. The {WORDS}
# most frequent words have rows of their own; others go by their tags, of which those that come
# {FEWEST_USES} times have rows.
# Licence: as the rest of this program.
"""


def write(boundaries: Boundaries, path: Path) -> None:
    """Write the rows of `boundaries`, in order, but for those that change next to nothing."""
    rows = sorted(_rows(boundaries), key=lambda row: (ROLES.index(row.role), row.side, row.name))
    lines = ["\t".join(COLUMNS), *map(_line, rows)]
    path.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def _rows(boundaries: Boundaries) -> Iterator[BoundaryRow]:
    for number, role in enumerate(ROLES):
        for side, weights, chances in zip(
            SIDES, boundaries.weights, boundaries.chances, strict=True
        ):
            for name, place in _names(boundaries):
                moves = tuple(weights[place, number].tolist())
                if (name, side) != (START, SIDES[1]) and max(map(abs, moves)) >= LEAST:
                    yield BoundaryRow(role, side, name, moves)
            for chance, row in zip(CHANCES, chances, strict=True):
                yield BoundaryRow(role, side, (CHANCE, chance), tuple(row[number].tolist()))


def _names(boundaries: Boundaries) -> Iterator[tuple[Class, int]]:
    for kind, numbers in boundaries.classes.items():
        for name, place in numbers.items():
            yield (kind, name), place


def _line(row: BoundaryRow) -> str:
    weights = (f"{round(weight, 2) + 0.0:g}" for weight in row.weights)
    return "\t".join([row.role, row.side, *row.name, *weights])
