"""Lays widgets out like words: in lines, as many in each as fit."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets side by side that go on in the next line where a line is full.

    A widget wider than the line gets the line's width and has to cope.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 6, line_gap: int | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    # Qt asks for items beyond the end to learn where the end is
    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one back, None beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower layout is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the least size; the height follows from the width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the height of one line; any width will do."""
        # the widest widget may be narrowed: no panel has to be as wide as its longest word
        height = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(0, height)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets in a rectangle."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height of all lines; with `move`, place the widgets."""
        x, y, line_height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, line_height = rect.x(), y + line_height + self._line_gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self._gap
            line_height = max(line_height, size.height())
        return y + line_height - rect.y()


class StretchFlow(FlowLayout):
    """The same, but the first widget of a line takes the room that the others leave."""

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        height = super()._arrange(rect, move=move)
        if move:
            for line in self._lines():
                spare = rect.x() + rect.width() - line[-1].geometry().right() - 1
                _widen(line, max(0, spare))
        return height

    def _lines(self) -> list[list[QLayoutItem]]:
        lines: dict[int, list[QLayoutItem]] = {}
        for index in range(self.count()):
            item = self.itemAt(index)
            if item is not None and not item.isEmpty():
                lines.setdefault(item.geometry().y(), []).append(item)
        return list(lines.values())


def _widen(line: list[QLayoutItem], spare: int) -> None:
    first = line[0].geometry()
    line[0].setGeometry(first.adjusted(0, 0, spare, 0))
    for item in line[1:]:
        item.setGeometry(item.geometry().translated(spare, 0))
