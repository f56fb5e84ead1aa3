"""Paints a marked word as it looks on the page: tint, and a line that tells its category."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from reader.model.results import Finding
from reader.ui.panel.look import Look
from reader.ui.reading.line_styles import draw_line
from reader.ui.theme import MarkStyle

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
    style = look.theme.marks[finding.category]
    _paint_line(painter, box.adjusted(-reach, 0, reach, 0), style, look.unit)
    return width


def _paint_line(painter: QPainter, box: QRectF, style: MarkStyle, unit: int) -> None:
    """Paint the line below a box, as much thicker as the font is larger."""
    painter.save()
    painter.scale(unit, unit)
    draw_line(painter, style, box.left() / unit, box.right() / unit, box.bottom() / unit)
    painter.restore()
