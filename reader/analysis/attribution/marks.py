"""Finds the stretches that stand in quotation marks, in tidy and in sloppy copy.

Two apostrophes in a row ('') are not read as a mark: typed archives use them for speech, for
titles and for inches alike, so what stands between them is left to the reading of the sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.span import Span
from reader.text.document import Document

_DOUBLE = re.compile(r"[“”„‟«»＂\"]")
_SINGLE = re.compile(r"''+|[‘‚'’]")
_OPENING_GLYPHS = frozenset("“„‟«")
_CLOSING_GLYPHS = frozenset("”»")
_BEFORE_OPENING = frozenset("([{—–-/…‘’'“”\"„«")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…‘’'“”\"»")
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+|\s?[½¼¾])?$")
# words that begin with an apostrophe: 'tis, ’em, '90s
_ELISION = re.compile(
    r"['’‘](?:\d0?s?\b|\d{2}s?\b|(?:tis|twas|em|til|till|cause|bout|round|n|im|er|cos|kay)\b)",
    re.IGNORECASE,
)
_LONGEST_TAG = 200
_TYPED = re.compile(r"''")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks.

    Attributes:
        span: what stands between the marks.
        outer: the same with the marks that are there.
        paragraph: index of the paragraph.
        single: the marks are single ones.
        continues: the quotation goes on in the next paragraph.
        continued: it was begun in the paragraph before.
    """

    span: Span
    outer: Span
    paragraph: int
    single: bool = False
    continues: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    glyph: str
    can_open: bool
    can_close: bool


def find_quotations(document: Document) -> list[Quotation]:
    """Return the outermost stretches in quotation marks, in the order of the text.

    A mark that is never closed reaches to the end of its sentence, or of its paragraph where it
    opens one or follows a colon or comma; never further.
    """
    found: list[Quotation] = []
    pending = False
    for index in range(len(document.paragraphs)):
        for quotation in _Paragraph(document, index, pending).quotations():
            found.append(quotation)
        pending = bool(found) and found[-1].paragraph == index and found[-1].continues
    return _without_foreign_singles(document.text, found)


class _Paragraph:
    """Reads the marks of one paragraph from left to right."""

    def __init__(self, document: Document, index: int, pending: bool) -> None:
        self._document = document
        self._text = document.text
        self._index = index
        self._span = document.paragraphs[index].span
        self._pending = pending

    def quotations(self) -> Iterator[Quotation]:
        doubles = list(self._doubles())
        yield from sorted(
            [*doubles, *self._singles(doubles)], key=lambda quotation: quotation.outer
        )

    def _marks(self) -> Iterator[_Mark]:
        for match in _DOUBLE.finditer(self._text, self._span.start, self._span.end):
            at, glyph = match.start(), match[0]
            before, after = self._around(at, at + 1)
            if before == "=" or (glyph == '"' and self._is_inches(at, before)):
                continue
            if glyph == '"' and self._is_in_tag(at):
                continue
            yield _Mark(at, glyph, _may_open(before, after), _may_close(before, after))

    def _around(self, start: int, end: int) -> tuple[str, str]:
        before = self._text[start - 1] if start > self._span.start else " "
        after = self._text[end] if end < self._span.end else " "
        return before, after

    def _is_inches(self, at: int, before: str) -> bool:
        return before.isdigit() and bool(_FEET.search(self._text, max(0, at - 12), at))

    def _is_in_tag(self, at: int) -> bool:
        """Say whether the mark belongs to an attribute of mark-up that was left in the copy."""
        opening = self._text.rfind("<", max(self._span.start, at - _LONGEST_TAG), at)
        return (
            opening >= 0
            and self._text[opening + 1 : opening + 2].isalpha()
            and ">" not in self._text[opening:at]
            and "=" in self._text[opening:at]
        )

    def _doubles(self) -> Iterator[Quotation]:
        opened: _Mark | None = None
        pending = self._pending
        for mark in self._marks():
            if opened is None:
                if _opens(mark, bool(opened)):
                    opened = mark
                elif pending and mark.can_close:
                    yield self._quotation(self._span.start, mark.at, mark.at + 1, continued=True)
                pending = pending and opened is not None
            elif _closes(mark, opened):
                continued = pending and self._is_first(opened.at)
                yield self._quotation(opened.at, mark.at, mark.at + 1, continued=continued)
                opened, pending = None, False
            elif not _nests(mark, opened):
                yield from self._broken_off(opened.at, mark.at)
                opened = mark
        if opened is not None:
            yield from self._unclosed(opened.at)

    def _is_first(self, at: int) -> bool:
        return not self._text[self._span.start : at].strip()

    def _quotation(
        self,
        opening: int,
        end: int,
        outer_end: int,
        *,
        continued: bool = False,
        continues: bool = False,
        single: bool = False,
    ) -> Quotation:
        start = opening + 1 if not self._text[opening].isalnum() else opening
        return Quotation(
            Span(start, max(start, end)),
            Span(opening, outer_end),
            self._index,
            single,
            continues,
            continued,
        )

    def _broken_off(self, opening: int, limit: int) -> Iterator[Quotation]:
        """Yield what an opening mark introduces when another one follows before any closing."""
        end = self._sentence_end(opening)
        if end <= limit:
            yield self._quotation(opening, end, end)

    def _unclosed(self, opening: int) -> Iterator[Quotation]:
        if self._goes_on():
            end = self._span.end
            continued = self._pending and self._is_first(opening)
            yield self._quotation(opening, end, end, continued=continued, continues=True)
            return
        before = self._text[self._span.start : opening].rstrip()
        whole = not before or before[-1] in ":,"
        end = self._span.end if whole else self._sentence_end(opening)
        continued = self._pending and not before
        yield self._quotation(opening, end, end, continued=continued)

    def _goes_on(self) -> bool:
        """Say whether the next paragraph opens a quotation, or closes one that it did not open."""
        if self._index + 1 >= len(self._document.paragraphs):
            return False
        following = _Paragraph(self._document, self._index + 1, False)
        first = next(following._marks(), None)
        if first is None:
            return False
        return following._is_first(first.at) or not _opens(first, False)

    def _sentence_end(self, at: int) -> int:
        return self._document.sentences[self._document.sentence_at(at)].span.end

    def _singles(self, doubles: list[Quotation]) -> Iterator[Quotation]:
        starts = [quotation.outer.start for quotation in doubles]
        done = self._span.start
        for match in _SINGLE.finditer(self._text, self._span.start, self._span.end):
            at = match.start()
            if at < done or len(match[0]) > 1 or not self._opens_single(at):
                continue
            index = bisect_right(starts, at) - 1
            if index >= 0 and at < doubles[index].outer.end:
                continue
            limit = starts[index + 1] if index + 1 < len(starts) else self._span.end
            if (end := self._single_end(at, limit)) is not None:
                yield self._quotation(at, end, end + 1, single=True)
                done = end + 1
            elif self._is_first(at) and self._single_goes_on():
                yield self._quotation(at, limit, limit, single=True, continues=True)
                done = limit

    def _opens_single(self, at: int) -> bool:
        before, after = self._around(at, at + 1)
        if not (before.isspace() or before in "([{—–") or after.isspace():
            return False
        return self._text[at] in "‘'‚" and not _ELISION.match(self._text, at)

    def _single_end(self, opening: int, limit: int) -> int | None:
        """Return where the closing mark stands; a plural's apostrophe only if none is better."""
        doubtful = None
        for match in _SINGLE.finditer(self._text, opening + 1, limit):
            at = match.start()
            if len(match[0]) > 1 or match[0] not in "’'":
                continue
            before, after = self._around(at, at + 1)
            if before.isspace() or after.isalnum():
                continue
            if before in "sS" and after == " " and self._text[at + 2 : at + 3].islower():
                doubtful = at if doubtful is None else doubtful
                continue
            if doubtful is None or not self._opened_between(doubtful, at):
                return at
            return doubtful
        return doubtful

    def _opened_between(self, start: int, end: int) -> bool:
        return any(
            self._opens_single(match.start())
            for match in _SINGLE.finditer(self._text, start + 1, end)
        )

    def _single_goes_on(self) -> bool:
        if self._index + 1 >= len(self._document.paragraphs):
            return False
        following = self._document.paragraphs[self._index + 1].span
        return self._text[following.start] in "‘'"


def _may_open(before: str, after: str) -> bool:
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _may_close(before: str, after: str) -> bool:
    return not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)


def _opens(mark: _Mark, inside: bool) -> bool:
    if mark.glyph in _OPENING_GLYPHS:
        return mark.can_open or not mark.can_close
    if mark.glyph in _CLOSING_GLYPHS:
        return mark.can_open and not mark.can_close
    return not mark.can_close or mark.can_open


def _closes(mark: _Mark, opened: _Mark) -> bool:
    if mark.glyph in _OPENING_GLYPHS:
        return mark.can_close and not mark.can_open
    if mark.glyph in _CLOSING_GLYPHS:
        return opened.glyph in _OPENING_GLYPHS or mark.can_close
    return mark.can_close or not mark.can_open


def _nests(mark: _Mark, opened: _Mark) -> bool:
    return (mark.glyph == '"') != (opened.glyph == '"')


def _without_foreign_singles(text: str, quotations: list[Quotation]) -> list[Quotation]:
    """Leave single marks out where the article's speech stands in double ones."""
    doubles = sum(not quotation.single for quotation in quotations)
    singles = len(quotations) - doubles
    if singles > doubles + len(_TYPED.findall(text)) // 2:
        return quotations
    return [quotation for quotation in quotations if not quotation.single]
