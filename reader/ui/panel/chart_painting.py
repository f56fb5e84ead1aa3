"""Paints the charts of the overview: bars, one divided bar, and columns along the article."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from reader.model.results import Category, ClaimStatus, Voice
from reader.ui.panel.figures import ColourKey, Figure, Mark
from reader.ui.panel.look import Look
from reader.ui.panel.wording import tr

# heights of bars and columns, in units of the look
_BAR = 6
_DIVIDED = 16
_COLUMNS = 64
# voices and statuses are told by pattern and by order, not by colour alone
_PATTERNS: dict[ColourKey, Qt.BrushStyle] = {
    Voice.REPORTED: Qt.BrushStyle.BDiagPattern,
    ClaimStatus.DISPUTED: Qt.BrushStyle.BDiagPattern,
    ClaimStatus.STANDING: Qt.BrushStyle.Dense5Pattern,
}


def mark_colour(key: ColourKey, look: Look) -> QColor:
    """Return the colour of what a mark stands for."""
    match key:
        case Category():
            return QColor(look.theme.marks[key].line)
        case Voice():
            return look.colour("text" if key is Voice.WRITER else "accent")
        case ClaimStatus():
            return look.status_colour(key)
    return look.colour("accent")


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure in the form of rows of text with a thin bar below each."""

    figure: Figure
    is_serif: bool = False

    def height(self, look: Look, width: float) -> float:
        """Return the height that the chart needs in a width."""
        return len(self.figure.marks) * self._row_height(look)

    def _row_height(self, look: Look) -> float:
        return QFontMetricsF(self._font(look)).height() + (_BAR + 7) * look.unit

    def _font(self, look: Look) -> QFont:
        return look.small_serif if self.is_serif else look.small

    def paint(self, painter: QPainter, place: QRectF, look: Look) -> None:
        """Paint the chart into a place of that height."""
        longest = max((mark.amount for mark in self.figure.marks), default=0) or 1
        row = QRectF(place)
        row.setHeight(self._row_height(look))
        for mark in self.figure.marks:
            font = self._font(look)
            line = QRectF(row)
            line.setHeight(QFontMetricsF(font).height())
            paint_ends(painter, line, mark, font, look)
            bar = QRectF(row.left(), line.bottom() + look.unit, row.width(), _BAR * look.unit)
            _paint_bar(painter, bar, mark.amount / longest, mark_colour(mark.colour, look), look)
            row.translate(0, row.height())


@dataclass(frozen=True, slots=True)
class DividedChart(Chart):
    """A figure in the form of one bar that its marks share, with a key below."""

    def height(self, look: Look, width: float) -> float:
        """Return the height that the chart needs in a width."""
        key = QFontMetricsF(look.small).height() + 2 * look.unit
        return (_DIVIDED + 8) * look.unit + len(self.figure.marks) * key

    def paint(self, painter: QPainter, place: QRectF, look: Look) -> None:
        """Paint the bar, and the key line by line."""
        unit = look.unit
        total = sum(mark.amount for mark in self.figure.marks) or 1
        x = place.left()
        for mark in self.figure.marks:
            width = place.width() * mark.amount / total
            _paint_part(painter, QRectF(x, place.top(), width, _DIVIDED * unit), mark, look)
            x += width
        side = QFontMetricsF(look.small).height()
        line = QRectF(place.left(), place.top() + (_DIVIDED + 8) * unit, place.width(), side)
        for mark in self.figure.marks:
            swatch = QRectF(line.left(), line.top() + side * 0.2, side * 0.6, side * 0.6)
            _paint_part(painter, swatch, mark, look)
            paint_ends(painter, line.adjusted(side, 0, 0, 0), mark, look.small, look)
            line.translate(0, side + 2 * unit)


@dataclass(frozen=True, slots=True)
class ColumnsChart(Chart):
    """A figure in the form of columns from the beginning of the article to its end.

    `current` is the column in a frame, -1 for none.
    """

    current: int = -1

    def height(self, look: Look, width: float) -> float:
        """Return the height that the chart needs in a width."""
        return _COLUMNS * look.unit + 2 * QFontMetricsF(look.small).height() + 6 * look.unit

    def paint(self, painter: QPainter, place: QRectF, look: Look) -> None:
        """Paint the columns above a line, with what the highest stands for."""
        marks = self.figure.marks
        highest = max(mark.amount for mark in marks) or 1
        text = QFontMetricsF(look.small).height()
        base = place.top() + text + _COLUMNS * look.unit
        step = place.width() / len(marks)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        for number, mark in enumerate(marks):
            height = (_COLUMNS - 4) * look.unit * mark.amount / highest
            x = place.left() + number * step
            painter.drawRect(QRectF(x, base - height, max(1.0, step - look.unit), height))
            if number == self.current:
                self._paint_frame(painter, QRectF(x, base - _COLUMNS * look.unit, step, 0), look)
        painter.setPen(QPen(look.colour("border"), look.unit))
        painter.drawLine(QLineF(place.left(), base, place.right(), base))
        self._paint_words(painter, place, base, int(highest), look)

    def _paint_frame(self, painter: QPainter, column: QRectF, look: Look) -> None:
        column.setHeight(_COLUMNS * look.unit)
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("text"), 1.5 * look.unit))
        painter.drawRoundedRect(column.adjusted(-2, 0, 1, 0), 2, 2)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, place: QRectF, base: float, highest: int, look: Look
    ) -> None:
        height = QFontMetricsF(look.small).height()
        painter.setFont(look.small)
        painter.setPen(look.colour("muted"))
        top = QRectF(place.left(), place.top(), place.width(), height)
        most = tr("highest column: {count} marked").format(count=highest)
        shown = QFontMetricsF(look.small).elidedText(most, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, shown)
        below = QRectF(place.left(), base + 2 * look.unit, place.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, tr("beginning"))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, tr("end"))


def paint_ends(painter: QPainter, line: QRectF, mark: Mark, font: QFont, look: Look) -> None:
    """Paint a mark's label at the left of a line and its value at the right."""
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(look.small)
    painter.setPen(look.colour("muted"))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, mark.value)
    room = line.width() - QFontMetricsF(look.small).horizontalAdvance(mark.value) - 8 * look.unit
    painter.setFont(font)
    painter.setPen(look.colour("text"))
    shown = QFontMetricsF(font).elidedText(mark.label, Qt.TextElideMode.ElideRight, room)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, shown)


def _paint_bar(painter: QPainter, bar: QRectF, part: float, colour: QColor, look: Look) -> None:
    radius = bar.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(bar, radius, radius)
    if part > 0:
        painter.setBrush(colour)
        filled = QRectF(bar)
        filled.setWidth(max(bar.height(), bar.width() * part))
        painter.drawRoundedRect(filled, radius, radius)


def _paint_part(painter: QPainter, box: QRectF, mark: Mark, look: Look) -> None:
    if box.width() <= 0:
        return
    colour = mark_colour(mark.colour, look)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, _PATTERNS.get(mark.colour, Qt.BrushStyle.SolidPattern)))
    painter.drawRect(box.adjusted(0.5, 0.5, -1.5, -0.5))
