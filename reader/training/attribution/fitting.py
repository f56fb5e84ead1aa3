"""Fits the field of each role, and makes the decoder's weights of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from reader.analysis.attribution.boundaries import CHANCES, Boundaries, Class, by_kind
from reader.analysis.attribution.decoding import MOVES, ROLES, Scores
from reader.training.attribution.articles import Article
from reader.training.attribution.field import Field
from reader.training.attribution.sequences import Sequences, sequences_of

KEPT = {"source": 0.4, "cue": 0.6, "content": 0.6}
"""How much of its weights the decoder takes: the likeliest stretches as a whole leave out what is
likely word by word. With .6 for sources more of them are exact, but fewer names of speakers are
right (.925 and .928 for indirect speech, on a third of folds 1 to 4 of PolNeAR, 2026-11)."""


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to fit.

    Attributes:
        rounds: how often every sentence is seen.
        rate: Adam's rate at first; it falls evenly.
        ridge: what the square of a weight of a class costs.
        seed: of the order.
    """

    rounds: int = 10
    rate: float = 0.02
    ridge: float = 1e-5
    seed: int = 0


def fit(
    articles: Sequence[Article], classes: Mapping[Class, int], recipe: Recipe | None = None
) -> Boundaries:
    """Return the weights that the labels of `articles` teach."""
    weights = np.zeros((2, len(classes), len(ROLES), len(MOVES)), np.float32)
    chances = np.zeros((2, len(CHANCES), len(ROLES), len(MOVES)), np.float32)
    for number, role in enumerate(ROLES):
        groups = sequences_of(articles, classes, role)
        field = learned(Field(len(classes)), groups, recipe or Recipe())
        weights[:, :, number], chances[:, :, number] = _taken(field, KEPT[role])
    return Boundaries(by_kind(classes), weights, chances)


def learned(field: Field, groups: Sequence[Sequences], recipe: Recipe) -> Field:
    """Return `field` after it has learned from the sentences."""
    random = np.random.default_rng(recipe.seed)
    adam = torch.optim.Adam(field.parameters(), lr=recipe.rate)
    for done in np.arange(recipe.rounds) / recipe.rounds:
        for group in adam.param_groups:
            group["lr"] = recipe.rate * (1 - done)
        for place in random.permutation(len(groups)):
            squares = field.before.square().sum() + field.after.square().sum()
            loss = field(groups[place]) + recipe.ridge * squares
            adam.zero_grad()
            loss.backward()
            adam.step()
    return field


def _taken(field: Field, kept: float) -> tuple[Scores, Scores]:
    """Return the share `kept` of the weights, where evidence counts in full."""
    with torch.no_grad():
        share = kept / field.trust
        classes = share * torch.stack([field.before, field.after + field.always])
        chances = share * field.chances.reshape(2, len(CHANCES), len(MOVES))
    return classes.numpy(), chances.numpy()
