"""How likely each sentence is corrective, without an encoder: its features, its surroundings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from math import exp
from pathlib import Path
from typing import Any

from reader.analysis.corrective.claim_choice import ClaimChoice
from reader.analysis.corrective.features import Row, only_words, weighted
from reader.analysis.corrective.links import Linker
from reader.analysis.corrective.trained import Calibration, read_trained
from reader.resources import resource

FILE = "models/corrections.json"
_STRETCH = 20
# the log-odds of a sentence that is not there, before the first or after the last
_NOTHING = -5.0


@dataclass(frozen=True, slots=True)
class Stage:
    """A weighted sum of named features."""

    intercept: float
    weights: Mapping[str, float]

    def sum(self, row: Row) -> float:
        """Return the sum of a row."""
        return self.intercept + weighted(self.weights, row)


@dataclass(frozen=True)
class Scorer:
    """Two stages of weighted sums.

    Attributes:
        first: weighs what is known of the sentence itself.
        second: weighs the same again together with the first stage's sums all around.
    """

    first: Stage
    second: Stage

    @cached_property
    def words(self) -> frozenset[str]:
        """The words and pairs of words that count by themselves."""
        return only_words(self.first.weights)

    def sums(self, rows: Iterable[Row]) -> list[float]:
        """Return the second stage's sum for every sentence.

        Args:
            rows: what is known of each; no more than one of them is kept at a time.
        """
        own: list[float] = []
        begun: list[float] = []
        for row in rows:
            own.append(self.first.sum(row))
            begun.append(self.second.sum(row))
        near = surroundings(own)
        return [
            part + weighted(self.second.weights, row) for row, part in zip(near, begun, strict=True)
        ]


def surroundings(own: Sequence[float]) -> Iterator[Row]:
    """Yield the features of every sentence's surroundings, given the first stage's sums."""
    total = [0.0, *accumulate(map(probability, own))]
    for number, value in enumerate(own):
        before = [_at(own, number - step) for step in (1, 2, 3)]
        after = [_at(own, number + step) for step in (1, 2, 3)]
        start, end = max(0, number - _STRETCH), min(len(own), number + 1 + _STRETCH)
        highest = sorted([*own[start:number], *own[number + 1 : end], _NOTHING])[-3:]
        others = total[end] - total[start] - probability(value)
        yield {
            "own sum": value,
            "sum before": before[0],
            "sum after": after[0],
            "sum two before": before[1],
            "sum two after": after[1],
            "highest before": max(before),
            "highest after": max(after),
            "highest around": sum(highest) / len(highest),
            "share around": 5 * others / max(1, end - start - 1),
        }


def _at(own: Sequence[float], number: int) -> float:
    return own[number] if 0 <= number < len(own) else _NOTHING


def probability(log_odds: float) -> float:
    """Return the probability for log-odds of any size."""
    return 1 / (1 + exp(-max(-40.0, min(40.0, log_odds))))


@dataclass(frozen=True, slots=True)
class Weights:
    """What the training learned.

    Attributes:
        alone: scores sentences where there is no encoder, calibrated by `calibration`.
        floors: the precisions of single strong cues.
        linker: chooses the sentence whose claim another answers.
        choice: chooses among the claims of a sentence.
    """

    alone: Scorer
    calibration: Calibration
    floors: Mapping[str, float]
    linker: Linker
    choice: ClaimChoice


@cache
def load_weights() -> Weights:
    """Return the weights of the data file, read once."""
    return read_weights(resource(FILE))


def read_weights(path: Path) -> Weights:
    """Return the weights in a file that the training wrote.

    Raises:
        ResourceError: the file is not as the training writes it.
    """
    return read_trained(path, "weights", weights_of)


def weights_of(content: Mapping[str, Any]) -> Weights:
    """Return the weights that the content of a data file tells."""
    return Weights(
        _scorer(content["alone"]),
        Calibration(**content["calibration"]),
        content["floors"],
        Linker(**content["links"]),
        ClaimChoice(content["choice"]),
    )


def _scorer(content: Mapping[str, Any]) -> Scorer:
    return Scorer(Stage(**content["first"]), Stage(**content["second"]))
