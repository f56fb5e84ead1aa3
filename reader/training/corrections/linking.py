"""Learns which claim a corrective sentence answers: a chain over the sentences of an article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reader.analysis.corrective.chains import MOVES
from reader.analysis.corrective.features import Row
from reader.analysis.corrective.links import GAPS, Context, candidates, pair_features
from reader.analysis.corrective.links import near as nearness
from reader.training.corrections.articles import Read
from reader.training.corrections.regression import Array
from reader.training.corrections.stacking import matrix

STEPS = [f"{move}, {label}" for move in MOVES for _, label in GAPS]
_RIDGE = 8.0
_ROUNDS = 50
_RATE = 0.15
_IMPOSSIBLE = -1e4


@dataclass(frozen=True, slots=True)
class Link:
    """One corrective sentence: its candidates, their features, and which of them are right.

    `kinds` says for each candidate of the link before (rows) and each of this one (columns) which
    of STEPS leads from one to the other; it is empty for the first link.
    """

    sentence: int
    features: Array
    right: npt.NDArray[np.bool_]
    kinds: npt.NDArray[np.intp]


Chain = Sequence[Link]


def link_rows(read: Read, context: Context) -> list[tuple[int, list[Row]]]:
    """Return every corrective sentence with a claim, and the features of its candidates."""
    return [
        (number, [pair_features(context, number, place) for place in candidates(context, number)])
        for number, answers in enumerate(read.answers)
        if answers
    ]


def chain_of(
    read: Read, context: Context, rows: Sequence[tuple[int, Sequence[Row]]], names: Sequence[str]
) -> Chain:
    """Return the links of an article, given their rows."""
    numbers = [number for number, _ in rows]
    places = [np.array(candidates(context, number)) for number in numbers]
    kinds = [np.zeros((0, 0), np.intp), *_kinds(numbers, places)]
    return [
        Link(number, matrix([own], names), right_places(read, number, where), kind)
        for (number, own), where, kind in zip(rows, places, kinds, strict=True)
    ]


def right_places(read: Read, number: int, places: Iterable[int]) -> npt.NDArray[np.bool_]:
    """Return which of `places` report the claim that sentence `number` answers."""
    spans = [read.document.sentences[place].span for place in places]
    return np.array([any(map(span.overlaps, read.answers[number])) for span in spans])


def _kinds(
    numbers: Sequence[int], places: Sequence[npt.NDArray[np.intp]]
) -> Iterator[npt.NDArray[np.intp]]:
    labels = [label for _, label in GAPS]
    for (before, number), (origins, goals) in zip(pairwise(numbers), pairwise(places), strict=True):
        apart = goals[None, :] - origins[:, None]
        move = np.where(apart == 0, 0, np.where(apart > 0, 1, 2))
        yield move * len(labels) + labels.index(nearness(number - before))


def fit_links(chains: Sequence[Chain], columns: int) -> tuple[Array, Array]:
    """Return the weights of the candidates' features and of STEPS (Adam on the likelihood)."""
    weights = np.zeros(columns + len(STEPS))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, _ROUNDS + 1):
        slope = _RIDGE * weights
        for chain in chains:
            slope += _expected(chain, weights, right_only=False)
            slope -= _expected(chain, weights, right_only=True)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.98 * square + 0.02 * slope * slope
        step = (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.98**turn)) + 1e-8)
        weights = weights - _RATE * (1.0 if turn < 0.6 * _ROUNDS else 0.3) * step
    return weights[:columns], weights[columns:]


def _expected(chain: Chain, weights: Array, *, right_only: bool) -> Array:
    """Return the expected features of the chain, over all places or over the right ones only."""
    columns = len(weights) - len(STEPS)
    own = [_sums(link, weights[:columns], right_only=right_only) for link in chain]
    moves = [weights[columns:][link.kinds] for link in chain[1:]]
    forward, backward = _passes(own, moves)
    total = _log_sum(forward[-1], 0)
    found = np.zeros_like(weights)
    for link, ahead, back in zip(chain, forward, backward, strict=True):
        found[:columns] += np.exp(ahead + back - total) @ link.features
    for number, move in enumerate(moves):
        joint = forward[number][:, None] + move + (own[number + 1] + backward[number + 1])[None, :]
        chances = np.exp(joint - total).ravel()
        kinds = chain[number + 1].kinds.ravel()
        found[columns:] += np.bincount(kinds, chances, minlength=len(STEPS))
    return found


def _sums(link: Link, weights: Array, *, right_only: bool) -> Array:
    sums: Array = link.features @ weights
    if right_only and link.right.any():
        sums = np.where(link.right, sums, sums + _IMPOSSIBLE)
    return sums


def _passes(own: Sequence[Array], moves: Sequence[Array]) -> tuple[list[Array], list[Array]]:
    forward = [own[0]]
    for sums, move in zip(own[1:], moves, strict=True):
        forward.append(sums + _log_sum(forward[-1][:, None] + move, 0))
    backward = [np.zeros_like(own[-1])]
    for sums, move in zip(own[:0:-1], moves[::-1], strict=True):
        backward.append(_log_sum(move + (sums + backward[-1])[None, :], 1))
    return forward, backward[::-1]


def _log_sum(values: Array, axis: int) -> Array:
    top = values.max(axis, keepdims=True)
    result: Array = (top + np.log(np.exp(values - top).sum(axis, keepdims=True))).squeeze(axis)
    return result
