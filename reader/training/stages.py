"""The stages of the training, each with its recipe."""

import copy
from collections.abc import Mapping

import torch

from reader.training.choosing import by_difference, not_kept_back
from reader.training.corpus import Corpus
from reader.training.marking import mark
from reader.training.narrowing import narrowed
from reader.training.network import Network
from reader.training.pretrained import start
from reader.training.recipe import TRAINING_FOLDS, Recipe, Unlabelled, train
from reader.training.student import StudentShape
from reader.training.teacher import TAUGHT, Opinions, opinions, taught

SHAPE = StudentShape(layers=(0, 1, 2, 3), feed_forward=1536)
"""Four of the base model's six layers: a word is judged as well, at two thirds of the time."""

FIRST_ROUND = Recipe(
    steps=540, rate=1.2e-4, head_factor=8, babe=16, weak_spots=3, unlabelled=7,
    attribution_rounds=1.7, correction_rounds=2.0, invented_rounds=1.5,
    wire_weight=0.6, average=0, seed=0,
)  # fmt: skip
SECOND_ROUND = Recipe(
    steps=260, rate=7e-5, head_factor=5, babe=16, weak_spots=3, unlabelled=6,
    attribution_rounds=0.9, correction_rounds=0.7, invented_rounds=0.5,
    wire_weight=0.6, average=0, seed=1,
)  # fmt: skip
SHARE_OF_FIRST = 0.4
"""Of the mean of the networks after both rounds."""

UNITS = 768
"""Half of the feed-forward units: two thirds of the time."""

HEADS = 6
"""Half of the heads, which do 73 % of what all heads do: three quarters of the time."""

DISTILLATION = Recipe(
    steps=1000, rate=1.4e-4, head_factor=4, babe=8, weak_spots=2, unlabelled=26,
    attribution_rounds=2.2, correction_rounds=1.3, invented_rounds=0.6,
    wire_weight=0.5, average=0.995, seed=3,
)  # fmt: skip
WORDS_TOO = Recipe(
    steps=500, rate=1e-4, head_factor=4, word_rate=3e-4, babe=8, weak_spots=2, unlabelled=30,
    attribution_rounds=1.0, correction_rounds=0.6, invented_rounds=0.3,
    wire_weight=0.5, average=0.995, seed=4,
)  # fmt: skip
"""The second part of the distillation, in which the embeddings of words learn as well."""

FEWER_HEADS = Recipe(
    steps=4200, rate=1.4e-4, head_factor=4, word_rate=3.5e-4, babe=8, weak_spots=2, unlabelled=32,
    attribution_rounds=3.0, correction_rounds=1.0, invented_rounds=1.0,
    wire_weight=1.0, average=0.995, seed=7,
)  # fmt: skip
"""The third part, with the heads that ship. An article with corrections is seen once: what knows
them by heart misleads all that is trained on its states."""

READ_TOO = Recipe(
    steps=2700, rate=1e-4, head_factor=4, word_rate=2.5e-4,
    babe=8, weak_spots=2, read=8, unlabelled=20,
    attribution_rounds=1.5, correction_rounds=0.8, invented_rounds=0.5,
    wire_weight=1.0, average=0.995, seed=8,
)  # fmt: skip
"""The last part, with the sentences in which we marked words ourselves."""

SHARE_OF_FEWER_HEADS = 0.3
"""Of the mean of the networks before and after the last part, which reads BABE and the outlets
better than either (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models")."""


def teachers(corpus: Corpus) -> dict[int, Opinions]:
    """Return what four teachers say of all that a network learns from, by the fold left out."""
    units = corpus.units(*TAUGHT, folds=TRAINING_FOLDS)
    return {fold: opinions(taught(corpus, fold), corpus, units) for fold in TRAINING_FOLDS}


def averaged(corpus: Corpus) -> Network:
    """Return the mean of a network after its training and after a second, gentler round."""
    others = Unlabelled(not_kept_back(corpus))
    torch.manual_seed(FIRST_ROUND.seed)
    network = Network(start(SHAPE))
    train(network, corpus, FIRST_ROUND, others)
    before = copy.deepcopy(network)
    train(network, corpus, SECOND_ROUND, others)
    return _mean(before, network, SHARE_OF_FIRST)


def distilled(wide: Network, corpus: Corpus, said: Mapping[int, Opinions]) -> Network:
    """Return the network that ships, made of `wide` and of what the teachers say.

    The labels of `corpus` are written anew.
    """
    mark(corpus, said)
    network = _slim(wide, corpus, SHAPE.heads)
    for recipe in (DISTILLATION, WORDS_TOO):
        train(network, corpus, recipe, Unlabelled(not_kept_back(corpus)))
    network = _slim(network, corpus, HEADS)
    train(network, corpus, FEWER_HEADS, by_difference(network, corpus))
    before = copy.deepcopy(network)
    train(network, corpus, READ_TOO, by_difference(network, corpus))
    return _mean(before, network, SHARE_OF_FEWER_HEADS)


def _mean(before: Network, after: Network, share: float) -> Network:
    """Return `after` with the mean of both weights, of which `share` are those of `before`."""
    earlier = before.state_dict()
    mean = {
        name: value.lerp(earlier[name], share) if value.is_floating_point() else value
        for name, value in after.state_dict().items()
    }
    after.load_state_dict(mean)
    return after


def _slim(network: Network, corpus: Corpus, heads: int) -> Network:
    sentences, articles = (corpus.units(name, folds=TRAINING_FOLDS) for name in ("babe", "polnear"))
    return narrowed(network, corpus, [*sentences[:200], *articles[:8]], heads, UNITS)
