"""Trains the teacher on the annotated articles, and has it read others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reader.training.article_reader.blocks import Batch, Block, batch_of, blocks_of
from reader.training.article_reader.teacher import OUTPUTS, Teacher
from reader.training.article_reader.texts import Floats, Text
from reader.training.descent import descend
from reader.training.pretrained import base_weights

_BLOCK, _BLOCK_READ = 320, 256
_POOL, _AT_ONCE = 256, 16
_MARKS, _OTHERS, _KINDS, _LINKS = 4.0, 1.2, 0.3, 0.5
_PER_STEP = 8.0


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to train.

    Attributes:
        rounds: how often every block with something to learn is seen.
        plain: the share of the other blocks that is seen in a round.
        pieces: in a step, at most.
        rate: AdamW's rate; new parts learn `new_factor` times as fast.
        seed: of the order, the cuts and the dropout.
    """

    rounds: int = 3
    plain: float = 0.5
    pieces: int = 2500
    rate: float = 1e-4
    new_factor: float = 10.0
    seed: int = 1


def taught(texts: Sequence[Text], recipe: Recipe) -> Teacher:
    """Return a teacher that has learned from `texts`."""
    random = np.random.default_rng(recipe.seed)
    torch.manual_seed(recipe.seed)
    teacher = Teacher()
    teacher.start_from(base_weights())
    steps = [step for _ in range(recipe.rounds) for step in _steps(texts, recipe, random)]
    new = [part for one in (teacher.sentences, *teacher.added) for part in one.parameters()]
    descend(teacher, new, (recipe.rate, recipe.rate * recipe.new_factor), steps, _loss)
    return teacher


def _steps(texts: Sequence[Text], recipe: Recipe, random: np.random.Generator) -> list[list[Block]]:
    """Return the steps of a round: blocks of about the same length, no more pieces than asked."""
    blocks = [
        block
        for text in texts
        for block in blocks_of(text, _BLOCK, random)
        if _teaches(block) or random.random() < recipe.plain
    ]
    order = random.permutation(len(blocks))
    steps: list[list[Block]] = []
    for start in range(0, len(order), _POOL):
        step: list[Block] = []
        for block in sorted((blocks[at] for at in order[start : start + _POOL]), key=_pieces):
            if step and (len(step) + 1) * block.pieces > recipe.pieces:
                steps.append(step)
                step = []
            step.append(block)
        steps.append(step)
    random.shuffle(steps)
    return steps


def _pieces(block: Block) -> int:
    return block.pieces


def _teaches(block: Block) -> bool:
    own, text = slice(block.own.start, block.own.stop), block.text
    return bool(
        (text.corrective[own] > 0).any()
        or (text.disputed[own] > 0).any()
        or (text.weights[own] < 1).any()
    )


def _loss(teacher: Teacher, blocks: Sequence[Block]) -> Tensor:
    batch = batch_of(blocks)
    scores, means = teacher(batch)
    own = scores[_own_rows(blocks, batch)]
    marks, weights, disputed, contested = (
        torch.from_numpy(np.concatenate(values)).float()
        for values in zip(*map(_labels, blocks), strict=True)
    )
    kinds = torch.from_numpy(np.concatenate([_of(block.text.kinds, block) for block in blocks]))
    entropy = functional.binary_cross_entropy_with_logits
    loss = _MARKS * (entropy(own[:, 0], marks, reduction="none") * weights).mean()
    loss = loss + _OTHERS * (entropy(own[:, 1], disputed) + entropy(own[:, 5], contested))
    if (kinds >= 0).any():
        kind = functional.cross_entropy(own[:, 2:5], kinds, ignore_index=-1, reduction="sum")
        loss = loss + _KINDS * kind / _PER_STEP
    for block, number, reach, sums in teacher.links(means, batch, blocks):
        right = torch.tensor([place in block.text.answers[number] for place in reach])
        if block.text.corrective[number] and right.any():
            missed = torch.logsumexp(sums, 0) - torch.logsumexp(sums[right], 0)
            loss = loss + _LINKS * missed / _PER_STEP
    return loss


def _labels(block: Block) -> list[Floats]:
    text = block.text
    labels = (text.corrective, text.weights, text.disputed, text.contested)
    return [_of(values, block) for values in labels]


def _of(values: np.ndarray, block: Block) -> np.ndarray:
    return values[block.own.start : block.own.stop]


def _own_rows(blocks: Sequence[Block], batch: Batch) -> list[int]:
    return [
        start + number - block.sentences.start
        for block, start in zip(blocks, batch.starts, strict=True)
        for number in block.own
    ]


def read_by(teacher: Teacher, texts: Iterable[Text]) -> list[np.ndarray]:
    """Return the teacher's scores (sentences, OUTPUTS) of each text."""
    teacher.eval()
    whole = list(texts)
    found = [np.zeros((len(text.pieces), OUTPUTS), np.float32) for text in whole]
    blocks = [
        (number, block)
        for number, text in enumerate(whole)
        for block in blocks_of(text, _BLOCK_READ)
    ]
    blocks.sort(key=lambda pair: pair[1].pieces)
    with torch.no_grad():
        for start in range(0, len(blocks), _AT_ONCE):
            step = blocks[start : start + _AT_ONCE]
            batch = batch_of([block for _, block in step])
            scores = teacher(batch)[0].numpy()
            for (number, block), first in zip(step, batch.starts, strict=True):
                at = first + block.own.start - block.sentences.start
                found[number][block.own.start : block.own.stop] = scores[at : at + len(block.own)]
    return found
