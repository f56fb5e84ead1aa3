"""The page itself: Qt's editor for keys, mouse and screen readers, with our layout and painting."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from reader.model.span import Span
from reader.ui.reading.display_text import (
    SEPARATOR,
    SPACE_WITHIN,
    DisplayText,
    Piece,
    Splice,
    cut,
    displayed,
    pieces_of,
)
from reader.ui.reading.gutter import GUTTER_WIDTH
from reader.ui.reading.history import Change, History
from reader.ui.reading.page_layout import PageLayout
from reader.ui.reading.styling import style_blocks
from reader.ui.reading.typesetting import Typesetting

_ROOMY = 1_500
_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class Page(QTextEdit):
    """An editor of an article's text; places in its signals and calls are code points.

    Signals:
        replaced: start, end and the text that now stands in their place.
        entered: Enter was pressed on a word, with its place.
        clicked: the text was clicked, with its place, -1 beside the text; and the point.
        seen_changed: another part of the page is seen.
    """

    replaced = Signal(int, int, str)
    entered = Signal(int)
    clicked = Signal(int, QPointF)
    seen_changed = Signal()

    def __init__(self, setting: Typesetting, text_between: Callable[[int, int], str]) -> None:
        super().__init__()
        # what is copied or undone is the article's own text, in which characters stand that the
        # page can only show a stand-in for
        self._text_between = text_between
        self.history = History()
        self._is_ours = False
        self._is_keyed = False
        document = QTextDocument(self)
        # Qt's undo would hold formats and cuts as well; ours holds the article's text alone
        document.setUndoRedoEnabled(False)
        self.page_layout = PageLayout(document, setting)
        document.setDocumentLayout(self.page_layout)
        self.setDocument(document)
        document.contentsChange.connect(self._follow)
        self._configure()

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(2)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))
        self.setTextInteractionFlags(_READING)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @property
    def display(self) -> DisplayText:
        """What is shown and where."""
        return self.page_layout.display

    # setting up

    def load(self, text: str, title: str = "") -> None:
        """Show another text."""
        self.history = History()
        display = DisplayText(text)
        with self._changing():
            self.page_layout.reset(display)
            self.document().setPlainText(display.document())
            style_blocks(self.document(), self.page_layout, title, range(len(display)))
        self.page_layout.report_size()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def typeset(self, setting: Typesetting) -> None:
        """Set the page anew and keep the place that is read."""
        place = self.first_seen()
        with self._changing():
            self.page_layout.typeset(setting)
            self.setFont(setting.body)
            self.document().setDefaultFont(setting.body)
            everything = range(len(self.display))
            style_blocks(self.document(), self.page_layout, None, everything, is_forced=True)
        self._fit(is_forced=True)
        self.scroll_to(Span(place, place), share=0.0)

    def set_editable(self, is_editable: bool) -> None:
        """Let the user type, or only read."""
        flags = Qt.TextInteractionFlag.TextEditorInteraction if is_editable else _READING
        self.setTextInteractionFlags(flags)
        self.viewport().update()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Mark changes of the document as made by the program, which follows them itself."""
        outer, self._is_ours = self._is_ours, True
        try:
            yield
        finally:
            self._is_ours = outer

    # edits

    def replace_range(self, start: int, end: int, text: str, *, is_typing: bool = False) -> None:
        """Put `text` in place of code points `start` to `end`, as one step to undo."""
        removed = self._text_between(start, end)
        self._put(start, end, text)
        self.history.record(Change(start, removed, text), is_typing=is_typing)

    def undo(self) -> None:
        """Take back the last step."""
        self._repeat(self.history.undo())

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self._repeat(self.history.redo())

    def _repeat(self, change: Change | None) -> None:
        if change is None or self.isReadOnly():
            return
        self._put(change.start, change.start + len(change.removed), change.added)
        self.select(Span(change.start + len(change.added), change.start + len(change.added)))
        self.ensureCursorVisible()

    def _put(self, start: int, end: int, text: str) -> None:
        display = self.display
        position, stop = display.to_document(start), display.to_document(end)
        pieces = pieces_of(displayed(text))
        with self._changing():
            splice = display.splice(position, stop - position, pieces, text)
            self.page_layout.splice(splice)
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("\n".join(piece.text for piece in pieces))
        self._settle(splice)

    def _follow(self, position: int, removed: int, added: int) -> None:
        """Follow what Qt's editor did to the document."""
        if self._is_ours:
            return
        excess = max(0, position + removed - self.display.length)
        position, old, new = self._trimmed(position, removed - excess, added - excess)
        if not old and not new:
            return
        pieces = [Piece(part, place > 0) for place, part in enumerate(new.split(SEPARATOR))]
        text = new.replace(SEPARATOR, "\n")
        removed = len(old.encode("utf-16-le")) // 2
        start, end = self.display.to_article(position), self.display.to_article(position + removed)
        gone = self._text_between(start, end)
        splice = self.display.splice(position, removed, pieces, text)
        self.page_layout.splice(splice)
        self.history.record(Change(start, gone, text), is_typing=len(text) + len(gone) == 1)
        self._settle(splice)

    def _trimmed(self, position: int, removed: int, added: int) -> tuple[int, str, str]:
        """Return what really changed: Qt reports whole blocks where a format was touched."""
        old = self.display.document_text(position, position + removed)
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        last = self.document().characterCount() - 1
        cursor.setPosition(min(position + added, last), QTextCursor.MoveMode.KeepAnchor)
        new = cursor.selectedText()
        same = _common(old, new)
        old, new = old[same:], new[same:]
        position += len(cursor.selectedText()[:same].encode("utf-16-le")) // 2
        same = _common(old[::-1], new[::-1])
        return position, old[: len(old) - same], new[: len(new) - same]

    def _settle(self, splice: Splice) -> None:
        self.replaced.emit(splice.replaced.start, splice.replaced.end, splice.text)
        touched = range(splice.first_block, splice.first_block + splice.blocks_after)
        with self._changing():
            style_blocks(self.document(), self.page_layout, None, touched)
            for block in reversed(self.display.overlong(touched.start, touched.stop - 1)):
                self._cut_block(block)

    def _cut_block(self, block: int) -> None:
        """Cut a block that has grown long; the article does not change."""
        span = self.display.block_span(block)
        # in pieces with room to grow, or the next letter would cut again
        number = len(span) // _ROOMY + 1
        pieces = cut(self.display.block_text(block), len(span) // number + SPACE_WITHIN)
        place = span.start
        for piece in pieces[:-1]:
            place += len(piece)
            position = self.display.to_document(place)
            splice = self.display.splice(position, 0, [Piece("", False), Piece("", False)], "")
            self.page_layout.splice(splice)
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.insertBlock()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take undo, Enter and cuts from Qt's editor, and leave it the rest."""
        self._is_keyed = True
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif self._is_choosing(event):
            self.entered.emit(self.place())
        else:
            self._step_over_cut(event)
            super().keyPressEvent(event)
            return
        event.accept()

    def shows_cursor(self) -> bool:
        """Say whether the cursor is of use: while editing, or reading by keyboard."""
        return self._is_keyed or not self.isReadOnly()

    def _is_choosing(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return is_enter and (self.isReadOnly() or bool(held))

    def _step_over_cut(self, event: QKeyEvent) -> None:
        """Move over the boundary of a cut paragraph, so that deleting deletes a letter."""
        cursor = self.textCursor()
        if self.isReadOnly() or cursor.hasSelection():
            return
        at, key = cursor.position(), event.key()
        if key == Qt.Key.Key_Backspace and self.display.is_soft_cut(at):
            self.moveCursor(QTextCursor.MoveOperation.PreviousCharacter)
        elif key == Qt.Key.Key_Delete and self.display.is_soft_cut(at + 1):
            self.moveCursor(QTextCursor.MoveOperation.NextCharacter)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the next letter begin a new step to undo."""
        self.history.close_step()
        super().focusOutEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Lay out the line again that an input method composes in."""
        super().inputMethodEvent(event)
        block = self.textCursor().blockNumber()
        self.page_layout.forget(block)
        self.viewport().update()

    # copying and pasting

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the article's text, without the cuts and stand-ins of what is shown."""
        span = self.selected()
        data = QMimeData()
        data.setText(self._text_between(span.start, span.end))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, and leave files to the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text as plain text."""
        if self.isReadOnly() or not source.hasText():
            return
        span = self.selected()
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        self.history.close_step()
        self.replace_range(span.start, span.end, text)
        self.select(Span(span.start + len(text), span.start + len(text)))
        self.ensureCursorVisible()

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

    def select(self, span: Span) -> None:
        """Select a stretch of the text, or put the cursor there."""
        cursor = self.textCursor()
        cursor.setPosition(self.display.to_document(span.start))
        if span.end > span.start:
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(self.display.to_document(span.end), keep)
        self.setTextCursor(cursor)

    def to_page(self, point: QPoint) -> QPointF:
        """Return a point of the viewport in coordinates of the page."""
        return QPointF(point) + QPointF(0, self.verticalScrollBar().value())

    def place_at(self, point: QPoint) -> int:
        """Return the code point at a point of the viewport, -1 for none."""
        position = self.page_layout.hitTest(self.to_page(point), Qt.HitTestAccuracy.ExactHit)
        return -1 if position < 0 else self.display.to_article(position)

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

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the column and keep the place that is read."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, is_forced: bool = False) -> None:
        place = self.first_seen()
        is_new = self.page_layout.set_page_width(self.viewport().width(), GUTTER_WIDTH)
        if is_new or is_forced:
            self.page_layout.lay_out_between(*self.seen())
        self.page_layout.report_size()
        if is_new and self.verticalScrollBar().value():
            self.scroll_to(Span(place, place), share=0.0)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay out what is seen, so that the scroll bar knows, and draw it."""
        self.page_layout.lay_out_between(*self.seen())
        self.page_layout.report_size()
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Say that another part is seen."""
        super().scrollContentsBy(dx, dy)
        self.seen_changed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click without a selection as a choice of what is there."""
        super().mouseReleaseEvent(event)
        self._is_keyed = False
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            point = event.position().toPoint()
            self.clicked.emit(self.place_at(point), self.to_page(point))


def _common(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    least = min(len(one), len(other))
    if one[:least] == other[:least]:
        return least
    return next(place for place in range(least) if one[place] != other[place])
