"""Where the lines of the document stand on the page.

Qt's own layouts either know no spaces between paragraphs (plain text) or lay out all of a text at
once (rich text). This one sets a block when it is needed and guesses the height of the others, so
that opening, resizing and zooming a text of 900 kB cost what one screen of it costs.
"""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate, pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextOption,
)

from reader.ui.reading.display_text import DisplayText, Splice
from reader.ui.reading.typesetting import SMALL_SCALE, TITLE_SCALE, Typesetting

# a line of prose holds this share of the characters that the measure is made for
_FILLED = 0.96
# a change of more blocks is drawn with all that is seen
_FEW = 40
# among so many blocks are headline and byline
_HEAD = 6

Draw = Callable[[QPainter, QAbstractTextDocumentLayout.PaintContext], None]


class PageLayout(QAbstractTextDocumentLayout):
    """Lays out the blocks of a `DisplayText`, the headline larger, in one centred column."""

    def __init__(self, document: QTextDocument, setting: Typesetting) -> None:
        super().__init__(document)
        self.setting = setting
        self.display = DisplayText("")
        self.column = QRectF()
        self.title_block = -1
        self.byline_block = -1
        # room below the headline for what the source says of the article
        self.note_height = 0.0
        self.painter: Draw | None = None
        # what draws a part of the page again, from one height to another
        self.redraw: Callable[[float, float], None] = _draw_nothing
        # the blocks of a change that Qt has yet to tell of, and their heights before it
        self._changed: tuple[range, list[float]] | None = None
        self._page_width = 0.0
        self._heights = [0.0]
        self._set = [False]
        self._tops = [0.0, 0.0]
        self._tops_hold = False
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

    def forget(self, block: int) -> None:
        """Lay out one block anew when it is needed next."""
        if 0 <= block < len(self._set):
            self._set[block] = False

    def _forget_all(self) -> None:
        self._heights = self._guess_all()
        self._set = [False] * len(self.display)
        self._tops_hold = False

    # blocks

    def top(self, block: int) -> float:
        """Return where `block` begins; the blocks before may only be guessed."""
        return self._all_tops()[block]

    def height(self, block: int) -> float:
        """Return the height of `block` with the space below it."""
        return self._heights[block]

    def block_at_height(self, y: float) -> int:
        """Return the number of the block at `y`, the nearest outside the text."""
        found = bisect_right(self._all_tops(), y, 0, len(self._heights)) - 1
        return max(0, found)

    def lay_out_between(self, top: float, bottom: float) -> range:
        """Lay out what is seen between two heights and return the blocks."""
        first = block = self.block_at_height(top)
        y = self.top(first)
        while block < len(self._heights) and y < bottom:
            self.lay_out(block)
            y += self._heights[block]
            block += 1
        return range(first, block)

    def is_laid_out(self, block: int) -> bool:
        """Say whether the height of `block` is known and not guessed."""
        return self._set[block]

    def lay_out(self, block: int) -> QTextLayout:
        """Return the lines of `block`, set now if need be."""
        found = self.document().findBlockByNumber(block)
        layout: QTextLayout = found.layout()
        if not self._set[block]:
            height = self._break_lines(layout, block, found)
            self._set[block] = True
            if height != self._heights[block]:
                self._heights[block] = height
                self._tops_hold = False
        return layout

    def _break_lines(self, layout: QTextLayout, block: int, found: QTextBlock) -> float:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(found.textDirection())
        if found.textDirection() is Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        pitch, y = self._pitch(block), self._space_above(block)
        # rounding makes a line up to two pixels taller than its letters
        usual = self._scale(block) * self.setting.letters + 2
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.column.width())
            # scripts with taller letters than the typeface's own get the room they need
            room = pitch + max(0.0, line.height() - usual)
            line.setPosition(QPointF(0, y + round((room - line.height()) / 2)))
            y += room
        layout.endLayout()
        return self._whole_height(block, y)

    def _whole_height(self, block: int, lines_end: float) -> float:
        if block and not self.display.block_text(block).strip() and block != self.title_block:
            return self.setting.gap
        return lines_end + self._space_below(block)

    def _guess(self, block: int) -> float:
        length = max(1, len(self.display.block_span(block)))
        lines = -(-length // self._letters_in_line())
        return self._whole_height(block, self._space_above(block) + lines * self._pitch(block))

    def _letters_in_line(self) -> int:
        width = self.column.width() or self.setting.measure
        # the width of a letter: a pitch is about three of them
        return max(8, int(width / self.setting.pitch * 3.28 * _FILLED))

    def _guess_all(self) -> list[float]:
        """Return the guessed heights of all blocks: 300,000 of them in a fifth of a second."""
        starts, hard = self.display.starts, self.display.hard
        lengths = [end - start for start, end in pairwise([*starts, len(self.display.text) + 1])]
        in_line, pitch, gap = self._letters_in_line(), self.setting.pitch, self.setting.gap
        heights = [
            # a block is blank where nothing but the newline follows its start
            gap if length == 1 else -(-length // in_line) * pitch + gap * (before_new and after > 1)
            for length, after, before_new in zip(
                lengths, [*lengths[1:], 2], [*hard[1:], True], strict=True
            )
        ]
        for block in {*range(min(_HEAD, len(heights))), len(heights) - 1}:
            heights[block] = self._guess(block)
        return heights

    def _pitch(self, block: int) -> float:
        if block == self.title_block:
            return self.setting.title_pitch
        return self.setting.small_pitch if block == self.byline_block else self.setting.pitch

    def _scale(self, block: int) -> float:
        if block == self.title_block:
            return TITLE_SCALE
        return SMALL_SCALE if block == self.byline_block else 1.0

    def _space_above(self, block: int) -> float:
        return self.setting.top if block == 0 else 0.0

    def _space_below(self, block: int) -> float:
        if block + 1 == len(self.display):
            return self.setting.bottom
        if block == self.title_block and self.note_height:
            return self.note_height
        if not self.display.hard[block + 1] or not self.display.block_text(block + 1).strip():
            return 0.0
        return self.setting.gap * (0.5 if block == self.title_block else 1.0)

    def _all_tops(self) -> list[float]:
        if not self._tops_hold:
            self._tops = [0.0, *accumulate(self._heights)]
            self._tops_hold = True
        return self._tops

    def total_height(self) -> float:
        """Return the height of the whole page."""
        return self._all_tops()[-1]

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
