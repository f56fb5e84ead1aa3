"""Trains a network on the openings that we have read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.training.article_reader.lessons import Lesson, LinkLesson
from reader.training.article_reader.network import OUTPUTS, ArticleNetwork, padded

_DISPUTED = OUTPUTS - 1
_KINDS = slice(1, _DISPUTED)


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to train, and what counts how much.

    Attributes:
        rounds: how often every opening is seen.
        size: openings in a step.
        rate: AdamW's highest rate.
        links: how much the choice of a claim counts beside the finding of passages.
        aside: how much types and disputes count.
        seed: of the start, the order and the dropout.
    """

    rounds: int = 18
    size: int = 16
    rate: float = 2e-3
    links: float = 0.2
    aside: float = 0.2
    seed: int = 0


def learned(lessons: Sequence[Lesson], start: Tensor, recipe: Recipe) -> ArticleNetwork:
    """Return a network that says of `lessons` what we marked in them.

    Args:
        lessons: what it learns from.
        start: (k,) the weights of the linker, from which the pointer starts.
        recipe: how.
    """
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    network = ArticleNetwork(
        torch.from_numpy(np.concatenate([one.vectors for one in lessons])),
        torch.from_numpy(np.concatenate([one.features for one in lessons])),
        len(start),
    )
    with torch.no_grad():
        network.pointer.plain.weight.copy_(start[None])
    adam = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=0.02)
    each = -(-len(lessons) // recipe.size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        adam, recipe.rate, total_steps=recipe.rounds * each + 1, pct_start=0.1
    )
    network.train()
    for _ in range(recipe.rounds):
        order = random.permutation(len(lessons))
        for first in range(0, len(order), recipe.size):
            loss = _loss(
                network, [lessons[at] for at in order[first : first + recipe.size]], recipe
            )
            adam.zero_grad()
            loss.backward()
            adam.step()
            schedule.step()
    network.eval()
    return network


def _loss(network: ArticleNetwork, lessons: Sequence[Lesson], recipe: Recipe) -> Tensor:
    scores, asking, asked = network(
        padded([torch.from_numpy(one.vectors) for one in lessons]),
        padded([torch.from_numpy(one.features) for one in lessons]),
    )
    told = padded([torch.ones(len(one.kinds)) for one in lessons]) > 0
    said = scores[told]
    corrective, disputed, kinds = (
        torch.from_numpy(np.concatenate(own))
        for own in (
            [one.corrective for one in lessons],
            [one.disputed for one in lessons],
            [one.kinds for one in lessons],
        )
    )
    entropy = functional.binary_cross_entropy_with_logits
    aside = entropy(said[:, _DISPUTED], disputed)
    if (kinds >= 0).any():
        of_kind = functional.cross_entropy(said[:, _KINDS], kinds, ignore_index=-1, reduction="sum")
        aside = aside + of_kind / len(kinds)
    linked = _link_loss(network, lessons, asking, asked)
    return entropy(said[:, 0], corrective) + recipe.aside * aside + recipe.links * linked


def _link_loss(
    network: ArticleNetwork, lessons: Sequence[Lesson], asking: Tensor, asked: Tensor
) -> Tensor:
    """Return how unlikely the right claims are, the mean over the corrective sentences."""
    each = [
        _unlikely(network.pointer, link, own, others)
        for one, own, others in zip(lessons, asking, asked, strict=True)
        for link in one.links
    ]
    return torch.stack(each).mean() if each else torch.zeros(())


def _unlikely(pointer: nn.Module, link: LinkLesson, asking: Tensor, asked: Tensor) -> Tensor:
    sums = pointer(
        asking[link.sentence],
        asked[link.places.start : link.places.stop],
        torch.from_numpy(link.pairs),
    )
    right = sums[torch.from_numpy(link.right)]
    return torch.logsumexp(sums, 0) - torch.logsumexp(right, 0)
