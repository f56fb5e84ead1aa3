"""Reads the noun phrase of a source: its core, its head, and the names in it."""

import re
from dataclasses import dataclass

from reader.analysis.attribution.names import Mention, Names
from reader.analysis.attribution.wordlists import People, load_grammar
from reader.model.span import Span
from reader.text.document import Document

_SPACE = re.compile(r"\s+")
_MARKS = frozenset("“”\"‘’'")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a source.

    Attributes:
        core: the words up to the first comma or relative clause.
        head: the words of the core up to the first preposition.
        named: the mention that is the head, None for a description.
        partners: the mentions joined to it by "and".
    """

    core: range
    head: range
    named: Mention | None
    partners: tuple[Mention, ...]


class Phrases:
    """Reads the noun phrases of a document."""

    def __init__(self, document: Document, names: Names, people: People) -> None:
        self._document = document
        self._people = people
        self._grammar = load_grammar()
        self._words = document.words
        self._names = names

    def read(self, source: range) -> Phrase:
        """Return the parts of a source's words."""
        core = self._core(source)
        head = self._head(core)
        named = self._mention_at_end(head)
        if named is None and len(head):
            named = self._apposition(core, source)
        return Phrase(core, head, named, self._partners(head, core) if named else ())

    def text(self, words: range) -> str:
        """Return the words as they stand, white space evened out."""
        if not len(words):
            return ""
        span = Span(self._words[words.start].start, self._words[words[-1]].end)
        return _SPACE.sub(" ", span.of(self._document.text))

    def lower(self, word: int) -> str:
        """Return a word in lower case."""
        return self._document.folded[word]

    def _core(self, source: range) -> range:
        start = source.start
        while start < source.stop - 1 and (
            self.lower(start) in self._grammar.openers
            or self._words[start].text in _MARKS
            or self._words[start].text == ","
        ):
            start += 1
        stop = start + 1
        while stop < source.stop and self.lower(stop) not in self._grammar.core_ends:
            stop += 1
        while stop - 1 > start and (
            self.lower(stop - 1) in self._grammar.after_head or self._words[stop - 1].is_punctuation
        ):
            stop -= 1
        return range(start, stop)

    def _head(self, core: range) -> range:
        """Return the words before the first preposition, an office ("secretary of") left out."""
        start = core.start
        for word in range(core.start + 1, core.stop):
            if self.lower(word) not in self._grammar.prepositions:
                continue
            if not self._is_office(range(start, word)):
                return range(start, word)
            start = word + 1
        return range(start, core.stop) if start < core.stop else core

    def _is_office(self, words: range) -> bool:
        capital = [w for w in words if self._words[w].text[0].isupper()]
        if self.lower(words.start) in {"the", "a", "an"}:
            return False
        return (
            bool(capital)
            and capital[-1] == words[-1]
            and all(
                self.lower(word) in self._people.titles
                or self.lower(word) in self._grammar.office_words
                for word in words
            )
        )

    def _mention_at_end(self, head: range) -> Mention | None:
        if not len(head):
            return None
        span = Span(self._words[head.start].start, self._words[head[-1]].end)
        found = [
            m for m in self._names.within(span) if not m.possessive or m.words.stop < head.stop
        ]
        if not found:
            return self._names.across(span.end)
        return found[-1] if self._reaches_end(found[-1], head) else None

    def _reaches_end(self, mention: Mention, head: range) -> bool:
        """Say whether nothing but a suffix (Jr.) or an age follows the name."""
        rest = range(mention.words.stop, head.stop)
        return all(not self._words[word].text[0].islower() for word in rest) and not any(
            self._words[word].text in {"'s", "’s", "'", "’"} for word in rest
        )

    def _apposition(self, core: range, source: range) -> Mention | None:
        """Return the name in "a spokesman, Jon Vale," or in a spokesman's "Vale, a …"."""
        if core.stop + 1 >= source.stop or self._words[core.stop].text != ",":
            return None
        span = Span(self._words[core.stop + 1].start, self._words[source[-1]].end)
        mention = next(iter(self._names.within(span)), None)
        if mention is None or mention.possessive or not mention.entity.is_person:
            return None
        if len(mention.entity.tokens) < 2 or self._words[self._head(core)[-1]].tag == "NNS":
            return None
        between = range(core.stop + 1, mention.words.start)
        return (
            mention
            if all(self._words[w].text[0].isupper() or self._words[w].text == "." for w in between)
            else None
        )

    def _partners(self, head: range, core: range) -> tuple[Mention, ...]:
        if head.stop >= core.stop or self.lower(head.stop) != "and":
            return ()
        partner = self._mention_at_end(self._head(range(head.stop + 1, core.stop)))
        return (partner,) if partner else ()
