"""Small signs for the statuses of claims and the types of corrections, as in the page's margin."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from reader.model.results import ClaimStatus, CorrectionType
from reader.ui.panel.look import Look

_TICK = ((-0.27, 0.02), (-0.08, 0.2), (0.27, -0.2))
_SIGNS = {ClaimStatus.DISPUTED: "?", ClaimStatus.STANDING: "–"}


def paint_status(painter: QPainter, box: QRectF, status: ClaimStatus, look: Look) -> None:
    """Paint a status: a tick for corrected, a question mark for disputed, a dash for standing."""
    colour = look.status_colour(status)
    _paint_disc(painter, box, colour, None)
    if status is ClaimStatus.CORRECTED:
        _paint_tick(painter, box, colour)
    else:
        _paint_letter(painter, box, _SIGNS[status], colour)


def paint_correction(painter: QPainter, box: QRectF, kind: CorrectionType, look: Look) -> None:
    """Paint a type: a filled tick for a verdict, an outlined one for a fact, an i for a notice."""
    colour = look.correction_colour(kind)
    is_filled = kind is CorrectionType.LABEL
    _paint_disc(painter, box, colour, colour if is_filled else None)
    sign = look.colour("panel") if is_filled else colour
    if kind is CorrectionType.NOTICE:
        _paint_letter(painter, box, "i", sign)
    else:
        _paint_tick(painter, box, sign)


def _paint_disc(painter: QPainter, box: QRectF, colour: QColor, fill: QColor | None) -> None:
    painter.setPen(QPen(colour, max(1.2, box.width() / 14)))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _paint_tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pen = QPen(colour, box.width() / 11)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    size = box.width()
    painter.drawPolyline([box.center() + QPointF(x * size, y * size) for x, y in _TICK])


def _paint_letter(painter: QPainter, box: QRectF, sign: str, colour: QColor) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(box.height() * 0.68)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
