"""Fits the numbers that mix the regression's sums with the close reader's scores."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.corrective.closer import CloserMix
from reader.training.corrections.regression import Array, fit, sigmoid
from reader.training.corrections.stacking import best_threshold

# the share of the sentences that are read closely: what has smaller sums is hardly ever marked
SHARE = 0.08
_UNREAD = -1.0
"""Stands for the score of what is not read, in standard deviations from the mean of what is."""
_RIDGE = 0.1


@dataclass(frozen=True, slots=True)
class Standard:
    """Mean and standard deviation of some values."""

    mean: float
    deviation: float

    @classmethod
    def of(cls, values: Array) -> "Standard":
        """Return those of `values`."""
        return cls(float(values.mean()), float(values.std()))

    def __call__(self, values: Array) -> Array:
        """Return `values` with mean 0 and deviation 1."""
        result: Array = (values - self.mean) / self.deviation
        return result


@dataclass(frozen=True, slots=True)
class Shares:
    """Coefficients for the standardised sum and score, and what goes with them."""

    own: float
    close: float
    offset: float
    possible: float


# Chosen with the figures of fold 0 in view, of which nothing else is learned. The encoder knows
# folds 1 to 4 too well: with a close reader that had learned from folds 2 to 4 alone, fold 1 gives
# .82, .55, -.35 and .28 (`python -m reader.training.closer DATA TARGET --measure`), but in articles
# that the encoder has not seen the close reader adds next to nothing.
CHOSEN = Shares(own=0.66, close=0.15, offset=-0.28, possible=0.265)


def least_sum(sums: Sequence[Array]) -> float:
    """Return the sum from which on the SHARE of sentences with the largest sums begins."""
    return float(np.quantile(np.concatenate(sums), 1 - SHARE))


def measure(sums: Array, scores: Array, marks: Array, missed: float, most_wrong: float) -> Shares:
    """Return the coefficients that predict `marks` best, and the threshold of the best F1.

    Args:
        sums: of the sentences that were read closely, in articles that nothing learned from.
        scores: the close reader's log-odds for the same ones.
        marks: whether they are corrective.
        missed: how many corrective ones were not read closely.
        most_wrong: how many may be marked wrongly.
    """
    table = np.stack([Standard.of(sums)(sums), Standard.of(scores)(scores)], axis=1)
    own, close, offset = fit(table, marks, np.ones(len(marks)), _RIDGE)
    chances = sigmoid(table @ np.array([own, close]) + offset)
    possible = best_threshold(chances, marks, most_wrong, missed)
    return Shares(float(own), float(close), float(offset), possible)


def mix(shares: Shares, least: float, sums: Array, scores: Array) -> CloserMix:
    """Return the mix for sums and scores of articles that nothing learned from.

    Their marks are not needed. The encoder has learned from the articles that the regression and
    the close reader learn from, so both reach further up there than elsewhere: what a sum or score
    means is told by its place among those of unseen articles.
    """
    summed, scored = Standard.of(sums), Standard.of(scores)
    own, close = shares.own / summed.deviation, shares.close / scored.deviation
    return CloserMix(
        least,
        own,
        close,
        shares.offset - own * summed.mean - close * scored.mean,
        scored.mean + _UNREAD * scored.deviation,
        shares.possible,
    )
