"""Turns the encoder's log-probabilities of O, B and I into the likeliest stretches of words."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

_OUTSIDE, _BEGINS, _INSIDE = range(3)
ROLES = ("source", "cue", "content")
_CONTENT = ROLES.index("content")
MOVES = ("begins", "again", "ends", "goes_on")
"""From O to B, from B or I to another B, to O, and to I."""
_STRETCH = re.compile(rb"\x01\x02*")
_NEVER = np.float32(-1e9)
# What rules find counts as so many nats of evidence: it raised the words' F1 of indirect speech by
# .02 with a weak model and by .003 with a good one (PolNeAR, fold 1).
_HINT = np.float32(0.6)
# What each word of a content has to be worth: the words' F1 of indirect speech was .880 without it
# and .882 with it or twice as much (PolNeAR, folds 1-4).
_CONTENT_COST = np.float32(0.1)
# Sentences are decoded together, so many at a time; sorted by length they waste little.
_BLOCK = 1024
# A sentence in which no word reaches this probability of not being O holds no stretch.
_LEAST = np.float32(np.log(0.05))

Scores = npt.NDArray[np.float32]
States = npt.NDArray[np.int8]


class Roles(Protocol):
    """The part of a reading that tells sources, cues and contents: (words, 3) for each."""

    @property
    def source(self) -> Scores:
        """Log-probabilities of O, B, I for the sources."""

    @property
    def cue(self) -> Scores:
        """Log-probabilities of O, B, I for the cues."""

    @property
    def content(self) -> Scores:
        """Log-probabilities of O, B, I for the contents."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """The sources, cues and contents of one sentence, each in the order of the text."""

    sources: tuple[range, ...] = ()
    cues: tuple[range, ...] = ()
    contents: tuple[range, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What rules take for sources, cues and contents: it raises the odds, and decides nothing."""

    sources: Collection[range] = ()
    cues: Collection[range] = ()
    contents: Collection[range] = ()


def decode(
    reading: Roles,
    sentences: Sequence[range],
    hints: Hints | None = None,
    worth: Scores | None = None,
) -> list[Stretches]:
    """Return the stretches of consecutive sentences, given as ranges of word indices.

    `worth` says what each of `MOVES` into each word, from the first of the sentences to the last,
    is worth to each role: (3, words, 4).
    """
    if not sentences:
        return []
    layers = evidence(reading, sentences, hints or Hints())
    if worth is None:
        worth = np.zeros((*layers.shape[:2], len(MOVES)), np.float32)
    rows = _decode_layers(layers, sentences, worth)
    return [Stretches(*row) for row in zip(*rows, strict=True)]


def evidence(reading: Roles, sentences: Sequence[range], hints: Hints) -> Scores:
    """Return what speaks for O, B and I of each word: (roles, words, 3)."""
    layers = np.stack(
        [
            _hinted(scores, sentences, hinted)
            for scores, hinted in (
                (reading.source, hints.sources),
                (reading.cue, hints.cues),
                (reading.content, hints.contents),
            )
        ]
    )
    layers[_CONTENT, :, _BEGINS:] -= _CONTENT_COST
    return layers


def _hinted(scores: Scores, sentences: Sequence[range], hints: Collection[range]) -> Scores:
    """Return the rows of the sentences, the first of them at 0, with the hints added.

    What the model holds for inside at a sentence's first word goes on from the one before; here it
    begins.
    """
    first, last = sentences[0].start, sentences[-1].stop
    part: Scores = scores[first:last].copy()
    opens = [words.start - first for words in sentences if len(words)]
    part[opens, _BEGINS] = np.logaddexp(part[opens, _BEGINS], part[opens, _INSIDE])
    for words in hints:
        part[words.start - first : words.start - first + min(1, len(words)), _BEGINS] += _HINT
        part[words.start - first + 1 : words.stop - first, _INSIDE] += _HINT
    return part


def _decode_layers(
    layers: Scores, sentences: Sequence[range], worth: Scores
) -> list[list[tuple[range, ...]]]:
    """Return for each layer the stretches of each sentence; all layers are decoded at once."""
    first = sentences[0].start
    places = [range(words.start - first, words.stop - first) for words in sentences]
    found: list[list[tuple[range, ...]]] = [[()] * len(sentences) for _ in layers]
    active: list[tuple[int, int]] = list(zip(*np.nonzero(may_hold(layers, places)), strict=True))
    order = sorted(active, key=lambda pair: len(places[pair[1]]))
    for start in range(0, len(order), _BLOCK):
        block = order[start : start + _BLOCK]
        rows = [(layer, places[index]) for layer, index in block]
        states = _likeliest(*_padded(layers, worth, rows))
        for (layer, index), row in zip(block, states, strict=True):
            found[layer][index] = tuple(stretches(row, sentences[index]))
    return found


def may_hold(layers: Scores, sentences: Sequence[range]) -> npt.NDArray[np.bool_]:
    """Say for each layer and sentence whether any of its words may be in a stretch.

    The sentences are ranges of the rows of `layers`.
    """
    likely = (np.maximum(layers[:, :, _BEGINS], layers[:, :, _INSIDE]) > _LEAST).cumsum(axis=1)
    likely = np.concatenate([np.zeros((len(layers), 1), likely.dtype), likely], axis=1)
    starts = np.array([words.start for words in sentences], dtype=np.intp)
    stops = np.array([words.stop for words in sentences], dtype=np.intp)
    return np.asarray(likely[:, stops] > likely[:, starts])


def _padded(
    layers: Scores, worth: Scores, rows: Sequence[tuple[int, range]]
) -> tuple[Scores, Scores]:
    """Return the scores (3, longest, rows) and what the moves are worth (4, longest, rows).

    After a sentence's end everything is O.
    """
    own = np.array([layer for layer, _ in rows])
    starts = np.array([words.start for _, words in rows])
    lengths = np.array([len(words) for _, words in rows])
    steps = np.arange(lengths.max())[:, None]
    inside = steps < lengths
    words = np.where(inside, starts + steps, 0)
    scores = np.where(inside, layers[own, words].transpose(2, 0, 1), _NEVER)
    scores[_OUTSIDE][~inside] = 0
    moves = np.where(inside, worth[own, words].transpose(2, 0, 1), np.float32(0))
    return scores, moves


def _likeliest(scores: Scores, moves: Scores) -> States:
    """Return the states of the likeliest paths; of paths as likely, O before B before I."""
    _, length, rows = scores.shape
    beginning, again, ending, going_on = moves
    outside, begins = scores[_OUTSIDE, 0], scores[_BEGINS, 0] + beginning[0]
    inside = np.full(rows, _NEVER)
    # whether O and B have a stretch before them, and whether the likelier of B and I there is I
    left, entered, followed = (np.zeros((length, rows), np.bool_) for _ in range(3))
    for step in range(1, length):
        np.greater(inside, begins, out=followed[step])
        stretch = np.maximum(begins, inside)
        ended, fresh = stretch + ending[step], outside + beginning[step]
        renewed = stretch + again[step]
        np.greater(ended, outside, out=left[step])
        np.greater(renewed, fresh, out=entered[step])
        begins = np.maximum(fresh, renewed) + scores[_BEGINS, step]
        outside = np.maximum(outside, ended) + scores[_OUTSIDE, step]
        inside = stretch + going_on[step] + scores[_INSIDE, step]
    before = np.where(followed, np.int8(_INSIDE), np.int8(_BEGINS))
    back = np.stack(
        [np.where(left, before, np.int8(0)), np.where(entered, before, np.int8(0)), before]
    )
    states = np.zeros((rows, length), dtype=np.int8)
    state = np.stack([outside, begins, inside]).argmax(axis=0)
    numbers = np.arange(rows)
    for step in range(length - 1, -1, -1):
        states[:, step] = state
        state = back[state, step, numbers]
    return states


def stretches(states: States, words: range) -> Iterator[range]:
    """Yield the stretches of `words`, of which `states` says O, B or I."""
    for match in _STRETCH.finditer(states.tobytes(), 0, len(words)):
        yield range(words.start + match.start(), words.start + match.end())
