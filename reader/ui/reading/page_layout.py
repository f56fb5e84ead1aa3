"""Where the lines of the document stand on the page.

Qt's own layouts either know no spaces between paragraphs (plain text) or lay out all of a text at
once (rich text). This one sets a block when it is needed and guesses the height of the others, so
that opening, resizing and zooming a text of 900 kB cost what one screen of it costs.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
)

from reader.ui.reading.block_layout import BlockLayout
from reader.ui.reading.display_text import DisplayText, Splice
from reader.ui.reading.typesetting import Typesetting

# a change of more blocks is drawn with all that is seen
_FEW = 40

Draw = Callable[[QPainter, QAbstractTextDocumentLayout.PaintContext], None]


class PageLayout(BlockLayout):
    """Lays out the blocks of a `DisplayText`, the headline larger, in one centred column."""

    def __init__(self, document: QTextDocument, setting: Typesetting) -> None:
        super().__init__(document, setting)
        self.painter: Draw | None = None
        # what draws a part of the page again, from one height to another
        self.redraw: Callable[[float, float], None] = _draw_nothing
        # the blocks of a change that Qt has yet to tell of, and their heights before it
        self._changed: tuple[range, list[float]] | None = None
        self._page_width = 0.0
        self._reported = QSizeF()

    # what changes the layout

    def reset(self, display: DisplayText) -> None:
        """Lay out another text."""
        self.display = display
        self._forget_all()

    def typeset(self, setting: Typesetting) -> None:
        """Set the page anew."""
        self.setting = setting
        self._forget_all()

    def set_page_width(self, width: float, gutter: float) -> bool:
        """Centre the column on a page so wide, beside a gutter; return whether lines break anew."""
        measure = max(120.0, min(self.setting.measure, width - gutter - 24))
        left = max(gutter, round((width - measure) / 2))
        is_new = measure != self.column.width()
        self.column = QRectF(left, 0, measure, 0)
        self._page_width = width
        if is_new:
            self._forget_all()
        return is_new

    def splice(self, splice: Splice) -> None:
        """Follow an edit; the block before changes its space below, too."""
        first, after = splice.first_block, splice.blocks_after
        last = first + splice.blocks_before
        self._note_change(range(max(0, first - 1), first + after + 1), first - 1, last + 1)
        # a block that stays one keeps its height until it is set, so that nothing jumps meanwhile
        if splice.blocks_before != after:
            self._heights[first:last] = [self._guess(one) for one in range(first, first + after)]
        self._set[first:last] = [False] * after
        self.forget(first - 1)
        self.forget(first + after)
        self._tops_hold = False

    def _note_change(self, changed: range, first: int, stop: int) -> None:
        if self._changed is None and len(changed) <= _FEW:
            self._changed = changed, self._heights[max(0, first) : stop]
        else:
            self._changed = range(0), []

    # what Qt asks

    def report_size(self) -> None:
        """Tell the editor how large the page is, if that has changed."""
        size = self.documentSize()
        if size != self._reported:
            self._reported = size
            self.documentSizeChanged.emit(size)

    def documentChanged(self, _position: int, _removed: int, _added: int) -> None:
        """Follow a change; which blocks it touches is said by `splice` and `reset`."""
        changed, before = self._changed or (range(0), [])
        self._changed = None
        blocks = [block for block in changed if block < len(self._heights)]
        for block in blocks:
            self.lay_out(block)
        self.report_size()
        if blocks and [self._heights[block] for block in blocks] == before:
            self.redraw(self.top(blocks[0]), self.top(blocks[-1] + 1))
        else:
            self.redraw(0.0, self.total_height())

    def documentSize(self) -> QSizeF:
        """Return the size of the page."""
        return QSizeF(self._page_width, self.total_height())

    def pageCount(self) -> int:
        """Return 1: there are no pages on a screen."""
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """Return the whole page."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return where a block stands, laid out."""
        number = block.blockNumber()
        # Qt asks for blocks of a change that the display text has yet to hear of
        if not block.isValid() or number >= len(self._heights):
            return QRectF()
        self.lay_out(number)
        return QRectF(
            self.column.left(), self.top(number), self.column.width(), self._heights[number]
        )

    def hitTest(self, point: QPointF | object, accuracy: Qt.HitTestAccuracy) -> int:
        """Return the document's position at a point, -1 for none."""
        assert isinstance(point, QPointF)
        number = self.block_at_height(point.y())
        layout = self.lay_out(number)
        at = point - QPointF(self.column.left(), self.top(number))
        line = _line_at(layout, at.y(), self._pitch(number))
        if accuracy == Qt.HitTestAccuracy.ExactHit:
            rect = layout.lineAt(line).naturalTextRect()
            if not rect.contains(at):
                return -1
        inside = layout.lineAt(line).xToCursor(at.x()) if layout.lineCount() else 0
        return self.display.positions[number] + inside

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw the page."""
        if self.painter:
            self.painter(painter, context)


def _draw_nothing(_top: float, _bottom: float) -> None:
    """Draw nothing: the page is not on a screen yet."""


def _line_at(layout: QTextLayout, y: float, pitch: float) -> int:
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if y < line.y() + line.height() / 2 + pitch / 2:
            return number
    return max(0, layout.lineCount() - 1)
