"""Fits the two stages that score a sentence, and what makes their sum a probability."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.corrective.features import Row
from reader.analysis.corrective.scoring import Scorer, Stage, around
from reader.training.corrections.articles import Read
from reader.training.corrections.regression import Array, fit, sigmoid

Rows = Callable[[Read], Sequence[Row]]

# chosen on folds 1-4: 1 to 5 are alike, 10 and more lose average precision
RIDGE_FIRST, RIDGE_SECOND = 2.0, 5.0
_FEWEST_USES = 8


@dataclass(frozen=True, slots=True)
class Table:
    """The sentences of many articles as one matrix."""

    features: Array
    targets: Array
    weights: Array
    names: Sequence[str]


def tabulate(articles: Sequence[Read], rows: Sequence[Sequence[Row]]) -> Table:
    """Return the matrix of the features that at least a few sentences have."""
    uses: dict[str, int] = {}
    for row in (row for several in rows for row in several):
        for name, value in row.items():
            uses[name] = uses.get(name, 0) + (value != 0)
    names = sorted(name for name, count in uses.items() if count >= _FEWEST_USES)
    return Table(
        matrix(rows, names),
        np.array([mark for one in articles for mark in one.corrective], float),
        np.array([weight for one in articles for weight in one.weights], float),
        names,
    )


def matrix(rows: Iterable[Sequence[Row]], names: Sequence[str]) -> Array:
    """Return rows of several articles as one matrix with a column per name."""
    return np.array(
        [[row.get(name, 0.0) for name in names] for several in rows for row in several], float
    )


def fit_stage(articles: Sequence[Read], rows: Sequence[Sequence[Row]], ridge: float) -> Stage:
    """Return the weights learned from the articles' rows."""
    table = tabulate(articles, rows)
    learned = fit(table.features, table.targets, table.weights, ridge)
    weights = dict(zip(table.names, map(float, learned[:-1]), strict=True))
    return Stage(float(learned[-1]), weights)


def fit_scorer(articles: Sequence[Read], rows: Rows) -> Scorer:
    """Return the scorer learned from `articles`, every one of which is trained on.

    The second stage and the calibration learn from sums for articles that the stage before them
    was not fitted on: one fold after the other is left out.
    """
    own = [rows(article) for article in articles]
    sums = _left_out_sums(articles, own, RIDGE_FIRST)
    full = [
        [{**row, **around(values, number)} for number, row in enumerate(several)]
        for several, values in zip(own, sums, strict=True)
    ]
    slope, offset = _calibration(articles, _left_out_sums(articles, full, RIDGE_SECOND))
    first = fit_stage(articles, own, RIDGE_FIRST)
    second = fit_stage(articles, full, RIDGE_SECOND)
    return Scorer(first, second, slope, offset, 0.0)


def _left_out_sums(
    articles: Sequence[Read], rows: Sequence[Sequence[Row]], ridge: float
) -> list[list[float]]:
    sums: dict[int, list[float]] = {}
    for fold in {article.fold for article in articles}:
        known = [number for number, article in enumerate(articles) if article.fold != fold]
        stage = fit_stage([articles[n] for n in known], [rows[n] for n in known], ridge)
        for number, article in enumerate(articles):
            if article.fold == fold:
                sums[number] = stage.sums(rows[number])
    return [sums[number] for number in range(len(articles))]


def _calibration(articles: Sequence[Read], sums: Sequence[Sequence[float]]) -> tuple[float, float]:
    values = np.array([[value] for several in sums for value in several])
    marks = np.array([mark for article in articles for mark in article.corrective], float)
    slope, offset = fit(values, marks, np.ones(len(marks)), 1e-3)
    return float(slope), float(offset)


def best_threshold(chances: Array, marks: Array) -> float:
    """Return the probability from which on marking gives the best F1."""
    order = np.argsort(-chances)
    right = np.cumsum(marks[order])
    scores = 2 * right / (np.arange(1, len(marks) + 1) + marks.sum())
    return float(chances[order][int(scores.argmax())])


def chances_of(scorer: Scorer, articles: Sequence[Read], rows: Rows) -> list[Array]:
    """Return the probability of every sentence, an array per article."""
    return [sigmoid(np.array(scorer.log_odds(rows(article)))) for article in articles]


def as_json(scorer: Scorer) -> Mapping[str, object]:
    """Return the scorer as the data file holds it."""
    return {
        "first": {"intercept": scorer.first.intercept, "weights": dict(scorer.first.weights)},
        "second": {"intercept": scorer.second.intercept, "weights": dict(scorer.second.weights)},
        "slope": scorer.slope,
        "offset": scorer.offset,
        "possible": scorer.possible,
    }
