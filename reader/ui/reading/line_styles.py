"""Draws the line below a marked word in its category's style."""

from functools import cache, lru_cache
from math import floor, pi, sin

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reader.ui.theme import LineStyle, MarkStyle

# width of the pen and pattern of strokes and gaps in widths of the pen; no pattern: a plain line
_PENS: dict[LineStyle, tuple[float, tuple[float, ...]]] = {
    LineStyle.SOLID: (2.0, ()),
    LineStyle.THIN: (1.2, ()),
    LineStyle.THICK: (3.2, ()),
    LineStyle.DOUBLE: (1.0, ()),
    LineStyle.DASH: (2.0, (3.0, 1.6)),
    LineStyle.FINE_DASH: (1.4, (4.0, 2.6)),
    LineStyle.DOUBLE_DASH: (1.0, (6.0, 3.0)),
    LineStyle.DOT: (2.2, (1.0, 1.0)),
    LineStyle.FINE_DOT: (1.7, (1.0, 1.3)),
    LineStyle.DASH_DOT: (1.8, (4.0, 1.6, 1.0, 1.6)),
    LineStyle.WAVE: (1.4, ()),
}
_DOUBLE = (LineStyle.DOUBLE, LineStyle.DOUBLE_DASH)
_WAVE_LENGTH = 6.0
_WAVE_HEIGHT = 1.5


def draw_line(painter: QPainter, style: MarkStyle, left: float, right: float, y: float) -> None:
    """Draw the line of `style` below a word from `left` to `right`, its middle at `y`."""
    painter.setPen(_pen(style))
    if style.style is LineStyle.WAVE:
        painter.drawPolyline(_wave(round(right - left)).translated(left, y))
    elif style.style in _DOUBLE:
        # on whole pixels, or two thin lines blur into one
        upper, lower = floor(y) - 0.5, floor(y) + 2.5
        painter.drawLine(QLineF(left, upper, right, upper))
        painter.drawLine(QLineF(left, lower, right, lower))
    else:
        painter.drawLine(QLineF(left, y, right, y))


@cache
def _pen(style: MarkStyle) -> QPen:
    width, pattern = _PENS[style.style]
    pen = QPen(QColor(style.line), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern:
        pen.setDashPattern(list(pattern))
    return pen


@lru_cache(maxsize=512)
def _wave(width: int) -> QPolygonF:
    steps = max(4, int(width / 1.5))
    points = [step * width / steps for step in range(steps + 1)]
    return QPolygonF([QPointF(x, _WAVE_HEIGHT * sin(2 * pi * x / _WAVE_LENGTH)) for x in points])
