"""Finds scare quotes: one to three words in quotation marks that nobody is said to have said."""

from collections.abc import Iterator
from functools import cache

from reader.lexicon.cues import CueIndex, read_cues
from reader.lexicon.inflection import load_inflector
from reader.lexicon.marks import Mark, read_mark
from reader.lexicon.patterns import Row
from reader.resources import resource

_MOST_WORDS = 3
_MARKS = frozenset({'"', "'", "«", "„"})
_CLOSING = {"“": "”", "‘": "’", '"': '"', "«": "»", "„": "“"}


class ScareQuotes:
    """What scare_quotes.toml says: the exceptions, and what is said of the rest."""

    def __init__(self) -> None:
        path = resource("lexicon/scare_quotes.toml")
        self.mark: Mark = read_mark(path)
        self.exceptions = tuple(read_cues(path, load_inflector(), "exception"))
        self._index = CueIndex(self.exceptions)

    def find(self, row: Row) -> list[range]:
        """Return the words in short quotation marks, but for the exceptions."""
        short = [] if _MARKS.isdisjoint(row.texts) else list(_short(row))
        if not short:
            return []
        excepted = {word for hit in self._index.hits(row) for word in hit.words}
        return [words for words in short if excepted.isdisjoint(words)]


@cache
def load_scare_quotes() -> ScareQuotes:
    """Return the rule for scare quotes.

    Raises:
        ResourceError: scare_quotes.toml is wrong.
    """
    return ScareQuotes()


def _short(row: Row) -> Iterator[range]:
    index = 0
    while index < len(row.words):
        words = _inside(row, index)
        if words:
            yield words
        index = words.stop + 1 if words else index + 1


def _inside(row: Row, index: int) -> range | None:
    """Return the words between the mark at `index` and its partner, if they are few and plain."""
    closing = _CLOSING.get(row.words[index].text)
    for end in range(index + 2, min(index + 2 + _MOST_WORDS, len(row.words))) if closing else ():
        if row.words[end].text == closing:
            words = range(index + 1, end)
            return words if _is_plain(row, words) else None
    return None


def _is_plain(row: Row, words: range) -> bool:
    """Say whether the stretch is of words alone, touches its marks and is not a name or a title."""
    opening, closing = row.words[words.start - 1], row.words[words.stop]
    inside = row.words[words.start : words.stop]
    if opening.end != inside[0].start or inside[-1].end != closing.start:
        return False
    if any(word.is_punctuation for word in inside):
        return False
    return any(word.text[0].islower() for word in inside if word is inside[0] or len(word.text) > 3)
