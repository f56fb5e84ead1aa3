"""Who speaks at a given place of a document."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.model.results import Quote, QuoteKind, Voice
from reader.model.span import Span


class Voices:
    """Looks up whose words a stretch of text is, given the quotes of the document.

    `own` are stretches of reported speech that are the writer's words all the same.
    """

    def __init__(self, quotes: Sequence[Quote], own: Sequence[Span] = ()) -> None:
        self._own = tuple(own)
        self._direct = _Innermost([quote for quote in quotes if quote.kind is QuoteKind.DIRECT])
        self._indirect = _Innermost([quote for quote in quotes if quote.kind is QuoteKind.INDIRECT])

    def at(self, span: Span) -> tuple[Voice, str | None]:
        """Return the voice that `span` begins in and the speaker, None for the writer."""
        if quote := self._direct.at(span.start):
            return Voice.QUOTED, quote.speaker
        quote = self._indirect.at(span.start)
        if quote and not any(own.start <= span.start < own.end for own in self._own):
            return Voice.REPORTED, quote.speaker
        return Voice.WRITER, None


class _Innermost:
    """The text cut where quotes begin and end, with the innermost quote of each piece."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._starts: list[int] = []
        self._quotes: list[Quote | None] = []
        open_quotes: list[Quote] = []
        for quote in sorted(quotes, key=lambda one: (one.span.start, -one.span.end)):
            self._close(open_quotes, quote.span.start)
            open_quotes.append(quote)
            self._cut(quote.span.start, quote)
        self._close(open_quotes, None)

    def at(self, offset: int) -> Quote | None:
        index = bisect_right(self._starts, offset) - 1
        return self._quotes[index] if index >= 0 else None

    def _close(self, open_quotes: list[Quote], before: int | None) -> None:
        """End the open quotes that are over at `before`, or all."""
        while open_quotes and (before is None or open_quotes[-1].span.end <= before):
            end = open_quotes.pop().span.end
            while open_quotes and open_quotes[-1].span.end <= end:
                open_quotes.pop()
            self._cut(end, open_quotes[-1] if open_quotes else None)

    def _cut(self, start: int, quote: Quote | None) -> None:
        self._starts.append(start)
        self._quotes.append(quote)
