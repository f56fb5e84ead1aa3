"""How high the blocks of a page are: guessed until their lines are set."""

from bisect import bisect_right
from itertools import accumulate, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QTextBlock,
    QTextDocument,
    QTextLayout,
    QTextOption,
)

from reader.ui.reading.display_text import DisplayText
from reader.ui.reading.typesetting import SMALL_SCALE, TITLE_SCALE, Typesetting

# a line of prose holds this share of the characters that the measure is made for
_FILLED = 0.96
# among so many blocks are headline and byline
_HEAD = 6


class BlockLayout(QAbstractTextDocumentLayout):
    """Sets the lines of a block when it is needed, and guesses the height of the others."""

    def __init__(self, document: QTextDocument, setting: Typesetting) -> None:
        super().__init__(document)
        self.setting = setting
        self.display = DisplayText("")
        self.column = QRectF()
        self.title_block = -1
        self.byline_block = -1
        # room below the headline for what the source says of the article
        self.note_height = 0.0
        self._heights = [0.0]
        self._set = [False]
        self._tops = [0.0, 0.0]
        self._tops_hold = False

    def forget(self, block: int) -> None:
        """Lay out one block anew when it is needed next."""
        if 0 <= block < len(self._set):
            self._set[block] = False

    def _forget_all(self) -> None:
        self._heights = self._guess_all()
        self._set = [False] * len(self.display)
        self._tops_hold = False

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
