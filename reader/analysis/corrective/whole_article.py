"""What goes into the network that reads a whole article, and what its scores mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.corrective.features import Row, only_words
from reader.analysis.corrective.trained import Calibration, read_trained
from reader.analysis.reading import Array
from reader.resources import resource

FILE = "models/article_reader.json"


@dataclass(frozen=True)
class Numbers:
    """What goes with the network that reads an article.

    Attributes:
        features: the names of its columns.
        calibration: of its scores.
    """

    features: tuple[str, ...]
    calibration: Calibration

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
    return read_trained(path, "numbers", _numbers_of)


def _numbers_of(content: Mapping[str, Any]) -> Numbers:
    return Numbers(tuple(content["features"]), Calibration(**content["calibration"]))
