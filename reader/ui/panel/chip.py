"""A filter with its count."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from reader.ui.panel.look import Look

# left and right of the text, in units of the look
_SIDE = 11


class Chip(QCheckBox):
    """A filter with its count; struck through when what it stands for is hidden."""

    def __init__(self, name: str, look: Look, *, strong: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._look = look
        self._is_strong = strong
        self._count = 0
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)

    def set_look(self, look: Look) -> None:
        """Paint with other fonts and colours."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_state(self, *, checked: bool) -> None:
        """Appear on or off, and tell nobody."""
        self.blockSignals(True)
        self.setChecked(checked)
        self.blockSignals(False)
        self.update()

    def set_count(self, count: int) -> None:
        """Show how many there are, hidden or not."""
        if count != self._count:
            self._count = count
            self.updateGeometry()
            self.update()
        self.setAccessibleName(f"{self._name}, {count}")

    def sizeHint(self) -> QSize:
        """Return the room for name and count."""
        metrics = QFontMetrics(self._name_font())
        unit = self._look.unit
        width = metrics.horizontalAdvance(self._name) + self._count_width() + 2 * _SIDE * unit
        return QSize(width, metrics.height() + 10 * unit)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a chip is never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """Take a click anywhere on the chip."""
        return self.rect().contains(place)

    def _name_font(self) -> QFont:
        font = QFont(self._look.small)
        if self._is_strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _count_width(self) -> int:
        return QFontMetrics(self._look.small).horizontalAdvance(f" {self._count}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a pill with the name and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter)
        painter.setPen(self._look.colour("text" if self.isChecked() else "muted"))
        side = _SIDE * self._look.unit
        place = self.rect().adjusted(side, 0, -side, 0)
        for font, text, alignment in (
            (self._name_font(), self._name, Qt.AlignmentFlag.AlignLeft),
            (QFont(self._look.small), str(self._count), Qt.AlignmentFlag.AlignRight),
        ):
            font.setStrikeOut(not self.isChecked())
            painter.setFont(font)
            painter.drawText(place, alignment | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_pill(self, painter: QPainter) -> None:
        colour = self._look.colour("accent" if self.hasFocus() else "border")
        pen = QPen(colour, 2 if self.hasFocus() else 1)
        if not self.isChecked():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        hovered = self.underMouse() and self.isChecked()
        painter.setBrush(self._look.colour("surface") if hovered else Qt.BrushStyle.NoBrush)
        pill = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
