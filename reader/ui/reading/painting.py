"""Draws the lines that are seen: tints under the text, the text, lines and rings over it.

Nothing here is kept from one frame to the next, so marks can neither drift nor enter undo.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
)

from reader.model.results import Finding, Voice
from reader.model.span import Span
from reader.ui.reading.display_text import units
from reader.ui.reading.gutter import Gutter
from reader.ui.reading.line_styles import draw_line
from reader.ui.reading.page_layout import PageLayout
from reader.ui.state import ArticleState, Item
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from re import Pattern

_QUOTATION_MARKS = frozenset("\"'“”‘’«»„‚‹›")
_PASSAGE_STRENGTH = 0.12


@dataclass(frozen=True, slots=True)
class _Mark:
    finding: Finding
    start: int
    end: int
    is_selected: bool


@dataclass(slots=True)
class _Block:
    """One block while it is drawn; ranges in it are in its own UTF-16 units."""

    number: int
    layout: QTextLayout
    origin: QPointF
    span: Span


class PagePainter:
    """Draws the page; `selected_text` gives the document's positions that the user selected."""

    def __init__(
        self,
        state: ArticleState,
        layout: PageLayout,
        theme: Theme,
        selected_text: Callable[[], tuple[int, int]],
    ) -> None:
        self.theme = theme
        self.search: Pattern[str] | None = None
        self.note = ""
        self.gutter = Gutter(state, layout)
        self._state = state
        self._layout = layout
        self._selected_text = selected_text

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw what lies in the context's clip."""
        clip = QRectF(context.clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.theme.roles.text))
        blocks = self._layout.lay_out_between(clip.top(), clip.bottom())
        for number in blocks:
            self._draw_block(painter, self._block(number), clip, context.cursorPosition)
        self._draw_note(painter, blocks)
        self.gutter.draw(painter, blocks, clip, self.theme)

    def _block(self, number: int) -> _Block:
        origin = QPointF(self._layout.column.left(), self._layout.top(number))
        span = self._layout.display.block_span(number)
        return _Block(number, self._layout.lay_out(number), origin, span)

    def _draw_block(
        self, painter: QPainter, block: _Block, clip: QRectF, cursor_position: int
    ) -> None:
        marks = self._marks(block)
        self._draw_passages(painter, block)
        self._draw_tints(painter, block, marks)
        self._draw_search(painter, block)
        painter.setPen(QColor(self.theme.roles.text))
        formats = [*self._quiet_formats(block), *self._selection_formats(block)]
        block.layout.draw(painter, block.origin, formats, clip)
        self._draw_lines(painter, block, marks)
        self._draw_cursor(painter, block, cursor_position)

    # places

    def _range(self, block: _Block, span: Span) -> tuple[int, int]:
        display = self._layout.display
        base = display.positions[block.number]
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        return display.to_document(start) - base, self._end_in(block, end) - base

    def _end_in(self, block: _Block, end: int) -> int:
        display = self._layout.display
        if end < block.span.end or block.number + 1 == len(display):
            return display.to_document(end)
        # the end of a cut block is the start of the next one's
        return display.positions[block.number + 1] - 1

    def _marks(self, block: _Block) -> list[_Mark]:
        state = self._state
        selected = state.selected
        return [
            _Mark(
                state.findings[index],
                *self._range(block, state.findings[index].span),
                selected == Item("finding", index),
            )
            for index in state.findings_in(block.span)
            if state.is_visible(index) or selected == Item("finding", index)
        ]

    # under the text

    def _draw_passages(self, painter: QPainter, block: _Block) -> None:
        for span, role in self.gutter.selected_passages():
            if span.overlaps(block.span):
                colour = QColor(getattr(self.theme.roles, role))
                colour.setAlphaF(_PASSAGE_STRENGTH)
                self._fill(painter, block, self._range(block, span), colour)

    def _draw_tints(self, painter: QPainter, block: _Block, marks: list[_Mark]) -> None:
        for mark in marks:
            tint = self.theme.tint(mark.finding.category)
            if tint and mark.finding.voice is Voice.WRITER:
                self._fill(painter, block, (mark.start, mark.end), QColor(tint))

    def _draw_search(self, painter: QPainter, block: _Block) -> None:
        if self.search is None:
            return
        text = self._layout.display.block_text(block.number)
        for found in self.search.finditer(text):
            start = units(text[: found.start()])
            end = start + units(found[0])
            self._fill(painter, block, (start, end), QColor(self.theme.roles.search))

    def _fill(
        self, painter: QPainter, block: _Block, part: tuple[int, int], colour: QColor
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for rect in line_rects(block.layout, *part):
            painter.drawRoundedRect(rect.translated(block.origin).adjusted(-1, 0, 1, 0), 2, 2)

    # the text

    def _quiet_formats(self, block: _Block) -> Iterator[QTextLayout.FormatRange]:
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(self.theme.roles.quiet))
        for index in self._state.quotes_in(block.span):
            span = self._with_marks(self._state.quotes[index].span)
            yield _format(self._range(block, span), quiet)
        if block.number == self._layout.byline_block:
            quiet.setForeground(QColor(self.theme.roles.muted))
            yield _format(self._range(block, block.span), quiet)

    def _with_marks(self, span: Span) -> Span:
        text = self._state.text
        start, end = span.start, span.end
        before = start > 0 and text[start - 1] in _QUOTATION_MARKS
        after = end < len(text) and text[end] in _QUOTATION_MARKS
        return Span(start - before, end + after)

    def _selection_formats(self, block: _Block) -> Iterator[QTextLayout.FormatRange]:
        start, end = self._selected_text()
        base = self._layout.display.positions[block.number]
        last = self._end_in(block, block.span.end) - base
        start, end = max(0, start - base), min(last, end - base)
        if start < end:
            chosen = QTextCharFormat()
            chosen.setBackground(QColor(self.theme.roles.selection))
            yield _format((start, end), chosen)

    def _draw_cursor(self, painter: QPainter, block: _Block, position: int) -> None:
        base = self._layout.display.positions[block.number]
        last = self._end_in(block, block.span.end)
        if base <= position <= last:
            painter.setPen(QColor(self.theme.roles.text))
            block.layout.drawCursor(painter, block.origin, position - base, 2)

    def _draw_note(self, painter: QPainter, blocks: range) -> None:
        layout = self._layout
        if not self.note or layout.title_block not in blocks:
            return
        bottom = layout.top(layout.title_block) + layout.height(layout.title_block)
        top = bottom - layout.note_height
        painter.setFont(layout.setting.small)
        painter.setPen(QColor(self.theme.roles.muted))
        rect = QRectF(layout.column.left(), top, layout.column.width(), layout.setting.small_pitch)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), self.note)

    # over the text

    def _draw_lines(self, painter: QPainter, block: _Block, marks: list[_Mark]) -> None:
        for mark in marks:
            rects = [
                rect.translated(block.origin)
                for rect in line_rects(block.layout, mark.start, mark.end)
            ]
            for rect in rects:
                style = self.theme.marks[mark.finding.category]
                draw_line(painter, style, rect.left() - 1, rect.right() + 1, rect.bottom() + 0.5)
            if mark.is_selected:
                self._draw_rings(painter, rects)

    def _draw_rings(self, painter: QPainter, rects: list[QRectF]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.roles.accent), 2))
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-4, -2, 4, 4), 4, 4)


def line_rects(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Yield where a range of a laid-out block is, a rectangle for each line."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first >= end:
            return
        if last > start:
            one, other = _x(line.cursorToX(max(start, first))), _x(line.cursorToX(min(end, last)))
            yield QRectF(min(one, other), line.y(), abs(other - one), line.height())


def _x(found: object) -> float:
    # the binding gives the x and the position that Qt took it at
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


def _format(part: tuple[int, int], letters: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = part[0], part[1] - part[0]
    found.format = letters
    return found
