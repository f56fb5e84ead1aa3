"""Turns logits into probabilities that hold.

What a network says of sentences that it learned from cannot tell how far to trust it. The teachers
each left a fold out: by what the annotators of BABE say there they are calibrated. What they then
say of sentences that were kept back from the network, it is calibrated by.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from reader.analysis.encoder.model_files import Calibration, Judgement
from reader.analysis.pipeline import DEFAULT_THRESHOLD
from reader.training.choosing import kept_back
from reader.training.corpus import Corpus, Units
from reader.training.figures import MAJORITY
from reader.training.recipe import TRAINING_FOLDS
from reader.training.teacher import Opinions

Floats = npt.NDArray[np.float64]

LEXICON_SHARE = 0.25
"""The network that ships has seen many more sentences than its teachers, and knows more of what the
lexicon knows: with this its average precision on fold 0 is .613, with half of what the lexicon says
.608, with the whole .593, with none of it .611 (2026-11)."""

BEYOND = 0.25
"""In nats: the annotators of BABE mark more than the teachers, who meet more sober news, expect.
Chosen on fold 0: what is highlighted at first sight is right in two of three cases there, and more
than half of what the annotators marked is highlighted."""

_ROUNDS, _RIDGE, _DIGITS = 30, 1e-3, 4
_SUPPORT = ("entry", "strength", "expression")


def calibrate_words(
    corpus: Corpus, teachers: Mapping[int, Opinions], network: Opinions
) -> Judgement:
    """Weigh the mean logit of a word's pieces and what the lexicon says of it.

    What the lexicon says then counts less (`LEXICON_SHARE`), and as many words reach the default
    threshold as would without that, but for those `BEYOND`.

    Args:
        corpus: what both were asked about.
        teachers: by the fold that each left out.
        network: what it says of the sentences kept back.
    """
    seen = [(teachers[fold], corpus.units("babe", folds=[fold])) for fold in TRAINING_FOLDS]
    columns = np.concatenate([_word_columns(corpus, said, units) for said, units in seen])
    truth = np.concatenate([_marked(corpus, units) for _, units in seen])
    weights = logistic(columns, truth)
    kept = kept_back(corpus)
    expected = [_chance(_word_columns(corpus, one, kept), weights) for one in teachers.values()]
    columns = _word_columns(corpus, network, kept)
    weights = logistic(columns, np.mean(expected, axis=0))
    asked = np.log(DEFAULT_THRESHOLD / (1 - DEFAULT_THRESHOLD))
    flagged = int((columns @ weights[:-1] + weights[-1] >= asked).sum())
    weights[1:-1] *= LEXICON_SHARE
    weights[-1] = asked - np.sort(columns @ weights[:-1])[-flagged] + BEYOND
    return Judgement(*(round(float(weight), _DIGITS) for weight in weights))


def calibrate_sentences(
    corpus: Corpus, teachers: Mapping[int, Opinions], network: Opinions
) -> Calibration:
    """Weigh the logit of a text's most biased sentence and its highest word, by the annotators.

    The logistic regression of Platt (1999), with the highest log-odds of the sentence's words
    beside its own: it tells a sentence better than its logit alone.

    Args:
        corpus: what both were asked about.
        teachers: by the fold that each left out.
        network: what it says of the sentences kept back.
    """
    seen = [(teachers[fold], corpus.units("babe", folds=[fold])) for fold in TRAINING_FOLDS]
    columns = np.concatenate([_sentence_columns(corpus, said, units) for said, units in seen])
    first = np.concatenate([corpus.sentence_start[units] for _, units in seen])
    weights = logistic(columns, (corpus.arrays["bias"][first] >= 0.5).astype(float))
    kept = kept_back(corpus)
    expected = [_chance(_sentence_columns(corpus, one, kept), weights) for one in teachers.values()]
    weights = logistic(_sentence_columns(corpus, network, kept), np.mean(expected, axis=0))
    return Calibration(*(round(float(weight), _DIGITS) for weight in weights))


def _word_columns(corpus: Corpus, said: Opinions, units: Units) -> Floats:
    """Return the mean logit of each word of `units`, and what the lexicon says of it."""
    pieces = _pieces_of(corpus, units)
    first = corpus.arrays["first"][pieces]
    known = [corpus.arrays[name][pieces][first].astype(float) for name in _SUPPORT]
    return np.stack([_of_words(first, said.loaded.cpu().numpy()[pieces]), *known], axis=1)


def _marked(corpus: Corpus, units: Units) -> Floats:
    """Return 1 for each word of `units` that the majority of annotators marked, else 0."""
    pieces = _pieces_of(corpus, units)
    shares = corpus.arrays["loaded"][pieces][corpus.arrays["first"][pieces]]
    marked: Floats = (shares.astype(float) >= MAJORITY).astype(float)
    return marked


def _sentence_columns(corpus: Corpus, said: Opinions, units: Units) -> Floats:
    """Return the logit of the most biased sentence of each unit, and of its highest word."""
    rows = []
    bias, loaded = said.bias.cpu().numpy(), said.loaded.cpu().numpy()
    for unit in units:
        sentences = corpus.sentences_of(int(unit))
        most = sentences.start + int(bias[sentences.start : sentences.stop].argmax())
        part = slice(corpus.piece_start[most], corpus.piece_start[most + 1])
        rows.append((bias[most], _of_words(corpus.arrays["first"][part], loaded[part]).max()))
    return np.array(rows, float)


def _pieces_of(corpus: Corpus, units: Units) -> Units:
    bounds = corpus.piece_start[corpus.sentence_start]
    pieces: Units = np.concatenate([np.arange(bounds[u], bounds[u + 1]) for u in units])
    return pieces


def _of_words(first: npt.NDArray[np.bool_], logits: npt.NDArray[np.float32]) -> Floats:
    word = np.cumsum(first) - 1
    means: Floats = np.bincount(word, logits) / np.bincount(word)
    return means


def _chance(columns: Floats, weights: Floats) -> Floats:
    chance: Floats = 1 / (1 + np.exp(-(columns @ weights[:-1] + weights[-1])))
    return chance


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
