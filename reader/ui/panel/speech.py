"""Cuts an article into turns of one voice, so that every word is counted for one speaker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.model.results import Quote, QuoteKind


@dataclass(frozen=True, slots=True)
class Turn:
    """Code points `start` to `end` that belong to the quote number `quote`."""

    start: int
    end: int
    quote: int


def turns(quotes: Sequence[Quote]) -> list[Turn]:
    """Return the disjoint turns that are somebody's words, in the order of the text.

    Where quotes lie in one another, direct speech goes before indirect speech and the inner one
    before the outer one, as it does for the voice of a finding.
    """
    return list(_swept(quotes))


def _swept(quotes: Sequence[Quote]) -> Iterator[Turn]:
    waiting = sorted(range(len(quotes)), key=lambda index: quotes[index].span, reverse=True)
    edges = sorted({edge for quote in quotes for edge in (quote.span.start, quote.span.end)})
    speaking: list[int] = []
    for start, end in pairwise(edges):
        speaking = [index for index in speaking if quotes[index].span.end > start]
        while waiting and quotes[waiting[-1]].span.start <= start:
            speaking.append(waiting.pop())
        # an empty quote begins and ends at one edge and owns nothing
        heard = [index for index in speaking if quotes[index].span.end > start]
        if heard:
            yield Turn(start, end, max(heard, key=lambda index: _rank(quotes[index])))


def _rank(quote: Quote) -> tuple[bool, int]:
    return quote.kind is QuoteKind.DIRECT, quote.span.start
