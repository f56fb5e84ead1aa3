"""Says how well the stretches of each role are found."""

from collections.abc import Iterable, Sequence

import numpy as np

from reader.analysis.attribution.boundaries import Boundaries
from reader.analysis.attribution.decoding import ROLES, decode, stretches
from reader.training.attribution.articles import Article

Place = tuple[int, range]
"""The number of an article and a stretch of its words."""

_DIGITS = 4


def figures(articles: Sequence[Article], boundaries: Boundaries) -> dict[str, float]:
    """Return the F1 of words and of whole stretches of each role."""
    found = [_found(article, boundaries) for article in articles]
    measured = {}
    for role, own in zip(ROLES, zip(*found, strict=True), strict=True):
        said = {(number, one) for number, row in enumerate(own) for one in row}
        true = {(number, one) for number, row in enumerate(articles) for one in _true(row, role)}
        measured[f"{role} words"] = round(_f1(_words(said), _words(true)), _DIGITS)
        measured[f"{role} exact"] = round(_f1(said, true), _DIGITS)
    return measured


def _found(article: Article, boundaries: Boundaries) -> tuple[list[range], ...]:
    """Return the sources, the cues and the contents that the decoder finds."""
    sentences = range(len(article.sentences))
    worth = boundaries.worth(article.document, sentences, article.reading, article.in_marks)
    rows = decode(article.reading, article.sentences, article.hints, worth)
    return (
        [one for row in rows for one in row.sources],
        [one for row in rows for one in row.cues],
        [one for row in rows for one in row.contents],
    )


def _true(article: Article, role: str) -> Iterable[range]:
    labels = np.array(article.labels[role], np.int8)
    return stretches(labels, range(len(labels)))


def _words(places: Iterable[Place]) -> set[tuple[int, int]]:
    return {(number, word) for number, words in places for word in words}


def _f1(said: set[Place] | set[tuple[int, int]], true: set[Place] | set[tuple[int, int]]) -> float:
    return 2 * len(said & true) / max(1, len(said) + len(true))
