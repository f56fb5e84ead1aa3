"""Trains the close reader: sentences in their context, and sentences beside their claims."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.analysis.encoder.close_reading import in_context
from reader.training.closer.lines import Asked, batches, padded
from reader.training.closer.links import LinkExample
from reader.training.closer.network import CloseNetwork
from reader.training.corrections.sight import Seen
from reader.training.precision import fast_precision

# an unsure passage counts less than in the regression: here every example shapes the features
_UNSURE = 0.6
_DISPUTED, _KINDS, _LINKS = 0.3, 0.3, 0.5


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to train, and on what.

    Attributes:
        rounds: how often every corrective sentence is seen.
        others: sentences that are not corrective, for each that is; drawn anew each round, the
            ones that look corrective to the regression more often.
        size: lines in a step.
        link_rounds: how often every sentence is seen beside its likeliest claims.
        rate: AdamW's rate for what was pre-trained.
        head_factor: how much faster the new parts learn.
        seed: of the order and of the dropout.
    """

    rounds: int = 2
    others: int = 3
    size: int = 16
    link_rounds: float = 4.0
    rate: float = 8e-5
    head_factor: float = 10.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in its context and what the annotators say of it; `kind` -1 for none."""

    asked: Asked
    corrective: int
    weight: float
    disputed: bool
    kind: int
    log_odds: float


def examples(seen: Sequence[Seen], log_odds: Sequence[Sequence[float]]) -> list[Example]:
    """Return every sentence of the articles; `log_odds` are the regression's."""
    return [
        Example(
            ask(one, number),
            mark,
            one.read.weights[number] if mark == 0 or one.read.weights[number] == 1 else _UNSURE,
            one.read.disputed[number],
            one.read.kinds[number],
            odds[number],
        )
        for one, odds in zip(seen, log_odds, strict=True)
        for number, mark in enumerate(one.read.corrective)
    ]


def ask(seen: Seen, number: int) -> Asked:
    """Return a sentence of an article in its context."""
    recalled = seen.read.memory.recalled(number)
    return Asked(seen, in_context(number, None if recalled is None else recalled.sentence))


def train(
    network: CloseNetwork, known: Sequence[Example], links: Sequence[LinkExample], recipe: Recipe
) -> None:
    """Train the network on both kinds of examples."""
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    steps = list(_steps(known, recipe, random))
    adam, schedule = _optimiser(network, recipe, len(steps))
    supply = _links(links, recipe, len(steps), random)
    network.train()
    started = time.monotonic()
    for number, step in enumerate(steps):
        loss = _loss(network, step) + _link_loss(network, next(supply))
        adam.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        schedule.step()
        if number % 50 == 0:
            seconds = time.monotonic() - started
            print(f"step {number} of {len(steps)}: {loss.item():.2f}, {seconds:.0f} s")  # noqa: T201


def _steps(
    known: Sequence[Example], recipe: Recipe, random: np.random.Generator
) -> Iterator[list[Example]]:
    corrective = [one for one in known if one.corrective]
    rest = [one for one in known if not one.corrective]
    likely = 1 / (1 + np.exp(-np.array([one.log_odds for one in rest]) / 2))
    count = min(len(rest), recipe.others * len(corrective))
    for _ in range(recipe.rounds):
        drawn = random.choice(len(rest), count, replace=False, p=likely / likely.sum())
        chosen = corrective + [rest[place] for place in drawn]
        for places in batches([one.asked for one in chosen], recipe.size, random):
            yield [chosen[place] for place in places]


def _links(
    links: Sequence[LinkExample], recipe: Recipe, steps: int, random: np.random.Generator
) -> Iterator[list[LinkExample]]:
    """Yield the links of each step."""
    rounds = int(np.ceil(recipe.link_rounds))
    order = np.concatenate([random.permutation(len(links)) for _ in range(rounds)])
    seen = order[: int(recipe.link_rounds * len(links))]
    for places in np.array_split(seen, steps):
        yield [links[place] for place in places]


def _optimiser(
    network: CloseNetwork, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    new = [*network.scores.parameters(), *network.roles.parameters()]
    groups = [
        {"params": list(network.layers.parameters()), "lr": recipe.rate},
        {"params": new, "lr": recipe.rate * recipe.head_factor},
    ]
    adam = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, steps // 10)
    return adam, torch.optim.lr_scheduler.LambdaLR(
        adam, lambda step: min((step + 1) / warm, max(0.01, (steps - step) / (steps - warm)))
    )


def _loss(network: CloseNetwork, step: Sequence[Example]) -> Tensor:
    scores = scores_of(network, [one.asked for one in step])
    marks = torch.tensor([float(one.corrective) for one in step])
    weights = torch.tensor([one.weight for one in step])
    disputed = torch.tensor([float(one.disputed) for one in step])
    kinds = torch.tensor([one.kind for one in step])
    losses = functional.binary_cross_entropy_with_logits(scores[:, 0], marks, reduction="none")
    total = (losses * weights).mean()
    total = total + _DISPUTED * functional.binary_cross_entropy_with_logits(scores[:, 1], disputed)
    if (kinds >= 0).any():
        kind = functional.cross_entropy(scores[:, 2:5], kinds, ignore_index=-1, reduction="sum")
        total = total + _KINDS * kind / len(step)
    return total


def _link_loss(network: CloseNetwork, links: Sequence[LinkExample]) -> Tensor:
    """Return how unlikely the right claims are, the linker's sums being added to the scores."""
    if not links:
        return torch.zeros(())
    scores = scores_of(network, [asked for one in links for asked in one.asked])[:, 5]
    total = torch.zeros(())
    for own, one in zip(scores.split([len(one.asked) for one in links]), links, strict=True):
        sums = own + torch.from_numpy(one.sums)
        right = sums[torch.from_numpy(one.right)]
        total = total + torch.logsumexp(sums, 0) - torch.logsumexp(right, 0)
    return _LINKS * total / len(links)


def scores_of(network: CloseNetwork, asked: Sequence[Asked]) -> Tensor:
    """Return the network's scores of some lines."""
    given = padded(asked)
    with fast_precision():
        scores = network(given.itself, given.others, given.roles, given.present)
    return scores.float()


def answers(network: CloseNetwork, asked: Sequence[Asked]) -> npt.NDArray[np.float64]:
    """Return the network's scores of any number of lines, without training."""
    network.eval()
    found = np.zeros((len(asked), 6))
    with torch.no_grad():
        for places in batches(asked, 32, np.random.default_rng(0)):
            found[places] = scores_of(network, [asked[place] for place in places]).numpy()
    return found
