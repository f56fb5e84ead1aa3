"""The stages of the training, each with its recipes."""

import torch

from reader.training.choosing import by_difference, evenly, others
from reader.training.corpus import Corpus
from reader.training.narrowing import narrowed
from reader.training.network import Network
from reader.training.pretrained import start
from reader.training.recipe import TRAINING_FOLDS, Recipe, Units, Unlabelled, train
from reader.training.student import StudentShape
from reader.training.teacher import mark

SHAPE = StudentShape(layers=(0, 1, 2, 3), feed_forward=1536)
"""Four of the base model's six layers: a word is judged as well, at two thirds of the time."""

SECOND_ROUND = Recipe(
    steps=260, rate=7e-5, head_factor=5, unlabelled=6, attribution_rounds=0.9,
    correction_rounds=0.7, invented_rounds=0.5, seed=1,
)  # fmt: skip
SHARE_OF_FIRST = 0.4

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

MARKED_EVENLY = 30_000

CALIBRATING = Recipe(
    steps=300, word_rate=3e-4, babe=8, weak_spots=2, unlabelled=26, wire_weight=0.5, average=0.98,
    attribution_rounds=0, correction_rounds=0, invented_rounds=0,
)  # fmt: skip

LEFT_OUT = 1
"""The fold that the second, shorter training leaves out, to calibrate on."""


def averaged(corpus: Corpus) -> Network:
    """Return the mean of a network after its training and after a second, gentler round."""
    torch.manual_seed(Recipe().seed)
    network = Network(start(SHAPE))
    train(network, corpus, Recipe(), TRAINING_FOLDS)
    before = {name: value.clone() for name, value in network.state_dict().items()}
    train(network, corpus, SECOND_ROUND, TRAINING_FOLDS)
    mean = {
        name: value.lerp(before[name], SHARE_OF_FIRST) if value.is_floating_point() else value
        for name, value in network.state_dict().items()
    }
    network.load_state_dict(mean)
    return network


def distilled(wide: Network, teacher: Network, corpus: Corpus) -> tuple[Network, Units]:
    """Return the network that ships, made of `wide`, and the units that taught it last."""
    marked = evenly(corpus, MARKED_EVENLY)
    mark(teacher, corpus, marked)
    network = _slim(wide, corpus, SHAPE.heads)
    for recipe in (DISTILLATION, WORDS_TOO):
        train(network, corpus, recipe, TRAINING_FOLDS, Unlabelled(marked))
    rest = others(corpus, marked)
    mark(teacher, corpus, rest)
    weighed = by_difference(network, corpus, rest)
    network = _slim(network, corpus, HEADS)
    train(network, corpus, FEWER_HEADS, TRAINING_FOLDS, weighed)
    return network, rest


def calibrating(corpus: Corpus, marked: Units) -> Network:
    """Return a narrow network for lone sentences that saw no label of the fold left out.

    The teacher whose marks it learns from did see them, but these marks are of other sentences.
    """
    torch.manual_seed(CALIBRATING.seed)
    network = _slim(Network(start(SHAPE)), corpus, SHAPE.heads)
    folds = [fold for fold in TRAINING_FOLDS if fold != LEFT_OUT]
    train(network, corpus, CALIBRATING, folds, Unlabelled(marked))
    return network


def _slim(network: Network, corpus: Corpus, heads: int) -> Network:
    sentences = corpus.units("babe", folds=[LEFT_OUT])[:200]
    articles = corpus.units("polnear", folds=[LEFT_OUT])[:8]
    return narrowed(network, corpus, [*sentences, *articles], heads, UNITS)
