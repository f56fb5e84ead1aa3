"""Fits the two stages that score a sentence, and what makes their sum a probability."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from reader.analysis.corrective.features import Row
from reader.analysis.corrective.scoring import Stage, surroundings
from reader.analysis.corrective.whole_article import columns, table
from reader.training.corrections.articles import Read
from reader.training.corrections.regression import Array, fit, sigmoid

Rows = Callable[[Read], Sequence[Row]]
Folds = frozenset[int]

# chosen on folds 1-4
RIDGE_FIRST, RIDGE_SECOND = 10.0, 5.0
_FEWEST_USES = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sentences of all articles as one matrix.

    Attributes:
        names: what the columns hold.
        features: (n, k).
        marks: (n,) whether the sentence is corrective in the data.
        weights: (n,) how much it counts.
        folds: (n,) its article's fold.
        ends: the row after the last of each article but the last.
    """

    names: Sequence[str]
    features: Array
    marks: Array
    weights: Array
    folds: npt.NDArray[np.intp]
    ends: Sequence[int]

    def chosen(self, folds: Folds) -> npt.NDArray[np.bool_]:
        """Return which rows belong to the folds."""
        return np.isin(self.folds, list(folds))

    def beside(self, names: Sequence[str], features: Array) -> "Sheet":
        """Return the sheet with more columns."""
        return Sheet(
            [*self.names, *names],
            np.hstack([self.features, features]),
            self.marks,
            self.weights,
            self.folds,
            self.ends,
        )

    def articles(self, values: Array) -> list[Array]:
        """Return `values`, one per row, an array per article."""
        return np.split(values, self.ends)


def lay_out(articles: Sequence[Read], rows: Rows) -> Sheet:
    """Return the sheet of the features that at least a few sentences have."""
    own = [rows(article) for article in articles]
    uses: dict[str, int] = {}
    for row in (row for several in own for row in several):
        for name, value in row.items():
            uses[name] = uses.get(name, 0) + (value != 0)
    names = sorted(name for name, count in uses.items() if count >= _FEWEST_USES)
    lengths = [len(article.evidence) for article in articles]
    return Sheet(
        names,
        matrix(own, names),
        np.array([mark for one in articles for mark in one.corrective], float),
        np.array([weight for one in articles for weight in one.weights], float),
        np.repeat([article.fold for article in articles], lengths),
        [int(end) for end in np.cumsum(lengths)[:-1]],
    )


def matrix(rows: Sequence[Sequence[Row]], names: Sequence[str]) -> Array:
    """Return rows of several articles as one matrix with a column per name."""
    return table(chain.from_iterable(rows), sum(map(len, rows)), columns(names)).astype(float)


def fit_stages(sheet: Sheet, folds: Folds) -> tuple[Stage, Stage, Array]:
    """Return the two stages learned from the articles of `folds`, and the second's sums.

    The second stage learns from sums of the first for articles that it was not fitted on: one fold
    after the other is left out. So do the sums that are returned, for all rows.
    """
    full = with_surroundings(sheet, _left_out_sums(sheet, folds, RIDGE_FIRST))
    sums = _left_out_sums(full, folds, RIDGE_SECOND)
    return _fit_stage(sheet, folds, RIDGE_FIRST), _fit_stage(full, folds, RIDGE_SECOND), sums


def _fit_stage(sheet: Sheet, folds: Folds, ridge: float) -> Stage:
    learned = _fit(sheet, folds, ridge)
    weights = dict(zip(sheet.names, map(float, learned[:-1]), strict=True))
    return Stage(float(learned[-1]), weights)


def _fit(sheet: Sheet, folds: Folds, ridge: float) -> Array:
    rows = sheet.chosen(folds)
    return fit(sheet.features[rows], sheet.marks[rows], sheet.weights[rows], ridge)


def _left_out_sums(sheet: Sheet, folds: Folds, ridge: float) -> Array:
    """Return sums for all rows, those of `folds` from the other ones of them."""
    sums = _sums(sheet, _fit(sheet, folds, ridge))
    for fold in folds:
        rows = sheet.chosen(frozenset({fold}))
        sums[rows] = _sums(sheet, _fit(sheet, folds - {fold}, ridge))[rows]
    return sums


def _sums(sheet: Sheet, learned: Array) -> Array:
    sums: Array = sheet.features @ learned[:-1] + learned[-1]
    return sums


def with_surroundings(sheet: Sheet, sums: Array) -> Sheet:
    """Return the sheet with what the first stage's sums say of each sentence's surroundings."""
    rows = [row for own in sheet.articles(sums) for row in surroundings(own.tolist())]
    return sheet.beside(list(rows[0]), np.array([list(row.values()) for row in rows]))


def calibrated(values: Array, marks: Array, most_wrong: float) -> tuple[float, float, float]:
    """Return slope and offset that make `values` log-odds, and the threshold of `best_threshold`.

    Args:
        values: one per sentence, from scorers that did not learn from it.
        marks: whether it is corrective.
        most_wrong: how many sentences may be marked wrongly.
    """
    slope, offset = fit(values[:, None], marks, np.ones(len(marks)), 1e-3)
    possible = best_threshold(sigmoid(slope * values + offset), marks, most_wrong)
    return float(slope), float(offset), possible


def best_threshold(chances: Array, marks: Array, most_wrong: float) -> float:
    """Return the probability from which on marking gives the best F1.

    Args:
        chances: the probability of every sentence.
        marks: whether it is corrective.
        most_wrong: how many sentences may be marked wrongly.
    """
    order = np.argsort(-chances)
    right = np.cumsum(marks[order])
    marked = np.arange(1, len(marks) + 1)
    scores = np.where(marked - right <= most_wrong, 2 * right / (marked + marks.sum()), 0.0)
    return float(chances[order][int(scores.argmax())])
