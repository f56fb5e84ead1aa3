"""Logistic regression by Newton's method, on numpy alone."""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def fit(features: Array, targets: Array, weights: Array, ridge: float, rounds: int = 6) -> Array:
    """Return the coefficients, the intercept last, of a ridge logistic regression.

    Args:
        features: (n, k); best of about the same scale, for `ridge` treats all columns alike.
        targets: (n,) 0 or 1, or a share between them.
        weights: (n,) how much each row counts.
        ridge: the penalty on half the squared coefficients, none on the intercept.
        rounds: the steps of Newton's method; 6 reach three digits on this data.
    """
    matrix = np.hstack([features, np.ones((len(features), 1))])
    penalty = np.full(matrix.shape[1], ridge)
    penalty[-1] = 1e-6
    coefficients = np.zeros(matrix.shape[1])
    # half the precision does for the curvature, and takes half the time
    rough = matrix.astype(np.float32)
    for _ in range(rounds):
        chance = sigmoid(matrix @ coefficients)
        slope = matrix.T @ (weights * (chance - targets)) + penalty * coefficients
        curvature = (weights * chance * (1 - chance)).astype(np.float32)
        curve = ((rough * curvature[:, None]).T @ rough).astype(np.float64)
        coefficients -= np.linalg.solve(curve + np.diag(penalty), slope)
    return coefficients


def sigmoid(values: Array) -> Array:
    """Return the logistic function, safe for large values."""
    result: Array = 1 / (1 + np.exp(-np.clip(values, -40, 40)))
    return result
