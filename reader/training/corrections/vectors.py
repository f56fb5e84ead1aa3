"""Learns what the encoder's vectors of a sentence and its neighbours say, as one sum."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reader.analysis.corrective.scoring import VectorWeights
from reader.training.corrections.regression import Array, fit
from reader.training.corrections.stacking import Folds, Sheet

# directions of the vectors that are kept for the sentence, the one before and the one after;
# more of them, and other ridges, gave the same on folds 1-4
_KEPT = (96, 48, 32)
_RIDGE = 200.0
_ROUNDS = 6


def fit_vectors(
    sheet: Sheet, vectors: Sequence[npt.NDArray[np.float32]], folds: Folds
) -> tuple[VectorWeights, Array]:
    """Return the weights learned from the articles of `folds`, and their sums for all rows.

    The sums of a fold of `folds` come from weights learned from the other ones. Yet the encoder
    itself has learned from all of them, so they are better than those of any other article.
    """
    around = _around(vectors)
    directions = _directions(around, sheet.chosen(folds))
    table = _shortened(around, directions)
    learned = _fit(sheet, table, folds)
    sums = _sums(table, learned)
    for fold in folds:
        rows = sheet.chosen(frozenset({fold}))
        sums[rows] = _sums(table[rows], _fit(sheet, table, folds - {fold}))
    return _weights(directions, learned), sums


def _around(vectors: Sequence[npt.NDArray[np.float32]]) -> list[Array]:
    """Return the vectors of every sentence, of those before and of those after, 0 for none."""
    own = np.concatenate(vectors).astype(float)
    before = np.concatenate([_moved(one, 1) for one in vectors])
    after = np.concatenate([_moved(one, -1) for one in vectors])
    return [own, before, after]


def _moved(vectors: npt.NDArray[np.float32], step: int) -> Array:
    moved = np.roll(vectors.astype(float), step, axis=0)
    moved[: max(0, step)] = 0
    moved[len(moved) + min(0, step) :] = 0
    return moved


def _directions(around: Sequence[Array], rows: npt.NDArray[np.bool_]) -> list[Array]:
    """Return the strongest directions of the sentences' own vectors, scaled to spread 1."""
    own = around[0][rows] - around[0][rows].mean(axis=0)
    values, directions = np.linalg.eigh(own.T @ own / len(own))
    strongest = (directions / np.sqrt(np.maximum(values, 1e-9)))[:, ::-1]
    return [strongest[:, :kept] for kept in _KEPT]


def _shortened(around: Sequence[Array], directions: Sequence[Array]) -> Array:
    return np.hstack([own @ kept for own, kept in zip(around, directions, strict=True)])


def _fit(sheet: Sheet, table: Array, folds: Folds) -> Array:
    rows = sheet.chosen(folds)
    return fit(table[rows], sheet.marks[rows], sheet.weights[rows], _RIDGE, _ROUNDS)


def _sums(table: Array, learned: Array) -> Array:
    sums: Array = table @ learned[:-1] + learned[-1]
    return sums


def _weights(directions: Sequence[Array], learned: Array) -> VectorWeights:
    parts = np.split(learned[:-1], np.cumsum(_KEPT)[:-1])
    own, before, after = (
        tuple(map(float, kept @ part)) for kept, part in zip(directions, parts, strict=True)
    )
    return VectorWeights(own, before, after, float(learned[-1]))
