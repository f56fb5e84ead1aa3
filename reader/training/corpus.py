"""The prepared examples as arrays, and the batches that are drawn from them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from reader.training.device import DEVICE

CLASSIFY, SEPARATE, PADDING = 101, 102, 0
ROLES = ("source", "cue", "content")
LONGEST_ARTICLE = 96

Units = npt.NDArray[np.int_]


@dataclass
class Windows:
    """Padded windows of pieces; `sentence` is the sentence of each piece, -1 for none.

    `place` is the index of each piece in the corpus's arrays, -1 for the marks between sentences.
    """

    ids: Tensor
    shapes: Tensor
    present: Tensor
    sentence: Tensor
    place: Tensor


class Corpus:
    """All examples: piece, sentence and unit arrays that lie end to end."""

    def __init__(self, arrays: dict[str, Any]) -> None:
        self.arrays = arrays
        length, units = self.arrays["length"], self.arrays["unit_len"]
        self.piece_start = np.concatenate([[0], np.cumsum(length)])
        self.sentence_start = np.concatenate([[0], np.cumsum(units)])
        self.unit_of = np.repeat(np.arange(len(units)), units)
        self.set = np.array(self.arrays["data_set"])
        self.claims = dict(self.arrays["claims"])
        self.labels = {
            name: torch.as_tensor(self.arrays[name].astype(kind), device=DEVICE)
            for name, kind in (
                ("loaded", np.float32),
                ("source", np.int64),
                ("cue", np.int64),
                ("content", np.int64),
                ("bias", np.float32),
                ("corrective", np.float32),
                ("weight", np.float32),
                ("disputed", np.float32),
                ("kind", np.int64),
                ("wire", np.float32),
            )
        }
        self.features = torch.as_tensor(self._sentence_features(), device=DEVICE)

    def units(self, *sets: str, folds: Sequence[int] | None = None) -> np.ndarray:
        """Return the indices of the units of `sets`, of `folds` where given."""
        chosen = np.isin(self.set, sets)
        if folds is not None:
            chosen &= np.isin(self.arrays["fold"], folds)
        return np.flatnonzero(chosen)

    def sentences_of(self, unit: int) -> range:
        """Return the sentences of a unit."""
        return range(self.sentence_start[unit], self.sentence_start[unit + 1])

    def _sentence_features(self) -> np.ndarray:
        length, shapes = self.arrays["length"], self.arrays["shapes"]
        starts = self.piece_start[:-1]
        quoted = np.add.reduceat(shapes % 2, np.minimum(starts, len(shapes) - 1)) / np.maximum(
            1, length
        )
        numbers = np.add.reduceat(shapes // 2 == 3, np.minimum(starts, len(shapes) - 1))
        paragraph = self.arrays["paragraph"]
        opens = np.r_[True, paragraph[1:] != paragraph[:-1]]
        place, share = np.zeros(len(length)), np.zeros(len(length))
        for a, b in zip(self.sentence_start[:-1], self.sentence_start[1:], strict=True):
            opens[a] = True
            place[a:b] = np.minimum(np.arange(b - a), 30) / 30
            share[a:b] = np.arange(b - a) / max(1, b - a)
        columns = [quoted, np.minimum(numbers, 5) / 5, opens, place, share, np.log1p(length) / 4]
        return np.stack(columns, axis=1).astype(np.float32)

    def chunks(self, sentences: Sequence[int], longest: int) -> list[list[tuple[int, int, int]]]:
        """Pack whole sentences into windows of at most `longest` pieces.

        Returns:
            A list of windows, each a list of (sentence, first piece, end piece) in the corpus.
        """
        windows: list[list[tuple[int, int, int]]] = []
        room, paragraph = 0, (-1, -1)
        for sentence in sentences:
            start, end = int(self.piece_start[sentence]), int(self.piece_start[sentence + 1])
            here = (int(self.unit_of[sentence]), int(self.arrays["paragraph"][sentence]))
            while start < end:
                take = min(end - start, longest - 2)
                if take > room or here != paragraph:
                    windows.append([])
                    room, paragraph = longest - 2, here
                windows[-1].append((int(sentence), start, start + take))
                room -= take
                start += take
        return windows

    def windows(self, chunks: Sequence[list[tuple[int, int, int]]]) -> Windows:
        """Lay windows out as padded tensors."""
        width = max(sum(b - a for _, a, b in chunk) for chunk in chunks) + 2
        shape = (len(chunks), width)
        ids, shapes = np.full(shape, PADDING), np.zeros(shape, int)
        sentence, place = np.full(shape, -1), np.full(shape, -1)
        present = np.zeros(shape, bool)
        for row, chunk in enumerate(chunks):
            ids[row, 0], at = CLASSIFY, 1
            for number, start, end in chunk:
                stop = at + end - start
                ids[row, at:stop] = self.arrays["ids"][start:end]
                shapes[row, at:stop] = self.arrays["shapes"][start:end]
                sentence[row, at:stop] = number
                place[row, at:stop] = np.arange(start, end)
                at = stop
            ids[row, at] = SEPARATE
            present[row, : at + 1] = True
        columns = (ids, shapes, present, sentence, place)
        return Windows(*(torch.as_tensor(column, device=DEVICE) for column in columns))


def shuffled(items: np.ndarray, size: int, random: np.random.Generator) -> Iterator[np.ndarray]:
    """Yield batches of `size` items, forever, each item once a round."""
    while True:
        order = random.permutation(items)
        for start in range(0, len(order) - size + 1, size):
            yield order[start : start + size]


@dataclass(frozen=True)
class Grouping:
    """How windows are put together.

    Attributes:
        most: pieces of a group, padding included.
        likeness: how long the shortest window is at least, beside the longest.
    """

    most: int
    likeness: float


GROUPING = Grouping(1024, 2 / 3) if DEVICE.type == "cpu" else Grouping(16384, 0.0)
"""A main processor is best spared padding, a graphics processor kept busy by few large groups."""


def alike(
    chunks: Sequence[list[tuple[int, int, int]]], grouping: Grouping = GROUPING
) -> Iterator[list[list[tuple[int, int, int]]]]:
    """Yield the windows in groups, or alone where one is larger than a group may be."""

    def length(chunk: list[tuple[int, int, int]]) -> int:
        return sum(end - start for _, start, end in chunk)

    group: list[list[tuple[int, int, int]]] = []
    for chunk in sorted(chunks, key=length):
        longest = length(chunk) + 2
        full = (len(group) + 1) * longest > grouping.most
        if group and (full or length(group[0]) + 2 < grouping.likeness * longest):
            yield group
            group = []
        group.append(chunk)
    if group:
        yield group


def pool(hidden: Tensor, sentence: Tensor, sentences: Sequence[int]) -> Tensor:
    """Return the mean hidden state of each of `sentences`, (sentences, hidden).

    `sentence` (pieces,) says to which sentence each row of `hidden` (pieces, hidden) belongs.
    """
    index = torch.as_tensor(np.asarray(sentences), device=hidden.device)
    rows = torch.searchsorted(index, sentence)
    total = torch.zeros(len(index), hidden.shape[-1], device=hidden.device)
    total = total.index_add(0, rows, hidden.float())
    count = torch.bincount(rows, minlength=len(index))
    return total / count.clamp(min=1)[:, None]
