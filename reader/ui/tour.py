"""A few words on each part of the window for whoever sees it for the first time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.theme import Theme

_WIDTH = 330
_GAP = 12
# the height of a line for which the width was chosen
_USUAL_LINE = 17


@dataclass(frozen=True, slots=True)
class Stop:
    """One part of the window: what to say, and which widget it is about (None while not there)."""

    title: str
    text: str
    widget: Callable[[], QWidget | None]


class Tour(QFrame):
    """A card that goes from stop to stop; it never takes the window over.

    Signals:
        ended: the last stop was seen, or the tour skipped.
    """

    ended = Signal()

    def __init__(self, stops: Sequence[Stop], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        larger = max(1.0, self.fontMetrics().height() / _USUAL_LINE)
        self.setFixedWidth(round(_WIDTH * larger))
        self._room = parent
        self._stops = stops
        self._number = 0
        self._title, self._text, self._count = QLabel(), QLabel(), QLabel()
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        for label in (self._title, self._text):
            label.setWordWrap(True)
        self._skip = QPushButton(_tr("Skip"))
        self._next = QPushButton()
        self._next.setDefault(True)
        self._skip.clicked.connect(self.ended)
        self._next.clicked.connect(self._go_on)
        self._column = QVBoxLayout(self)
        self._arrange()
        self.hide()

    def begin(self) -> None:
        """Show the first stop."""
        self._number = 0
        # only what is shown has the font that its height is reckoned with
        self.show()
        self._show_stop()
        self.raise_()
        self._next.setFocus()

    def apply_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        roles = theme.roles
        self.setStyleSheet(
            f"#tour {{ background: {roles.panel}; border: 2px solid {roles.accent};"
            " border-radius: 10px; }"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self._skip)
        row.addWidget(self._next)
        self._column.setContentsMargins(18, 14, 18, 14)
        for widget in (self._title, self._text):
            self._column.addWidget(widget)
        self._column.addLayout(row)

    def _go_on(self) -> None:
        self._number += 1
        if self._number < len(self._stops):
            self._show_stop()
        else:
            self.ended.emit()

    def _show_stop(self) -> None:
        stop = self._stops[self._number]
        last = self._number == len(self._stops) - 1
        self._title.setText(stop.title)
        self._text.setText(stop.text)
        self._count.setText(f"{self._number + 1} / {len(self._stops)}")
        self._next.setText(_tr("Done") if last else _tr("Next"))
        self._skip.setVisible(not last)
        self.setAccessibleName(f"{stop.title}. {stop.text}")
        self.setFixedHeight(self.heightForWidth(self.minimumWidth()))
        self.move(self._place_at(stop.widget()))

    def _place_at(self, widget: QWidget | None) -> QPoint:
        room = self._room.rect()
        if widget is None or not widget.isVisible():
            return room.center() - self.rect().center()
        corner = widget.mapTo(self._room, QPoint(0, 0))
        below = corner.y() + widget.height() + _GAP
        fits_below = below + self.height() <= room.bottom()
        x = corner.x() + (widget.width() - self.width()) // 2
        y = below if fits_below else corner.y() + (widget.height() - self.height()) // 2
        if not fits_below and y + self.height() > room.bottom() - _GAP:
            y = corner.y() - self.height() - _GAP
        return QPoint(
            max(_GAP, min(x, room.right() - self.width() - _GAP)),
            max(_GAP, min(y, room.bottom() - self.height() - _GAP)),
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("tour", text)
