"""Paints a marked word as it looks on the page: tint, and a line that tells its category."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from reader.model.results import Finding
from reader.ui.panel.look import Look
from reader.ui.theme import LineStyle, MarkStyle

# how far the tint reaches beyond the word, in units of the look
_REACH = 1.5


def paint_word(painter: QPainter, place: QRectF, word: str, finding: Finding, look: Look) -> float:
    """Paint a word at the left of a place, in its middle; return the width that it took."""
    metrics = QFontMetricsF(look.serif)
    shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, place.width())
    width = metrics.horizontalAdvance(shown)
    reach = _REACH * look.unit
    box = QRectF(place.left(), place.center().y() - metrics.height() / 2, width, metrics.height())
    tint = look.tint(finding)
    if tint is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(box.adjusted(-reach, 0, reach, reach), reach, reach)
    painter.setFont(look.serif)
    painter.setPen(look.word_colour(finding))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    line = QLineF(box.left() - reach, box.bottom(), box.right() + reach, box.bottom())
    paint_line(painter, line, look.theme.marks[finding.category], look.unit)
    return width


def paint_line(painter: QPainter, line: QLineF, style: MarkStyle, unit: int) -> None:
    """Paint the line of a category along `line`, which is level."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _STROKES[style.style](painter, line, QColor(style.line), unit)
    painter.restore()


_Stroke = Callable[[QPainter, QLineF, QColor, int], None]


def _stroke(width: float, dashes: tuple[float, ...] = (), lines: int = 1) -> _Stroke:
    def paint(painter: QPainter, line: QLineF, colour: QColor, unit: int) -> None:
        pen = QPen(colour, width * unit, c=Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(list(dashes))
        painter.setPen(pen)
        for number in range(lines):
            painter.drawLine(line.translated(0, 2 * unit * number))

    return paint


def _wave(painter: QPainter, line: QLineF, colour: QColor, unit: int) -> None:
    path = QPainterPath(line.p1())
    x, y, height = line.x1(), line.y1(), 2.0 * unit
    while x < line.x2():
        path.quadTo(x + 1.5 * unit, y - height, x + 3 * unit, y)
        x, height = x + 3 * unit, -height
    painter.setPen(QPen(colour, 1.2 * unit))
    painter.setClipRect(QRectF(line.x1(), y - 3 * unit, line.dx(), 6 * unit))
    painter.drawPath(path)


# widths in units of the look, dashes in widths of their line
_STROKES: dict[LineStyle, _Stroke] = {
    LineStyle.SOLID: _stroke(2),
    LineStyle.DOUBLE: _stroke(1, lines=2),
    LineStyle.DASH: _stroke(2, (3, 1.5)),
    LineStyle.DOT: _stroke(2, (1, 1)),
    LineStyle.FINE_DOT: _stroke(1.5, (1, 1.3)),
    LineStyle.FINE_DASH: _stroke(1.2, (4, 2.5)),
    LineStyle.DASH_DOT: _stroke(2, (3, 1, 1, 1)),
    LineStyle.DOUBLE_DASH: _stroke(1, (4, 2), lines=2),
    LineStyle.WAVE: _wave,
    LineStyle.THIN: _stroke(1),
    LineStyle.THICK: _stroke(3),
}
