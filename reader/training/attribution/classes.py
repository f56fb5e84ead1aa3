"""Chooses the classes of words that have weights of their own."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reader.analysis.attribution.boundaries import CAPITAL, OTHER, START, TAG, WORD, Class
from reader.text.document import Document

WORDS = 120
FEWEST_USES = 30


def choose_classes(documents: Iterable[Document]) -> dict[Class, int]:
    """Return the numbers of the classes: the most frequent words, and the tags of the others."""
    documents = list(documents)
    uses = Counter(text for document in documents for text in document.lowered)
    frequent = frozenset(text for text, _ in uses.most_common(WORDS))
    found = Counter(one for document in documents for one in _classes(document, frequent))
    often = (one for one, count in found.most_common() if count >= FEWEST_USES)
    return {one: number for number, one in enumerate((START, OTHER, *often))}


def _classes(document: Document, frequent: frozenset[str]) -> Iterator[Class]:
    for word, text in zip(document.words, document.lowered, strict=True):
        if text in frequent:
            yield WORD, text
        else:
            yield CAPITAL if word.text[0].isupper() else TAG, word.tag
