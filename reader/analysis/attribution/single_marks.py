"""Finds the stretches in single quotation marks, and leaves apostrophes alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from reader.analysis.attribution.glyphs import around
from reader.analysis.attribution.quotation import Quotation
from reader.model.span import Span
from reader.text.document import Document

_MARK = re.compile(r"''+|[‘‚'’]")
# words that begin with an apostrophe: 'tis, ’em, '90s
_ELISION = re.compile(
    r"['’‘](?:\d0?s?\b|\d{2}s?\b|(?:tis|twas|em|til|till|cause|bout|round|n|im|er|cos|kay)\b)",
    re.IGNORECASE,
)
# characters: in an article of apostrophes alone, each looks no further than this for its partner
_LONGEST = 3_000


class SingleMarks:
    """Reads the single marks of one paragraph that stand outside the stretches in `taken`."""

    def __init__(self, document: Document, paragraph: int, taken: list[Quotation]) -> None:
        self._document = document
        self._text = document.text
        self._index = paragraph
        self._span = document.paragraphs[paragraph].span
        self._taken = taken
        self._starts = [quotation.outer.start for quotation in taken]

    def quotations(self) -> Iterator[Quotation]:
        """Yield the quotations in the order of the text; they may hold some of `taken`."""
        done, limit = self._span.start, self._span.end
        for match in _MARK.finditer(self._text, self._span.start, limit):
            at = match.start()
            if at < done or len(match[0]) > 1 or not self._opens(at) or self._is_taken(at):
                continue
            if (end := self._closing(at, min(limit, at + _LONGEST))) is not None:
                done = end + 1
                yield Quotation(Span(at + 1, end), Span(at, done), self._index, single=True)
            elif self._goes_on(at):
                done = limit
                span = Span(at + 1, limit)
                yield Quotation(span, Span(at, limit), self._index, single=True, continues=True)

    def _is_taken(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._taken[index].outer.end

    def _around(self, at: int) -> tuple[str, str]:
        return around(self._text, at, self._span.start, self._span.end)

    def _opens(self, at: int) -> bool:
        before, after = self._around(at)
        if not (before.isspace() or before in "([{—–") or after.isspace():
            return False
        return self._text[at] in "‘'‚" and not _ELISION.match(self._text, at)

    def _closing(self, opening: int, limit: int) -> int | None:
        """Return where the closing mark stands; a plural's apostrophe only if none is better."""
        doubtful: int | None = None
        for match in _MARK.finditer(self._text, opening + 1, limit):
            at = match.start()
            if len(match[0]) > 1 or not self._may_close(at) or self._is_taken(at):
                continue
            if self._may_be_plural(at):
                doubtful = at if doubtful is None else doubtful
            elif doubtful is not None and self._opened_between(doubtful, at):
                return doubtful
            else:
                return at
        return doubtful

    def _may_close(self, at: int) -> bool:
        before, after = self._around(at)
        return self._text[at] in "’'" and not before.isspace() and not after.isalnum()

    def _may_be_plural(self, at: int) -> bool:
        before, after = self._around(at)
        return before in "sS" and after == " " and self._text[at + 2 : at + 3].islower()

    def _opened_between(self, start: int, end: int) -> bool:
        return any(
            self._opens(match.start()) for match in _MARK.finditer(self._text, start + 1, end)
        )

    def _goes_on(self, at: int) -> bool:
        """Say whether a mark that opens the paragraph is repeated at the head of the next."""
        if at != self._span.start or self._index + 1 >= len(self._document.paragraphs):
            return False
        following = self._document.paragraphs[self._index + 1].span
        return self._text[following.start] in "‘'"
