"""What a whole article says of its sentences: which look corrective, and of which type."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Protocol

import numpy as np

from reader.analysis.corrective.features import Row, only_words
from reader.analysis.encoder.article_reading import Passages
from reader.analysis.encoder.close_reading import Line
from reader.analysis.reading import Array
from reader.lexicon.tables import fault
from reader.resources import resource

FILE = "models/article_reader.json"


class EncodedDocument(Protocol):
    """A document that the encoder has read, and what it can be asked of it."""

    def read_article(self, features: Array) -> Passages:
        """Return what reading the whole article gives; a row of `features` per sentence."""

    def read_closely(self, lines: Sequence[Line]) -> Array:
        """Return a score per line: how well its sentence answers the claim in it."""


@dataclass(frozen=True)
class Numbers:
    """What goes with the network that reads an article.

    Attributes:
        features: the names of its columns.
        slope: with `offset` makes its scores calibrated log-odds: slope * score + offset.
        offset: what is added.
        possible: the least probability at which a sentence is marked.
    """

    features: tuple[str, ...]
    slope: float
    offset: float
    possible: float

    @cached_property
    def words(self) -> frozenset[str]:
        """The words and pairs of words that count by themselves."""
        return only_words(self.features)

    def table(self, rows: Iterable[Row], count: int) -> Array:
        """Return `count` rows as a matrix with a column per feature."""
        return table(rows, count, self._places)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.features)}


def table(rows: Iterable[Row], count: int, places: Mapping[str, int]) -> Array:
    """Return `count` rows as a matrix; `places` are the columns of the features."""
    found = np.zeros((count, len(places)), np.float32)
    for own, row in zip(found, rows, strict=True):
        for name, value in row.items():
            if name in places:
                own[places[name]] = value
    return found


@cache
def load_numbers() -> Numbers:
    """Return the numbers of the data file, read once."""
    return read_numbers(resource(FILE))


def read_numbers(path: Path) -> Numbers:
    """Return the numbers in a file that the training wrote.

    Raises:
        ResourceError: the file is not as the training writes it.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        calibration = (float(content[name]) for name in ("slope", "offset", "possible"))
        return Numbers(tuple(content["features"]), *calibration)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise fault(path, "the file", f"numbers as the training writes them ({error})") from error
