"""Lays lines of states out as padded tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from reader.analysis.encoder.close_reading import LONGEST, Line, Role
from reader.training.corrections.sight import Seen


@dataclass(frozen=True, slots=True)
class Padded:
    """What `CloseNetwork.forward` takes."""

    itself: Tensor
    others: Tensor
    roles: Tensor
    present: Tensor


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of an article."""

    seen: Seen
    line: Line

    @property
    def roles(self) -> list[int]:
        """The role of each piece of the others."""
        return list(self.line.roles(self.seen.lengths))


def padded(asked: Sequence[Asked]) -> Padded:
    """Return the lines as tensors, each padded to the longest of them."""
    itself = [one.seen.states[one.line.itself][: LONGEST[Role.ITSELF]] for one in asked]
    others = [_others(one) for one in asked]
    own, rest = max(1, *map(len, itself)), max(map(len, others))
    roles = np.zeros((len(asked), rest), np.int64)
    present = np.zeros((len(asked), own + rest), bool)
    for row, one in enumerate(asked):
        roles[row, : len(others[row])] = one.roles
        # a sentence without pieces has one of zeros, so that no line is wholly empty
        present[row, : max(1, len(itself[row]))] = True
        present[row, own : own + len(others[row])] = True
    return Padded(
        _stacked(itself, own),
        _stacked(others, rest),
        torch.from_numpy(roles),
        torch.from_numpy(present),
    )


def _others(one: Asked) -> npt.NDArray[np.float16]:
    states = one.seen.states
    parts = [states[number][: LONGEST[role]] for number, role in one.line.others]
    return np.concatenate([states[one.line.itself][:0], *parts])


def _stacked(rows: Sequence[npt.NDArray[np.float16]], width: int) -> Tensor:
    table = np.zeros((len(rows), width, rows[0].shape[1]), np.float16)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return torch.from_numpy(table).float()
