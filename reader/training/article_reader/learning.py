"""Trains the network that ships on what the teachers say of articles that nobody has read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reader.training.article_reader.network import ArticleNetwork, padded

_OTHERS = 0.1


@dataclass(frozen=True, slots=True)
class Marked:
    """An article as the network takes it, and what it should say.

    Attributes:
        vectors: (n, d) the encoder's.
        features: (n, k).
        scores: (n, OUTPUTS) the teachers'; the first column is calibrated log-odds.
    """

    vectors: Tensor
    features: Tensor
    scores: Tensor


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to train.

    Attributes:
        rounds: how often every article is seen.
        size: articles in a step.
        rate: AdamW's highest rate.
        seed: of the start, the order and the dropout.
    """

    rounds: int = 10
    size: int = 32
    rate: float = 2e-3
    seed: int = 0


def learned(articles: Sequence[Marked], recipe: Recipe) -> ArticleNetwork:
    """Return a network that says of `articles` what their scores do."""
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    network = ArticleNetwork(
        torch.cat([one.vectors for one in articles]), torch.cat([one.features for one in articles])
    )
    adam = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=0.02)
    each = -(-len(articles) // recipe.size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        adam, recipe.rate, total_steps=recipe.rounds * each + 1, pct_start=0.1
    )
    network.train()
    for turn in range(recipe.rounds):
        order = random.permutation(len(articles))
        losses = []
        for start in range(0, len(order), recipe.size):
            loss = _loss(network, [articles[at] for at in order[start : start + recipe.size]])
            adam.zero_grad()
            loss.backward()
            adam.step()
            schedule.step()
            losses.append(loss.item())
        print(f"round {turn + 1} of {recipe.rounds}: {np.mean(losses):.4f}")  # noqa: T201
    network.eval()
    return network


def _loss(network: ArticleNetwork, articles: Sequence[Marked]) -> Tensor:
    scores = network(
        padded([one.vectors for one in articles]), padded([one.features for one in articles])
    )
    asked = padded([one.scores for one in articles])
    told = padded([torch.ones(len(one.scores)) for one in articles]) > 0
    entropy = functional.binary_cross_entropy_with_logits(
        scores[..., 0], asked[..., 0].sigmoid(), reduction="none"
    )
    rest = (scores[..., 1:] - asked[..., 1:]).square().mean(-1)
    return (entropy + _OTHERS * rest)[told].mean()
