"""Blocks of whole sentences that the teacher reads at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from reader.training.article_reader.texts import Text
from reader.training.corpus import CLASSIFY

LONGEST_BLOCK = 510
_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive sentences of a text; the first few are there as context for the `own` ones."""

    text: Text
    sentences: range
    own: range

    @property
    def pieces(self) -> int:
        """Say how many pieces it has."""
        return sum(self.text.pieces[number].shape[1] for number in self.sentences)


@dataclass(frozen=True, slots=True)
class Batch:
    """Blocks as padded tensors (blocks, pieces).

    Attributes:
        ids: numbers of the pieces; `shapes`, `voices` and `claimed` are the rest of their rows.
        lengths: (blocks,) the pieces of each.
        sentence: the sentence of each piece, counted through all blocks, `sentences` for none.
        starts: the first sentence of each block in that count.
        sentences: how many there are.
    """

    ids: Tensor
    shapes: Tensor
    voices: Tensor
    claimed: Tensor
    lengths: Tensor
    sentence: Tensor
    starts: Sequence[int]
    sentences: int


def blocks_of(
    text: Text, longest: int, random: np.random.Generator | None = None
) -> Iterator[Block]:
    """Yield blocks of at most `longest` pieces (a long sentence apart) that tell of all sentences.

    With `random` each has a length of its own, a third to the whole of it: the teacher should not
    learn where blocks are cut.
    """
    first, count = 0, len(text.pieces)
    while first < count:
        most = longest if random is None else int(random.integers(longest // 3, longest + 1))
        start = max(0, first - _BEFORE)
        size = sum(text.pieces[number].shape[1] for number in range(start, first))
        stop = first
        while stop < count and (stop == first or size + text.pieces[stop].shape[1] <= most):
            size += text.pieces[stop].shape[1]
            stop += 1
        yield Block(text, range(start, stop), range(first, stop))
        first = stop


def batch_of(blocks: Sequence[Block]) -> Batch:
    """Return blocks as tensors, each with the opening mark before it."""
    count = sum(len(block.sentences) for block in blocks)
    rows = [_row(block) for block in blocks]
    longest = 1 + max(row.shape[1] for row in rows)
    table = np.zeros((4, len(blocks), longest), np.int64)
    sentence = np.full((len(blocks), longest), count)
    table[0, :, 0] = CLASSIFY
    starts = np.cumsum([0, *(len(block.sentences) for block in blocks)])[:-1].tolist()
    for number, (row, start) in enumerate(zip(rows, starts, strict=True)):
        table[:, number, 1 : 1 + row.shape[1]] = row[:4]
        sentence[number, 1 : 1 + row.shape[1]] = row[4] + start
    ids, shapes, voices, claimed = map(torch.from_numpy, table)
    lengths = torch.tensor([1 + row.shape[1] for row in rows])
    return Batch(ids, shapes, voices, claimed, lengths, torch.from_numpy(sentence), starts, count)


def _row(block: Block) -> np.ndarray:
    """Return (5, pieces): the rows of the pieces, and the place of their sentence in the block."""
    parts = [block.text.pieces[number] for number in block.sentences]
    places = [np.full(part.shape[1], place) for place, part in enumerate(parts)]
    return np.concatenate([np.hstack(parts), np.hstack(places)[None]])[:, :LONGEST_BLOCK]
