"""The page itself: Qt's editor for keys, mouse and screen readers, with our layout and painting."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame

from reader.model.span import Span
from reader.ui.reading.gutter import GUTTER_WIDTH
from reader.ui.reading.seen_manuscript import SeenManuscript
from reader.ui.reading.styling import style_blocks
from reader.ui.reading.typesetting import Typesetting

_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Page(SeenManuscript):
    """An editor of an article's text; places in its signals and calls are code points.

    Signals:
        entered: Enter was pressed on a word, with its place.
        clicked: the text was clicked, with its place, -1 beside the text; and the point.
        seen_changed: another part of the page is seen.
        zoomed: the wheel was turned with Ctrl held, upwards (1) or downwards (-1).
    """

    entered = Signal(int)
    clicked = Signal(int, QPointF)
    seen_changed = Signal()
    zoomed = Signal(int)

    def __init__(self, setting: Typesetting, text_between: Callable[[int, int], str]) -> None:
        super().__init__(setting, text_between)
        self._is_keyed = False
        self.page_layout.redraw = self._redraw
        self._configure()

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(2)
        self.setMouseTracking(True)
        # an article needs no tabs, and who uses the keyboard has to get out of the page
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Article"))
        self.setTextInteractionFlags(_READING)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    # setting up

    def typeset(self, setting: Typesetting) -> None:
        """Set the page anew and keep the place that is read."""
        place = self.first_seen()
        with self._changing():
            self.page_layout.typeset(setting)
            self.setFont(setting.body)
            self.document().setDefaultFont(setting.body)
            style_blocks(self.document(), self.page_layout, None, (), is_forced=True)
        self._fit(is_forced=True)
        self.scroll_to(Span(place, place), share=0.0)

    def set_editable(self, is_editable: bool) -> None:
        """Let the user type, or only read."""
        flags = Qt.TextInteractionFlag.TextEditorInteraction if is_editable else _READING
        self.setTextInteractionFlags(flags)
        self.viewport().update()

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
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # there is nowhere else to go, or it would not have come here
            event.ignore()
            return
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor where the page is reached by keyboard."""
        if event.reason() in _BY_KEYBOARD:
            self._is_keyed = True
        super().focusInEvent(event)

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

    def canInsertFromMimeData(self, source: QMimeData | None) -> bool:
        """Take text, and leave files to the window; an empty clipboard may be no data at all."""
        return source is not None and source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text as plain text."""
        if not self.isReadOnly() and source.hasText():
            self.paste_text(source.text())

    def paste_text(self, pasted: str) -> None:
        """Put text in place of what is selected, as one step to undo."""
        span = self.selected()
        text = pasted.replace("\r\n", "\n").replace("\r", "\n")
        self.history.close_step()
        self.replace_range(span.start, span.end, text)
        self.select(Span(span.start + len(text), span.start + len(text)))
        self.ensureCursorVisible()

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

    def _redraw(self, top: float, bottom: float) -> None:
        """Draw a part of the page again when Qt comes to it."""
        seen = self.seen()
        top, bottom = max(top, seen[0]) - seen[0], min(bottom, seen[1]) - seen[0]
        width = self.viewport().width()
        # marks reach a little over their lines
        self.viewport().update(0, int(top) - 8, width, int(bottom - top) + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay out what is seen, so that the scroll bar knows, and draw it."""
        self.page_layout.lay_out_between(*self.seen())
        self.page_layout.report_size()
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Say that another part is seen."""
        super().scrollContentsBy(dx, dy)
        self.seen_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave zooming to the window, which keeps the size in its settings."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoomed.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click without a selection as a choice of what is there."""
        super().mouseReleaseEvent(event)
        self._is_keyed = False
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            point = event.position().toPoint()
            self.clicked.emit(self.place_at(point), self.to_page(point))
