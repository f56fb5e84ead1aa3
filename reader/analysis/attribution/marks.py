"""Finds the stretches that stand in quotation marks, in tidy and in sloppy copy.

Two apostrophes in a row ('') are not read as a mark: typed archives use them for speech, for
titles and for inches alike, so what stands between them is left to the reading of the sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.attribution.glyphs import around, may_close, may_open
from reader.analysis.attribution.quotation import Quotation
from reader.analysis.attribution.single_marks import SingleMarks
from reader.model.span import Span
from reader.text.document import Document

_MARK = re.compile(r"[“”„‟«»＂\"]")
_OPENING = frozenset("“„‟«")
_CLOSING = frozenset("”»")
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+|\s?[½¼¾])?$")
_LONGEST_TAG = 200
_TYPED = re.compile(r"''")


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    glyph: str
    can_open: bool
    can_close: bool

    @property
    def opens(self) -> bool:
        """Say whether this opens a quotation where none is open."""
        if self.glyph in _OPENING:
            return self.can_open or not self.can_close
        if self.glyph in _CLOSING:
            return self.can_open and not self.can_close
        return self.can_open or not self.can_close

    def closes(self, opened: "_Mark") -> bool:
        """Say whether this closes the quotation that `opened` began."""
        if self.glyph in _OPENING:
            return self.can_close and not self.can_open
        if self.glyph in _CLOSING:
            return opened.glyph in _OPENING or self.can_close
        return self.can_close or not self.can_open

    def nests(self, opened: "_Mark") -> bool:
        """Say whether this belongs to marks of another kind within the quotation."""
        return (self.glyph == '"') != (opened.glyph == '"')


def find_quotations(document: Document) -> list[Quotation]:
    """Return the outermost stretches in quotation marks, in the order of the text.

    A mark that is never closed reaches to the end of its sentence, or of its paragraph where it
    opens one or follows a colon or comma; never further.
    """
    doubles: list[Quotation] = []
    singles: list[Quotation] = []
    pending = False
    for index in range(len(document.paragraphs)):
        here = list(_DoubleMarks(document, index, pending=pending).quotations())
        pending = bool(here) and here[-1].continues
        doubles += here
        singles += SingleMarks(document, index, here).quotations()
    return _in_house_style(document.text, doubles, singles)


def _in_house_style(
    text: str, doubles: list[Quotation], singles: list[Quotation]
) -> list[Quotation]:
    """Leave single marks out where the article's speech stands in double ones."""
    starts = [quotation.outer.start for quotation in singles]
    outermost = [quotation for quotation in doubles if not _is_inside(quotation, singles, starts)]
    if len(singles) <= len(outermost) + len(_TYPED.findall(text)) // 2:
        return doubles
    return sorted([*outermost, *singles], key=lambda quotation: quotation.outer)


def _is_inside(quotation: Quotation, singles: list[Quotation], starts: list[int]) -> bool:
    index = bisect_right(starts, quotation.outer.start) - 1
    return index >= 0 and singles[index].outer.contains(quotation.outer)


class _DoubleMarks:
    """Reads the double marks of one paragraph from left to right.

    `pending` says that the paragraph before left a quotation open.
    """

    def __init__(self, document: Document, index: int, *, pending: bool) -> None:
        self._document = document
        self._text = document.text
        self._index = index
        self._span = document.paragraphs[index].span
        self._pending = pending

    def quotations(self) -> Iterator[Quotation]:
        """Yield the quotations in the order of the text."""
        opened: _Mark | None = None
        pending = self._pending
        for mark in self.marks():
            if opened is None and mark.opens:
                opened = mark
            elif opened is None:
                if pending and mark.can_close:
                    yield self._headless(mark.at)
                    pending = False
            elif mark.closes(opened):
                continued = pending and self.is_first(opened.at)
                span, outer = Span(opened.at + 1, mark.at), Span(opened.at, mark.at + 1)
                yield Quotation(span, outer, self._index, continued=continued)
                opened, pending = None, False
            elif not mark.nests(opened):
                yield from self._broken_off(opened.at, mark.at)
                opened = mark
        if opened is not None:
            yield self._unclosed(opened.at, continued=pending and self.is_first(opened.at))

    def marks(self) -> Iterator[_Mark]:
        """Yield the double marks that are neither inches nor mark-up."""
        for match in _MARK.finditer(self._text, self._span.start, self._span.end):
            at, glyph = match.start(), match[0]
            before, after = around(self._text, at, self._span.start, self._span.end)
            if glyph == '"' and (before == "=" or self._is_inches(at) or self._is_in_tag(at)):
                continue
            yield _Mark(at, glyph, may_open(before, after), may_close(before, after))

    def is_first(self, at: int) -> bool:
        """Say whether nothing stands before `at` in the paragraph."""
        return not self._text[self._span.start : at].strip()

    def _is_inches(self, at: int) -> bool:
        before = self._text[max(self._span.start, at - 12) : at]
        return before[-1:].isdigit() and bool(_FEET.search(before))

    def _is_in_tag(self, at: int) -> bool:
        """Say whether the mark belongs to an attribute of mark-up that was left in the copy."""
        opening = self._text.rfind("<", max(self._span.start, at - _LONGEST_TAG), at)
        if opening < 0 or not self._text[opening + 1 : opening + 2].isalpha():
            return False
        return ">" not in self._text[opening:at] and "=" in self._text[opening:at]

    def _headless(self, closing: int) -> Quotation:
        """Return what the paragraph before began, where this one does not repeat the mark."""
        start = self._span.start
        return Quotation(
            Span(start, closing), Span(start, closing + 1), self._index, continued=True
        )

    def _broken_off(self, opening: int, limit: int) -> Iterator[Quotation]:
        """Yield what an opening mark introduces when another one follows before any closing."""
        end = self._sentence_end(opening)
        if end <= limit:
            yield Quotation(Span(opening + 1, end), Span(opening, end), self._index)

    def _unclosed(self, opening: int, *, continued: bool) -> Quotation:
        continues = self._goes_on()
        before = self._text[self._span.start : opening].rstrip()
        whole = continues or not before or before[-1] in ":,"
        end = self._span.end if whole else max(opening + 1, self._sentence_end(opening))
        return Quotation(
            Span(opening + 1, end),
            Span(opening, end),
            self._index,
            continues=continues,
            continued=continued,
        )

    def _goes_on(self) -> bool:
        """Say whether the next paragraph opens a quotation, or closes one that it did not open."""
        if self._index + 1 >= len(self._document.paragraphs):
            return False
        following = _DoubleMarks(self._document, self._index + 1, pending=False)
        first = next(following.marks(), None)
        return first is not None and (following.is_first(first.at) or not first.opens)

    def _sentence_end(self, at: int) -> int:
        return self._document.sentences[self._document.sentence_at(at)].span.end
