"""Finds what in reported speech is the writer's own: topics, manner, judgements of a charge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reader.lexicon.tables import read_toml
from reader.model.results import Quote, QuoteKind
from reader.model.span import Span
from reader.resources import resource
from reader.text.document import Document, Word

FILE = "lexicon/attribution/own_words.toml"
_TABLES = ("topic", "manner", "charge", "subject")
_MANNER_BEGINS = ("in", "with")
_RELATIVE = ("which", "who")
_CLOSING = frozenset("–—,")
_AUXILIARIES = frozenset(("are", "had", "has", "have", "is", "remain", "was", "were"))


@dataclass(frozen=True, slots=True)
class _Rules:
    topics: frozenset[str]
    manners: frozenset[str]
    charges: frozenset[str]
    subjects: frozenset[str]


@cache
def _rules() -> _Rules:
    tables = read_toml(resource(FILE))
    return _Rules(*(frozenset(tables[name]["words"]) for name in _TABLES))


def writers_own(document: Document, quotes: Sequence[Quote]) -> list[Span]:
    """Return the stretches within the indirect `quotes` that are the writer's own words."""
    return [
        span
        for quote in quotes
        if quote.kind is QuoteKind.INDIRECT
        for span in _own_in(document, quote)
    ]


def _own_in(document: Document, quote: Quote) -> Iterator[Span]:
    inside = document.words_in(quote.span)
    words = document.words[inside.start : inside.stop]
    texts = [word.text.lower() for word in words]
    if not texts:
        return
    before = document.words[inside.start - 1].text.lower() if inside.start else ""
    if not _rules().topics.isdisjoint((before, texts[0])):
        yield quote.span
        return
    if (start := _manner(words, texts)) is not None:
        yield Span(words[start].start, quote.span.end)
    if quote.source_span is None and (quote.cue or "").lower() in _rules().subjects:
        yield from _predicate(quote, words, texts)
    yield from _judged_charges(words, texts)
    if not _rules().charges.isdisjoint((quote.cue or "").lower().split()):
        for place in range(1, len(texts)):
            if texts[place] in _RELATIVE and words[place - 1].tag.startswith("NN"):
                yield Span(words[place].start, quote.span.end)


def _manner(words: Sequence[Word], texts: Sequence[str]) -> int | None:
    """Return where "in a bizarre tactic" begins, if it ends what is reported."""
    last = len(texts) - 1
    while last >= 0 and words[last].is_punctuation:
        last -= 1
    if last < 0 or texts[last] not in _rules().manners:
        return None
    for start in range(last - 1, max(-1, last - 6), -1):
        if texts[start] in _MANNER_BEGINS:
            return start
    return None


def _predicate(quote: Quote, words: Sequence[Word], texts: Sequence[str]) -> Iterator[Span]:
    """Yield what is told of the cue itself: "fears that ... – [have been high]"."""
    for place in range(1, len(texts)):
        if texts[place] in _AUXILIARIES and texts[place - 1] in _CLOSING:
            yield Span(words[place].start, quote.span.end)
            return


def _judged_charges(words: Sequence[Word], texts: Sequence[str]) -> Iterator[Span]:
    for place in range(1, len(texts)):
        if texts[place] in _rules().charges and texts[place - 1].endswith("ly"):
            yield words[place - 1].span
