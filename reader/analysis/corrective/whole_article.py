"""What goes into the networks that read a whole article, and what their scores mean."""

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
    """What goes with the networks that read an article.

    Attributes:
        features: the names of what is known of a sentence, a column each.
        pairs: the names of what is known of a sentence and the place of its claim.
        calibration: of their scores.
    """

    features: tuple[str, ...]
    pairs: tuple[str, ...]
    calibration: Calibration

    @cached_property
    def words(self) -> frozenset[str]:
        """The words and pairs of words that count by themselves."""
        return only_words(self.features)

    def table(self, rows: Iterable[Row], count: int) -> Array:
        """Return `count` rows as a matrix with a column for each of `features`."""
        return table(rows, count, self._feature_columns)

    def pair_table(self, rows: Iterable[Row], count: int) -> Array:
        """Return `count` rows as a matrix with a column for each of `pairs`."""
        return table(rows, count, self._pair_columns)

    @cached_property
    def _feature_columns(self) -> Mapping[str, int]:
        return columns(self.features)

    @cached_property
    def _pair_columns(self) -> Mapping[str, int]:
        return columns(self.pairs)


def columns(names: Iterable[str]) -> Mapping[str, int]:
    """Return the column of each name."""
    return {name: column for column, name in enumerate(names)}


def table(rows: Iterable[Row], count: int, column_of: Mapping[str, int]) -> Array:
    """Return `count` rows as a matrix, given the columns of the features."""
    found = np.zeros((count, len(column_of)), np.float32)
    for own, row in zip(found, rows, strict=True):
        for name, value in row.items():
            if name in column_of:
                own[column_of[name]] = value
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
    return Numbers(
        tuple(content["features"]), tuple(content["pairs"]), Calibration(**content["calibration"])
    )
