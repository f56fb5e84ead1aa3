"""Turns logits into probabilities that hold, by sentences that were left out."""

import numpy as np
import numpy.typing as npt

from reader.analysis.encoder.model_files import Calibration, Judgement
from reader.training.answers import Answers
from reader.training.corpus import Corpus
from reader.training.figures import first_pieces, word_scores

Floats = npt.NDArray[np.float64]
_ROUNDS, _RIDGE, _DIGITS = 30, 1e-3, 4
_SUPPORT = ("entry", "strength", "expression")


def calibrate_words(corpus: Corpus, answers: Answers) -> Judgement:
    """Weigh the logits and what the lexicon says, by what the majority of annotators marked."""
    scores, truth = word_scores(corpus, answers)
    first = first_pieces(corpus, answers)
    known = [corpus.arrays[name][first].astype(float) for name in _SUPPORT]
    weights = logistic(np.stack([scores, *known], axis=1), truth.astype(float))
    return Judgement(*(round(float(weight), _DIGITS) for weight in weights))


def calibrate_sentences(corpus: Corpus, answers: Answers) -> Calibration:
    """Fit the calibration of sentence scores to what annotators called biased."""
    truth = corpus.arrays["bias"][answers.sentences.numpy()].astype(float) >= 0.5
    return platt(answers.sentence[:, 0].numpy().astype(float), truth.astype(float))


def platt(logits: Floats, truth: Floats) -> Calibration:
    """Fit slope and offset on the log-likelihood (Platt 1999)."""
    slope, offset = logistic(logits[:, None], truth)
    return Calibration(round(float(slope), _DIGITS), round(float(offset), _DIGITS))


def logistic(columns: Floats, truth: Floats) -> Floats:
    """Return the weight of each column, and the intercept, by Newton's method."""
    design = np.concatenate([columns, np.ones((len(columns), 1))], axis=1)
    weights = np.zeros(design.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (truth - chance) - _RIDGE * weights
        bend = (design * (chance * (1 - chance))[:, None]).T @ design
        weights = weights + np.linalg.solve(bend + _RIDGE * np.eye(len(weights)), slope)
    return weights
