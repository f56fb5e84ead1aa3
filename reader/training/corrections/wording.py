"""Chooses the words and pairs of words that count by themselves."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from reader.training.corrections.articles import Read

# a word of fewer articles is one of their subject
_FEWEST_ARTICLES = 90
_MOST = 300


def choose_words(articles: Sequence[Read]) -> frozenset[str]:
    """Return those whose share differs most between corrective and other sentences."""
    spread = Counter(gram for one in articles for gram in _grams(one))
    corrective, other = Counter[str](), Counter[str]()
    counts = [0, 0]
    for article in articles:
        for one, mark in zip(article.evidence, article.corrective, strict=True):
            (corrective if mark else other).update(one.grams)
            counts[mark] += 1

    def difference(gram: str) -> float:
        apart = corrective[gram] / counts[1] - other[gram] / counts[0]
        return abs(apart) / sqrt(corrective[gram] + other[gram] + 1)

    known = [gram for gram, count in spread.items() if count >= _FEWEST_ARTICLES]
    return frozenset(sorted(known, key=lambda gram: (-difference(gram), gram))[:_MOST])


def _grams(article: Read) -> set[str]:
    return {gram for one in article.evidence for gram in one.grams}
