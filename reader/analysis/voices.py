"""Who speaks at a given place of a document."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.model.results import Quote, QuoteKind, Voice
from reader.model.span import Span


class Voices:
    """Looks up whose words a stretch of text is, given the quotes of the document."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._direct = _Intervals([quote for quote in quotes if quote.kind is QuoteKind.DIRECT])
        self._indirect = _Intervals([quote for quote in quotes if quote.kind is QuoteKind.INDIRECT])

    def at(self, span: Span) -> tuple[Voice, str | None]:
        """Return the voice that `span` stands in and the speaker, None for the writer."""
        if quote := self._direct.around(span):
            return Voice.QUOTED, quote.speaker
        if quote := self._indirect.around(span):
            return Voice.REPORTED, quote.speaker
        return Voice.WRITER, None


class _Intervals:
    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = sorted(quotes, key=lambda quote: quote.span)
        self._starts = [quote.span.start for quote in self._quotes]

    def around(self, span: Span) -> Quote | None:
        # quotes of one kind nest rarely and not deeply, so the innermost is within a few steps back
        index = bisect_right(self._starts, span.start)
        for quote in reversed(self._quotes[max(0, index - 4) : index]):
            if span.start < quote.span.end:
                return quote
        return None
