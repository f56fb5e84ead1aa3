"""Buttons and choices of the panel, whose text gives way where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from reader.ui.panel.flow import FlowLayout


class TextButton(QPushButton):
    """A button that shortens its text where there is no room; `kind` is for the style sheet."""

    def __init__(self, text: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setMinimumWidth(0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._hint = ""

    def set_hint(self, hint: str) -> None:
        """Say more in a tip."""
        self._hint = hint
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole text in a tip where it is shortened."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        is_short = self.width() < self.sizeHint().width()
        self.setToolTip("\n".join(filter(None, (self.text() if is_short else "", self._hint))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button with as much of its text as fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        missing = self.sizeHint().width() - self.width()
        if missing > 0:
            room = self.fontMetrics().horizontalAdvance(self.text()) - missing
            option.text = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, max(0, room)
            )
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class ButtonRow(QWidget):
    """Buttons that are there from the beginning, so that Tab comes to them in their place.

    Signals:
        clicked: the number of the button.
    """

    clicked = Signal(int)

    def __init__(self, kind: str, count: int, flow: FlowLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._flow = flow
        self.setLayout(flow)
        self._buttons: list[TextButton] = []
        self._provide(count)

    def _provide(self, count: int) -> None:
        for number in range(len(self._buttons), count):
            button = TextButton("", self._kind, self)
            button.clicked.connect(lambda _=False, chosen=number: self.clicked.emit(chosen))
            button.hide()
            self._flow.addWidget(button)
            self._buttons.append(button)

    def show_texts(self, texts: Sequence[tuple[str, str]]) -> None:
        """Show a button for each text, which comes with what a screen reader says of it."""
        self._provide(len(texts))
        for button, (text, spoken) in zip(self._buttons, texts, strict=False):
            button.setText(text)
            button.setAccessibleName(spoken)
            button.show()
        for button in self._buttons[len(texts) :]:
            button.hide()
        self.setVisible(bool(texts))

    def buttons(self) -> list[TextButton]:
        """Return the buttons that are shown, in their order."""
        return [button for button in self._buttons if not button.isHidden()]


class Choice(QComboBox):
    """A choice of one among a few, with an arrow in the colour of its text."""

    def __init__(self, purpose: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(purpose)
        # where the name of such a field is taken to be what it shows, this is what is left to say
        self.setAccessibleDescription(purpose)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(self.foregroundRole()), 1.5))
        middle = QPointF(self.width() - 15, self.height() / 2 + 1)
        painter.drawPolyline([middle + QPointF(x, y) for x, y in ((-4, -2), (0, 2), (4, -2))])
