"""Draws the lines that are seen: tints under the text, the text, lines and rings over it.

Nothing here is kept from one frame to the next, so marks can neither drift nor enter undo.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPen,
    QRegion,
    QTextCharFormat,
    QTextLayout,
)

from reader.model.results import Category, Voice
from reader.model.span import Span
from reader.ui.reading.display_text import units
from reader.ui.reading.gutter import Gutter
from reader.ui.reading.line_styles import draw_line
from reader.ui.reading.page_layout import PageLayout
from reader.ui.reading.seen_block import SeenBlock, seen_block
from reader.ui.state import ArticleState
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from re import Pattern

_QUOTATION_MARKS = frozenset("\"'“”‘’«»„‚‹›")
PASSAGE_STRENGTH = 0.12


@dataclass(frozen=True, slots=True)
class _Mark:
    """A finding as it is seen: a rectangle for each line that it stands on."""

    category: Category
    voice: Voice
    rects: list[QRectF]
    is_selected: bool


class PageView(Protocol):
    """What the painter asks the editor whose page it draws."""

    def selected_positions(self) -> tuple[int, int]:
        """Return the positions of the document that are selected."""

    def shows_cursor(self) -> bool:
        """Say whether the cursor is to be seen."""

    def cursorWidth(self) -> int:
        """Return the width of the cursor in pixels."""

    def seen(self) -> tuple[float, float]:
        """Return the top and the bottom of what is seen of the page."""


class PagePainter:
    """Draws the page."""

    def __init__(
        self,
        state: ArticleState,
        layout: PageLayout,
        theme: Theme,
        page: PageView,
    ) -> None:
        self.theme = theme
        self.search: Pattern[str] | None = None
        self.note = ""
        self.gutter = Gutter(state, layout)
        self._state = state
        self._layout = layout
        self._page = page

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw what lies in the context's clip."""
        clip = QRectF(context.clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.theme.roles.text))
        blocks = self._layout.lay_out_between(clip.top(), clip.bottom())
        for number in blocks:
            self._draw_block(
                painter, seen_block(self._layout, number, clip), clip, context.cursorPosition
            )
        self._draw_note(painter, blocks)
        self.gutter.draw(painter, *self._page.seen(), self.theme)

    def _draw_block(
        self, painter: QPainter, block: SeenBlock, clip: QRectF, cursor_position: int
    ) -> None:
        marks = self._marks(block)
        self._draw_passages(painter, block)
        self._draw_tints(painter, marks)
        self._draw_search(painter, block)
        self._draw_text(painter, block, clip)
        self._draw_lines(painter, marks)
        self._draw_cursor(painter, block, cursor_position)

    def _marks(self, block: SeenBlock) -> list[_Mark]:
        selected = self._state.selected
        chosen = selected.index if selected and selected.kind == "finding" else -1
        return [
            self._mark(block, index, index == chosen)
            for index in self._state.findings_in(block.seen_span)
            if index == chosen or self._state.is_visible(index)
        ]

    def _mark(self, block: SeenBlock, index: int, is_selected: bool) -> _Mark:
        finding = self._state.findings_raw[index]
        rects = block.rects(self._state.finding_span(index))
        return _Mark(finding.category, finding.voice, rects, is_selected)

    # under the text

    def _draw_passages(self, painter: QPainter, block: SeenBlock) -> None:
        for span, role in self.gutter.passages.highlighted():
            if span.overlaps(block.span):
                colour = QColor(getattr(self.theme.roles, role))
                colour.setAlphaF(PASSAGE_STRENGTH)
                _fill(painter, block.rects(span), colour)

    def _draw_tints(self, painter: QPainter, marks: list[_Mark]) -> None:
        for mark in marks:
            tint = self.theme.tint(mark.category)
            if tint and mark.voice is Voice.WRITER:
                _fill(painter, mark.rects, QColor(tint))

    def _draw_search(self, painter: QPainter, block: SeenBlock) -> None:
        if self.search is None:
            return
        text = self._layout.display.block_text(block.number)
        for found in self.search.finditer(text):
            start = units(text[: found.start()])
            end = start + units(found[0])
            rects = block.unit_rects(start, end)
            _fill(painter, rects, QColor(self.theme.roles.search))
            # an outline, as the colour alone may be near that of a mark
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.roles.accent), 1))
            painter.drawRects(rects)

    # the text

    def _draw_text(self, painter: QPainter, block: SeenBlock, clip: QRectF) -> None:
        roles = self.theme.roles
        if block.number == self._layout.byline_block:
            self._draw_letters(painter, block, clip, roles.muted)
            return
        quoted = self._quoted_region(block)
        if quoted.isEmpty():
            self._draw_letters(painter, block, clip, roles.text)
            return
        # in two goes: given as formats, Qt would draw all lines for every quotation
        for region, colour in (
            (quoted, roles.quiet),
            (QRegion(clip.toAlignedRect()) - quoted, roles.text),
        ):
            painter.save()
            painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
            self._draw_letters(painter, block, clip, colour)
            painter.restore()

    def _draw_letters(self, painter: QPainter, block: SeenBlock, clip: QRectF, colour: str) -> None:
        painter.setPen(QColor(colour))
        block.layout.draw(painter, block.origin, [*self._selection_formats(block)], clip)

    def _quoted_region(self, block: SeenBlock) -> QRegion:
        """Return where quoted words of the block are seen."""
        quoted = QRegion()
        for index in self._state.quotes_in(block.seen_span):
            span = self._with_marks(self._state.quotes[index].span)
            for rect in block.rects(span):
                quoted += rect.toRect()
        return quoted

    def _with_marks(self, span: Span) -> Span:
        text = self._state.text
        start, end = span.start, span.end
        before = start > 0 and text[start - 1] in _QUOTATION_MARKS
        after = end < len(text) and text[end] in _QUOTATION_MARKS
        return Span(start - before, end + after)

    def _selection_formats(self, block: SeenBlock) -> Iterator[QTextLayout.FormatRange]:
        start, end = self._page.selected_positions()
        base = self._layout.display.positions[block.number]
        last = block.end_of(block.span.end) - base
        start, end = max(0, start - base), min(last, end - base)
        if start < end:
            chosen = QTextCharFormat()
            chosen.setBackground(QColor(self.theme.roles.selection))
            yield _format((start, end), chosen)

    def _draw_cursor(self, painter: QPainter, block: SeenBlock, position: int) -> None:
        base = self._layout.display.positions[block.number]
        last = block.end_of(block.span.end)
        if self._page.shows_cursor() and base <= position <= last:
            painter.setPen(QColor(self.theme.roles.text))
            width = self._page.cursorWidth()
            block.layout.drawCursor(painter, block.origin, position - base, width)

    def _draw_note(self, painter: QPainter, blocks: range) -> None:
        layout = self._layout
        if not self.note or layout.title_block not in blocks:
            return
        bottom = layout.top(layout.title_block) + layout.height(layout.title_block)
        top = bottom - layout.note_height
        painter.setFont(layout.setting.small)
        painter.setPen(QColor(self.theme.roles.muted))
        rect = QRectF(
            layout.column.left(), top + 3, layout.column.width(), layout.setting.small_pitch
        )
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), self.note)

    # over the text

    def _draw_lines(self, painter: QPainter, marks: list[_Mark]) -> None:
        for mark in marks:
            style = self.theme.marks[mark.category]
            for rect in mark.rects:
                draw_line(painter, style, rect.left() - 1, rect.right() + 1, rect.bottom() + 0.5)
            if mark.is_selected:
                self._draw_rings(painter, mark.rects)

    def _draw_rings(self, painter: QPainter, rects: list[QRectF]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.roles.accent), 2))
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-4, -2, 4, 4), 4, 4)


def _fill(painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 2, 2)


def _format(part: tuple[int, int], letters: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = part[0], part[1] - part[0]
    found.format = letters
    return found
