"""Trains the close reader: corrective sentences beside their likeliest claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from reader.training.closer.lines import Asked, padded
from reader.training.closer.links import LinkExample
from reader.training.closer.network import CloseNetwork
from reader.training.descent import descend
from reader.training.precision import fast_precision


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to train.

    Attributes:
        rounds: how often every sentence is seen beside its likeliest claims.
        size: sentences in a step.
        rate: AdamW's rate for what was pre-trained.
        head_factor: how much faster the new parts learn.
        seed: of the order and of the dropout.
    """

    rounds: int = 4
    size: int = 8
    rate: float = 8e-5
    head_factor: float = 10.0
    seed: int = 0


def train(network: CloseNetwork, links: Sequence[LinkExample], recipe: Recipe) -> None:
    """Train the network."""
    torch.manual_seed(recipe.seed)
    steps = list(_steps(links, recipe))
    new = [*network.score.parameters(), *network.roles.parameters()]
    descend(network, new, (recipe.rate, recipe.rate * recipe.head_factor), steps, _loss)


def _steps(links: Sequence[LinkExample], recipe: Recipe) -> Iterator[list[LinkExample]]:
    random = np.random.default_rng(recipe.seed)
    for _ in range(recipe.rounds):
        order = random.permutation(len(links))
        for start in range(0, len(order), recipe.size):
            yield [links[place] for place in order[start : start + recipe.size]]


def _loss(network: CloseNetwork, links: Sequence[LinkExample]) -> Tensor:
    """Return how unlikely the right claims are, the linker's sums being added to the scores."""
    scores = scores_of(network, [asked for one in links for asked in one.asked])
    total = torch.zeros(())
    for own, one in zip(scores.split([len(one.asked) for one in links]), links, strict=True):
        sums = own + torch.from_numpy(one.sums)
        right = sums[torch.from_numpy(one.right)]
        total = total + torch.logsumexp(sums, 0) - torch.logsumexp(right, 0)
    return total / len(links)


def scores_of(network: CloseNetwork, asked: Sequence[Asked]) -> Tensor:
    """Return the network's scores of some lines."""
    given = padded(asked)
    with fast_precision():
        scores = network(given.itself, given.others, given.roles, given.present)
    return scores.float()
