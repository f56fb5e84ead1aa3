"""Reads a sentence closely, together with a claim that it may answer.

The encoder sees a paragraph at a time. Here the states that it gave the pieces of several sentences
are laid end to end and read on by two more layers, which costs too much to do for every sentence.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt
import onnxruntime

from reader.analysis.reading import Array

_MOST = 127


@dataclass(frozen=True, slots=True)
class States:
    """The states of a sentence's pieces, in a quarter of the memory: a hundredth of them is lost.

    Attributes:
        codes: (pieces, width), what to multiply by the scale.
        scale: of the whole sentence.
    """

    codes: npt.NDArray[np.int8]
    scale: float

    @classmethod
    def of(cls, states: Array) -> "States":
        """Keep `states` (pieces, width), all of them finite."""
        scale = float(max(states.max(initial=0.0), -states.min(initial=0.0))) / _MOST or 1.0
        return cls(np.rint(states * (1 / scale)).astype(np.int8), scale)

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.codes)

    def first(self, most: int) -> Array:
        """Return the states of the first `most` pieces, (pieces, width)."""
        states: Array = self.codes[:most] * np.float32(self.scale)
        return states


class Role(IntEnum):
    """What a sentence is there for; the network knows them by these numbers."""

    ITSELF = 0
    BEFORE = 1
    CLAIM = 2


# pieces of a sentence that are read, by its role
LONGEST = {Role.ITSELF: 64, Role.BEFORE: 40, Role.CLAIM: 40}
KEPT = max(LONGEST.values())


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the others that it is read with, all by number."""

    itself: int
    others: tuple[tuple[int, Role], ...]

    def roles(self, lengths: Sequence[int]) -> Iterator[int]:
        """Yield the role of each piece of the others, given how many pieces every sentence has."""
        for number, role in self.others:
            yield from [int(role)] * min(lengths[number], LONGEST[role])


def beside_claim(number: int, claim: int) -> Line:
    """Return the line that tells how well the sentence answers the claim in another, or its own.

    What "this" and "he" stand for is mostly told by the sentence just before it.
    """
    others = [(claim, Role.CLAIM)] if claim != number else []
    if number and claim != number - 1:
        others.append((number - 1, Role.BEFORE))
    return Line(number, tuple(others))


class CloseReader:
    """The two layers, one line at a time; loaded with the first line."""

    def __init__(self, load: Callable[[], onnxruntime.InferenceSession]) -> None:
        self._load = load

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return self._load()

    def read(self, states: Sequence[States], lines: Sequence[Line]) -> Array:
        """Return how well the sentence of each of `lines` answers the claim in it, a score each.

        Args:
            states: of every sentence of the document.
            lines: what to read.
        """
        lengths = [len(own) for own in states]
        return np.array([self._score(states, lengths, line) for line in lines], np.float32)

    def _score(self, states: Sequence[States], lengths: Sequence[int], line: Line) -> float:
        itself = states[line.itself].first(LONGEST[Role.ITSELF])
        # the first, empty part keeps the shape where there are no others
        others = [
            itself[:0],
            *(states[number].first(LONGEST[role]) for number, role in line.others),
        ]
        given = {
            "itself": itself,
            "others": np.concatenate(others),
            "roles": np.array(list(line.roles(lengths)), np.int64),
        }
        return float(self._session.run(["score"], given)[0][0])
