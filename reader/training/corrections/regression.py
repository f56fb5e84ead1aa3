"""Logistic regression by Newton's method, on numpy alone."""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def fit(features: Array, targets: Array, weights: Array, ridge: float, rounds: int = 8) -> Array:
    """Return the coefficients, the intercept last, of a ridge logistic regression.

    Args:
        features: (n, k); best of about the same scale, for `ridge` treats all columns alike.
        targets: (n,) 0 or 1, or a share between them.
        weights: (n,) how much each row counts.
        ridge: the penalty on half the squared coefficients, none on the intercept.
        rounds: the steps of Newton's method; 8 reach four digits on this data.
    """
    matrix = np.hstack([features, np.ones((len(features), 1))])
    penalty = np.full(matrix.shape[1], ridge)
    penalty[-1] = 1e-6
    coefficients = np.zeros(matrix.shape[1])
    for _ in range(rounds):
        chance = sigmoid(matrix @ coefficients)
        slope = matrix.T @ (weights * (chance - targets)) + penalty * coefficients
        curve = (matrix * (weights * chance * (1 - chance))[:, None]).T @ matrix
        coefficients -= np.linalg.solve(curve + np.diag(penalty), slope)
    return coefficients


def sigmoid(values: Array) -> Array:
    """Return the logistic function, safe for large values."""
    result: Array = 1 / (1 + np.exp(-np.clip(values, -40, 40)))
    return result
