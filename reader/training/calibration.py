"""Turns logits into probabilities that hold, by sentences that were left out."""

import numpy as np
import numpy.typing as npt

from reader.analysis.encoder.model_files import Calibration, Judgement
from reader.analysis.pipeline import DEFAULT_THRESHOLD
from reader.training.answers import Answers
from reader.training.corpus import Corpus
from reader.training.figures import first_pieces, word_scores

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int_]
LEXICON_SHARE = 0.5
"""The network that ships has seen many more sentences than the one that calibrates, and knows more
of what the lexicon knows: with this its average precision on fold 0 is .605 and its expected
calibration error .004, with the whole .598 and .005, with none of it .599 and .008 (2026-11)."""

_ROUNDS, _RIDGE, _DIGITS = 30, 1e-3, 4
_SUPPORT = ("entry", "strength", "expression")


def calibrate_words(corpus: Corpus, answers: Answers) -> Judgement:
    """Weigh the logits and what the lexicon says, by what the majority of annotators marked.

    What the lexicon says then counts less (`LEXICON_SHARE`), and as many words reach the default
    threshold as would without that.
    """
    scores, truth = word_scores(corpus, answers)
    first = first_pieces(corpus, answers)
    known = [corpus.arrays[name][first].astype(float) for name in _SUPPORT]
    columns = np.stack([scores, *known], axis=1)
    weights = logistic(columns, truth.astype(float))
    asked = np.log(DEFAULT_THRESHOLD / (1 - DEFAULT_THRESHOLD))
    flagged = int((columns @ weights[:-1] + weights[-1] >= asked).sum())
    weights[1:-1] *= LEXICON_SHARE
    weights[-1] = asked - np.sort(columns @ weights[:-1])[-flagged]
    return Judgement(*(round(float(weight), _DIGITS) for weight in weights))


def calibrate_sentences(corpus: Corpus, answers: Answers) -> Calibration:
    """Weigh the logit of a text's most biased sentence and its highest word, by the annotators.

    The logistic regression of Platt (1999), with the highest log-odds of the sentence's words
    beside its own: it tells a sentence better than its logit alone.
    """
    numbers, logits = answers.sentences.numpy(), answers.sentence[:, 0].numpy().astype(float)
    highest = _highest_words(corpus, answers)
    rows = [
        _most_biased(corpus, unit, numbers, logits) for unit in np.unique(corpus.unit_of[numbers])
    ]
    columns = np.stack([logits, highest], axis=1)[rows]
    truth = corpus.arrays["bias"][numbers[rows]].astype(float) >= 0.5
    weights = logistic(columns, truth.astype(float))
    return Calibration(*(round(float(weight), _DIGITS) for weight in weights))


def _highest_words(corpus: Corpus, answers: Answers) -> Floats:
    """Return the highest log-odds of the words of each sentence of `answers`."""
    scores, _ = word_scores(corpus, answers)
    sentence = np.searchsorted(corpus.piece_start, first_pieces(corpus, answers), side="right") - 1
    highest = np.full(len(corpus.piece_start) - 1, -np.inf)
    np.maximum.at(highest, sentence, scores)
    chosen: Floats = highest[answers.sentences.numpy()]
    return chosen


def _most_biased(corpus: Corpus, unit: int, numbers: Ints, logits: Floats) -> int:
    own = np.flatnonzero(corpus.unit_of[numbers] == unit)
    return int(own[logits[own].argmax()])


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
