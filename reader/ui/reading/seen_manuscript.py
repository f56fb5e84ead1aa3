"""The text as it is seen: which place is where on the screen, and how to bring it into view."""

from PySide6.QtCore import QPoint, QPointF, Qt

from reader.model.span import Span
from reader.ui.reading.manuscript import Manuscript


class SeenManuscript(Manuscript):
    """A manuscript in a viewport; places are code points of the article."""

    # places

    def place(self) -> int:
        """Return where the cursor is."""
        return self.display.to_article(self.textCursor().position())

    def selected(self) -> Span:
        """Return what is selected, empty at the cursor if nothing is."""
        cursor = self.textCursor()
        return Span(
            self.display.to_article(cursor.selectionStart()),
            self.display.to_article(cursor.selectionEnd()),
        )

    def selected_positions(self) -> tuple[int, int]:
        """Return the positions of the document that are selected."""
        cursor = self.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def to_page(self, point: QPoint) -> QPointF:
        """Return a point of the viewport in coordinates of the page."""
        return QPointF(point) + QPointF(0, self.verticalScrollBar().value())

    def place_at(self, point: QPoint) -> int:
        """Return the code point at a point of the viewport, -1 for none."""
        position = self.page_layout.hitTest(self.to_page(point), Qt.HitTestAccuracy.ExactHit)
        return -1 if position < 0 else self.display.to_article(position)

    def nearest_place(self, point: QPoint) -> int:
        """Return the code point nearest to a point of the viewport."""
        position = self.page_layout.hitTest(self.to_page(point), Qt.HitTestAccuracy.FuzzyHit)
        return self.display.to_article(position)

    # scrolling

    def seen(self) -> tuple[float, float]:
        """Return the top and the bottom of what is seen of the page."""
        top = self.verticalScrollBar().value()
        return float(top), float(top + self.viewport().height())

    def first_seen(self) -> int:
        """Return the code point at the top of what is seen."""
        top = self.verticalScrollBar().value()
        return self.display.starts[self.page_layout.block_at_height(top)]

    def scroll_to(self, span: Span, share: float = 0.33) -> None:
        """Bring `span` into view, its beginning at a share of the height if it was out of it."""
        layout, height = self.page_layout, self.viewport().height()
        block = self.display.block_at(span.start)
        self._lay_out_around(block)
        top, bottom = self._extent(span)
        bar = self.verticalScrollBar()
        if bar.value() + 8 <= top and bottom <= bar.value() + height - 8 and share:
            return
        layout.report_size()
        bar.setValue(round(top - share * height) if share else round(top))

    def fits(self, span: Span) -> bool:
        """Say whether all of `span` can be seen at once."""
        self._lay_out_around(self.display.block_at(span.start))
        top, bottom = self._extent(span)
        return bottom - top < 0.66 * self.viewport().height()

    def _lay_out_around(self, block: int) -> None:
        """Lay out a screen before and after `block`, whose place then holds when it is drawn."""
        layout, height = self.page_layout, self.viewport().height()
        top = layout.top(block)
        layout.lay_out_between(max(0.0, top - height), top)
        layout.lay_out_between(layout.top(block), layout.top(block) + height)

    def _extent(self, span: Span) -> tuple[float, float]:
        first, last = self.display.block_at(span.start), self.display.block_at(span.end)
        layout = self.page_layout
        top = layout.top(first) + self._line_top(first, span.start)
        bottom = layout.top(last) + self._line_top(last, span.end) + layout.setting.pitch
        return top, bottom

    def _line_top(self, block: int, offset: int) -> float:
        if not self.page_layout.is_laid_out(block):
            return 0.0
        inside = self.display.to_document(offset) - self.display.positions[block]
        line = self.page_layout.lay_out(block).lineForTextPosition(inside)
        return line.y() if line.isValid() else 0.0
