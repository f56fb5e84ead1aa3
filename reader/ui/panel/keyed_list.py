"""A list in groups that the keyboard goes through, opens and closes."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTableView, QWidget

from reader.ui.panel.rows_model import RowsModel

_DIGITS = tuple("123456789")
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_OPENING = (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class KeyedList(QTableView):
    """Shows a RowsModel; a table, because its rows cost nothing until they are seen.

    Signals:
        opened: Enter was pressed on the current row.
        removed: Delete was pressed on the current row.
        digit_typed: a digit from 1 to 9 was typed.
        group_wanted: a row whose group is to be opened (True) or closed.
        all_groups_wanted: whether all groups are to be opened or closed.
    """

    opened = Signal(int)
    removed = Signal(int)
    digit_typed = Signal(int)
    group_wanted = Signal(int, bool)
    all_groups_wanted = Signal(bool)

    def __init__(self, model: RowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def current_row(self) -> int | None:
        """Return the current row, None if there is none."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by groups, open, close and remove by keys; the rest is as in any list."""
        row = self.current_row()
        is_plain = not event.modifiers() & _COMMANDS
        if is_plain and event.text() in _DIGITS:
            self.digit_typed.emit(int(event.text()))
        elif not (is_plain and self._switch_group(event, row)) and not self._go(event, row):
            super().keyPressEvent(event)

    def _go(self, event: QKeyEvent, row: int | None) -> bool:
        """Go to a group or do something to the row; say whether the key was for that."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row is not None:
                self.opened.emit(row)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if row is not None:
                self.removed.emit(row)
            case Qt.Key.Key_Right:
                self._to_group(1)
            case Qt.Key.Key_Left:
                self._to_group(-1)
            case _:
                return False
        return True

    def _switch_group(self, event: QKeyEvent, row: int | None) -> bool:
        """Open or close groups; say whether the key was for that."""
        match event.text():
            case "*" | "/":
                self.all_groups_wanted.emit(event.text() == "*")
            case "+" | "=" | "-" if row is not None:
                self.group_wanted.emit(row, event.text() != "-")
            case _ if row is not None and self._is_closed(row) and event.key() in _OPENING:
                self.group_wanted.emit(row, True)
            case _:
                return False
        return True

    def _is_closed(self, row: int) -> bool:
        heading = self._model.heading_at(row)
        return heading is not None and heading.is_open is False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close a group whose heading is pressed."""
        row = self.indexAt(event.position().toPoint()).row()
        heading = self._model.heading_at(row) if row >= 0 else None
        if heading is None or heading.is_open is None:
            super().mousePressEvent(event)
        elif event.button() is Qt.MouseButton.LeftButton:
            self.group_wanted.emit(row, not heading.is_open)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a second press soon after the first for what it is."""
        self.mousePressEvent(event)

    def _to_group(self, step: int) -> None:
        """Go to the first row of the next group, or of this or the last one."""
        heads = self._model.heading_rows()
        firsts = [row if self._is_closed(row) else row + 1 for row in heads]
        row = self.current_row()
        if not firsts:
            return
        if row is None:
            self.selectRow(firsts[0])
        elif step > 0:
            self.selectRow(firsts[min(len(firsts) - 1, bisect_right(firsts, row))])
        else:
            self.selectRow(firsts[max(0, bisect_left(firsts, row) - 1)])
