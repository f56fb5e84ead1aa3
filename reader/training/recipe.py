"""The recipe: which units of which sets go into a step, and what each counts."""

import copy
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from reader.training.corpus import Corpus, Units, shuffled
from reader.training.device import DEVICE, fast_precision
from reader.training.losses import article_loss, role_loss, sentence_loss, wire_loss, word_loss
from reader.training.network import Network, stretches_of

_WORDS = "encoder.words.weight"

TRAINING_FOLDS = (1, 2, 3, 4)

WORD_WEIGHT = 4.0


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to train, and what a step holds.

    Attributes:
        steps: optimiser steps.
        rate: AdamW's rate for what was pre-trained.
        head_factor: how much faster the new parts learn.
        babe: BABE sentences a step.
        weak_spots: sentences of our own a step.
        unlabelled: sentences by outlet that nobody read, a step.
        wire_weight: sober wire copy holds almost no loaded words: how much every piece of it counts
            as a negative.
        average: how much of a running mean of the weights stays each step; the network ends as that
            mean. With 0 it ends with the last weights.
        seed: of the order and of the dropout.
        attribution_rounds: how often all PolNeAR articles are seen.
        correction_rounds: how often all articles with marked corrections are seen.
        invented_rounds: how often our own short articles are seen.
        word_rate: the rate of the word embeddings; 0 leaves them as they were pre-trained, which is
            best while few sentences of news teach.
        read: sentences by outlet in which we marked words, a step.
    """

    steps: int
    rate: float
    head_factor: float
    babe: int
    weak_spots: int
    unlabelled: int
    wire_weight: float
    average: float
    seed: int
    attribution_rounds: float = 0.0
    correction_rounds: float = 0.0
    invented_rounds: float = 0.0
    word_rate: float = 0.0
    read: int = 0


@dataclass(frozen=True)
class Unlabelled:
    """Sentences that nobody read.

    Attributes:
        units: the sentences.
        chances: how likely each is drawn, (units,) summing up to 1; each once a round if None.
    """

    units: Units
    chances: npt.NDArray[np.float64] | None = None

    def batches(self, size: int, random: np.random.Generator) -> Iterator[Units]:
        """Yield batches of `size` of them, forever."""
        if self.chances is None:
            yield from shuffled(self.units, size, random)
        while True:
            yield random.choice(self.units, size, replace=False, p=self.chances)


def train(
    network: Network,
    corpus: Corpus,
    recipe: Recipe,
    unlabelled: Unlabelled,
    folds: Sequence[int] = TRAINING_FOLDS,
) -> None:
    """Train all heads together: each step lone sentences and some whole articles.

    Args:
        network: is changed in place.
        corpus: what to learn from.
        recipe: how much of it, and how fast.
        unlabelled: the sentences to draw from that nobody read.
        folds: the folds of the labelled sets.
    """
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    network.to(DEVICE)
    adam, schedule = optimiser(network, recipe)
    others = unlabelled.batches(recipe.unlabelled, random)
    lone = _lone(corpus, recipe, folds, others, random)
    articles = _articles(corpus, recipe, folds, random)
    mean = copy.deepcopy(network)
    network.train()
    started = time.monotonic()
    for step in range(recipe.steps):
        loss = lone_loss(network, corpus, next(lone), recipe.wire_weight)
        loss = loss + articles_loss(network, corpus, next(articles), random)
        adam.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        schedule.step()
        _follow(mean, network, min(recipe.average, (step + 1) / (step + 10)))
        if step % 100 == 0:
            print(f"step {step}: loss {loss.item():.2f}, {time.monotonic() - started:.0f} s")  # noqa: T201
    network.load_state_dict(mean.state_dict())


def _follow(mean: Network, network: Network, kept: float) -> None:
    with torch.no_grad():
        for ours, theirs in zip(mean.parameters(), network.parameters(), strict=True):
            ours.lerp_(theirs, 1 - kept)


def _lone(
    corpus: Corpus,
    recipe: Recipe,
    folds: Sequence[int],
    others: Iterator[Units],
    random: np.random.Generator,
) -> Iterator[list[int]]:
    sizes = {"babe": recipe.babe, "weak": recipe.weak_spots, "read": recipe.read}
    supply = [
        shuffled(corpus.units(name, folds=folds), size, random)
        for name, size in sizes.items()
        if size
    ]
    while True:
        yield [int(unit) for batch in (*supply, others) for unit in next(batch)]


def _articles(
    corpus: Corpus, recipe: Recipe, folds: Sequence[int], random: np.random.Generator
) -> Iterator[list[int]]:
    """Yield the articles of each step, so that each set has its rounds by the last."""
    rounds = {
        "polnear": recipe.attribution_rounds,
        "corrections": recipe.correction_rounds,
        "invented": recipe.invented_rounds,
    }
    units = {name: corpus.units(name, folds=folds) for name in rounds}
    supply = {name: shuffled(found, 1, random) for name, found in units.items()}
    due = dict.fromkeys(rounds, 0.0)
    while True:
        chosen = []
        for name, often in rounds.items():
            due[name] += often * len(units[name]) / recipe.steps
            while due[name] >= 1:
                chosen.append(int(next(supply[name])[0]))
                due[name] -= 1
        yield chosen


def lone_loss(network: Network, corpus: Corpus, units: Sequence[int], wire_weight: float) -> Tensor:
    """Return what a batch of lone sentences teaches: loaded words and sentence scores."""
    sentences = [number for unit in sorted(units) for number in corpus.sentences_of(unit)]
    with fast_precision():
        outputs = network.read(corpus, sentences)
    loss = WORD_WEIGHT * word_loss(corpus, outputs) + sentence_loss(corpus, outputs, sentences)
    return loss + wire_weight * wire_loss(corpus, outputs)


def articles_loss(
    network: Network, corpus: Corpus, units: Sequence[int], random: np.random.Generator
) -> Tensor:
    """Return what some articles teach: attributions, corrective passages, links, loaded words."""
    if not units:
        return torch.zeros((), device=DEVICE)
    ranges = []
    for unit in sorted(units):
        parts = stretches_of(corpus.sentences_of(unit))
        ranges.append(parts[random.integers(len(parts))])
    with fast_precision():
        sentences = [number for part in ranges for number in part]
        outputs = network.read(corpus, sentences)
        corrective = article_loss(corpus, network, ranges, outputs)
    words = WORD_WEIGHT * word_loss(corpus, outputs) + sentence_loss(corpus, outputs, sentences)
    return role_loss(corpus, outputs) + corrective + words


def optimiser(
    network: Network, recipe: Recipe
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Return AdamW, warmed up over a tenth of the steps and let down linearly."""
    slow: list[nn.Parameter] = []
    fast: list[nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if name == _WORDS:
            parameter.requires_grad_(recipe.word_rate > 0)
            continue
        fresh = not name.startswith("encoder.") or ".tokens." in name or ".shapes." in name
        (fast if fresh else slow).append(parameter)
    adam = torch.optim.AdamW(
        [
            {"params": slow, "lr": recipe.rate},
            {"params": fast, "lr": recipe.rate * recipe.head_factor},
            {"params": [network.get_parameter(_WORDS)], "lr": recipe.word_rate},
        ],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )
    warm = max(1, recipe.steps // 10)

    def share(step: int) -> float:
        left = (recipe.steps - step) / max(1, recipe.steps - warm)
        return min((step + 1) / warm, max(0.0, left))

    return adam, torch.optim.lr_scheduler.LambdaLR(adam, share)
