"""The seen lines of a block while it is drawn: where its words stand on the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextLine

from reader.model.span import Span
from reader.ui.reading.display_text import DisplayText
from reader.ui.reading.page_layout import PageLayout


@dataclass(slots=True)
class SeenBlock:
    """One block: its lines that are seen, and where it is on the page."""

    number: int
    layout: QTextLayout
    origin: QPointF
    display: DisplayText
    span: Span
    lines: list[QTextLine]

    def rects(self, span: Span) -> list[QRectF]:
        """Return where a stretch of the text is on the page, a rectangle for each seen line."""
        return self.unit_rects(*self.range_of(span))

    def unit_rects(self, start: int, end: int) -> list[QRectF]:
        """Return where a range of the block's UTF-16 units is on the page."""
        return [rect.translated(self.origin) for rect in _line_rects(self.lines, start, end)]

    def range_of(self, span: Span) -> tuple[int, int]:
        """Return what of `span` is in this block, in the block's own UTF-16 units."""
        base = self.display.positions[self.number]
        start, end = max(span.start, self.span.start), min(span.end, self.span.end)
        return self.display.to_document(start) - base, self.end_of(end) - base

    def end_of(self, end: int) -> int:
        """Return the document's position at which a stretch of this block ends."""
        if end < self.span.end or self.number + 1 == len(self.display):
            return self.display.to_document(end)
        # the end of a cut block is the start of the next one's
        return self.display.positions[self.number + 1] - 1

    @property
    def seen_span(self) -> Span:
        """The code points of the lines that are seen, a few more around wide letters."""
        if not self.lines:
            return Span(self.span.start, self.span.start)
        last = self.lines[-1]
        base = self.display.positions[self.number]
        return Span(
            self.display.to_article(base + self.lines[0].textStart()),
            self.display.to_article(base + last.textStart() + last.textLength()),
        )


def seen_block(layout: PageLayout, number: int, clip: QRectF) -> SeenBlock:
    """Return block `number` with those of its lines that lie in `clip`."""
    lines = layout.lay_out(number)
    origin = QPointF(layout.column.left(), layout.top(number))
    top, bottom = clip.top() - origin.y(), clip.bottom() - origin.y()
    seen = [
        line
        for line in (lines.lineAt(one) for one in range(lines.lineCount()))
        if line.y() + line.height() >= top and line.y() <= bottom
    ]
    display = layout.display
    return SeenBlock(number, lines, origin, display, display.block_span(number), seen)


def _line_rects(lines: list[QTextLine], start: int, end: int) -> Iterator[QRectF]:
    for line in lines:
        first = line.textStart()
        last = first + line.textLength()
        if first >= end:
            return
        if last > start:
            one, other = _x(line.cursorToX(max(start, first))), _x(line.cursorToX(min(end, last)))
            rect = QRectF(min(one, other), line.y(), abs(other - one), line.height())
            # the space at which a line was broken is no part of the mark
            yield rect & line.naturalTextRect().adjusted(0, -99, 0, 99)


def _x(found: object) -> float:
    # the binding gives the x and the position that Qt took it at
    return float(found[0]) if isinstance(found, tuple) else float(str(found))
