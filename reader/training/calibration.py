"""Turns logits into probabilities that hold: Platt scaling on sentences that were left out."""

import numpy as np
import numpy.typing as npt

from reader.analysis.encoder.model_files import Calibration
from reader.training.answers import Answers
from reader.training.corpus import Corpus
from reader.training.figures import word_scores

Floats = npt.NDArray[np.float64]
_ROUNDS = 30


def calibrate_words(corpus: Corpus, answers: Answers) -> Calibration:
    """Fit the calibration of loaded words to what the majority of annotators marked."""
    scores, truth = word_scores(corpus, answers)
    return platt(scores, truth.astype(float))


def calibrate_sentences(corpus: Corpus, answers: Answers) -> Calibration:
    """Fit the calibration of sentence scores to what annotators called biased."""
    truth = corpus.arrays["bias"][answers.sentences.numpy()].astype(float) >= 0.5
    return platt(answers.sentence[:, 0].numpy().astype(float), truth.astype(float))


def platt(logits: Floats, truth: Floats) -> Calibration:
    """Fit slope and offset by Newton's method on the log-likelihood (Platt 1999)."""
    design = np.stack([logits, np.ones_like(logits)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (truth - chance) - 1e-3 * weights
        bend = (design * (chance * (1 - chance))[:, None]).T @ design + 1e-3 * np.eye(2)
        weights = weights + np.linalg.solve(bend, slope)
    return Calibration(round(float(weights[0]), 4), round(float(weights[1]), 4))


def expected_calibration_error(chances: Floats, truth: Floats, bins: int = 10) -> float:
    """Return the mean distance of promised and found share over `bins` of equal width."""
    index = np.minimum((chances * bins).astype(int), bins - 1)
    count = np.bincount(index, minlength=bins)
    promised = np.bincount(index, chances, bins)
    found = np.bincount(index, truth, bins)
    return float(np.abs(promised - found).sum() / count.sum())
