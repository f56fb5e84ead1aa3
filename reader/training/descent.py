"""Trains a network that was partly pre-trained, step by step."""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import torch
from torch import Tensor, nn

Network = TypeVar("Network", bound=nn.Module)
Step = TypeVar("Step")

_SAID = 50


def descend(
    network: Network,
    new: Sequence[nn.Parameter],
    rates: tuple[float, float],
    steps: Sequence[Step],
    loss_of: Callable[[Network, Step], Tensor],
) -> None:
    """Train the network on `steps` by AdamW: a tenth of them to warm up, then ever slower.

    Args:
        network: what `loss_of` is given with each step.
        new: its parts that were not pre-trained.
        rates: for what was pre-trained, and for `new`.
        steps: what is learned from, in this order.
        loss_of: the loss of a step.
    """
    known = {id(part) for part in new}
    rest = [one for one in network.parameters() if one.requires_grad and id(one) not in known]
    groups = [{"params": rest, "lr": rates[0]}, {"params": list(new), "lr": rates[1]}]
    adam = torch.optim.AdamW(groups, weight_decay=0.01)
    count, warm = len(steps), max(1, len(steps) // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda step: min((step + 1) / warm, max(0.01, (count - step) / (count - warm)))
    )
    network.train()
    started = time.monotonic()
    for number, step in enumerate(steps):
        loss = loss_of(network, step)
        adam.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        schedule.step()
        if number % _SAID == 0:
            seconds = time.monotonic() - started
            print(f"step {number} of {count}: {loss.item():.2f}, {seconds:.0f} s")  # noqa: T201
