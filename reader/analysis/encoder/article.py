"""Runs the part of the model that sees a whole article, a vector per sentence."""

from collections.abc import Sequence
from math import log1p

import numpy as np
import onnxruntime

from reader.analysis.encoder.pieces import Casing
from reader.analysis.reading import LINKS_AHEAD, LINKS_BACK, Array, Reading

# the head was trained on stretches of at most 96 sentences; those of a longer article overlap
_STRETCH, _STEP = 96, 64
# log-probability of a link out of reach
_UNLIKELY = -12.0


FACTS = 6
# shapes of pieces inside quotation marks, and of those of numbers
_IN_MARKS = tuple(2 * casing + 1 for casing in Casing)
_NUMBERS = (2 * Casing.NUMBER, 2 * Casing.NUMBER + 1)


def facts(shapes: Sequence[int], opens: bool, number: int, total: int) -> tuple[float, ...]:
    """Return what the head is told of a sentence beside its vector, each 0 to about 1.

    The share of its pieces in quotation marks, how many numbers it has, whether it opens a
    paragraph, its place counted from the start and as a share of the article, its length.

    Args:
        shapes: the shapes of its pieces.
        opens: whether it opens a paragraph.
        number: its place among the `total` sentences of the article.
        total: how many sentences the article has.
    """
    quoted = sum(map(shapes.count, _IN_MARKS))
    return (
        quoted / max(1, len(shapes)),
        min(sum(map(shapes.count, _NUMBERS)), 5) / 5,
        float(opens),
        min(number, 30) / 30,
        number / max(1, total),
        log1p(len(shapes)) / 4,
    )


def read_article(session: onnxruntime.InferenceSession, reading: Reading, table: Array) -> None:
    """Fill in `corrective`, `disputed`, `kinds` and `links` from the vectors and the facts."""
    total = len(reading.vectors)
    margin = (_STRETCH - _STEP) // 2
    for start in range(0, max(1, total - 2 * margin), _STEP):
        stop = min(total, start + _STRETCH)
        if start == stop:
            break
        given = {"vectors": reading.vectors[start:stop], "facts": table[start:stop]}
        logits, scores = session.run(["sentences", "links"], given)
        keep = 0 if start == 0 else margin
        rows = slice(start + keep, stop)
        reading.corrective[rows], reading.disputed[rows] = logits[keep:, 0], logits[keep:, 1]
        reading.kinds[rows] = log_shares(logits[keep:, 2:])
        for row, own in enumerate(log_shares(scores)[keep:], keep):
            fill_links(reading.links[start + row], own, row)


def log_shares(scores: Array) -> Array:
    """Return log-probabilities over the columns of each row."""
    shares: Array = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return shares


def no_links(sentences: int) -> Array:
    """Return links that say nothing is likely."""
    return np.full((sentences, LINKS_BACK + 1 + LINKS_AHEAD), _UNLIKELY, np.float32)


def fill_links(links: Array, scores: Array, row: int) -> None:
    """Copy one sentence's scores, one per sentence of the stretch, to their distances."""
    first, last = max(0, row - LINKS_BACK), min(len(scores), row + LINKS_AHEAD + 1)
    shift = LINKS_BACK - row
    links[first + shift : last + shift] = np.maximum(scores[first:last], _UNLIKELY)
