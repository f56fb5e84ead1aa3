"""Gives a claimant the fullest name that the article has for them."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.model.results import Quote
from reader.text.document import Document, Word

_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i", "you"})
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})
_LONGEST_NAME = 4


class Names:
    """The speakers of an article and the longest form of each name in it."""

    def __init__(self, document: Document, quotes: Sequence[Quote]) -> None:
        self._fullest: dict[str, str] = {}
        for name in _runs(document.words):
            last = name.rsplit(" ", 1)[-1]
            if len(name) > len(self._fullest.get(last, "")):
                self._fullest[last] = name
        spoken = sorted((quote.span.start, quote.speaker) for quote in quotes if quote.speaker)
        self._starts = [start for start, _ in spoken]
        self._speakers = [speaker for _, speaker in spoken]

    def full(self, subject: str | None, place: int) -> str | None:
        """Return who `subject` is; a pronoun is whoever spoke last before code point `place`."""
        if subject is None:
            return None
        if subject.lower() in _PRONOUNS:
            return self._spoke_last(place)
        return self._fullest.get(subject, subject)

    def _spoke_last(self, place: int) -> str | None:
        before = bisect_right(self._starts, place)
        return self._speakers[before - 1] if before else None


def _runs(words: Sequence[Word]) -> list[str]:
    """Return the runs of two to four capitalised words."""
    runs: list[str] = []
    run: list[str] = []
    for word in words:
        if word.tag.startswith("NNP") and word.text[0].isupper():
            run.append(word.text)
            continue
        if 1 < len(run) <= _LONGEST_NAME and run[0].lower() not in _TITLES:
            runs.append(" ".join(run))
        run = []
    return runs
