"""Paints the rows of the Voices view: a name, its share as a bar, and the figures."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from reader.ui.panel.figures import percent
from reader.ui.panel.row_delegate import RowDelegate
from reader.ui.panel.rows_model import RowsModel
from reader.ui.panel.speakers import Speaker, SpeakerKind
from reader.ui.panel.voices_model import (
    VoicesModel,
    speaker_figures,
    speaker_name,
    speaker_verbs,
)


class VoicesDelegate(RowDelegate):
    """Paints speakers."""

    def row_height(self) -> int:
        """Return the room for a name, a bar and two lines below."""
        name, small = QFontMetrics(self.look.bold).height(), QFontMetrics(self.look.small).height()
        return name + 2 * small + 24 * self.look.unit

    def paint_row(self, painter: QPainter, place: QRect, row: int, model: RowsModel) -> None:
        """Paint one speaker."""
        assert isinstance(model, VoicesModel)
        speaker, unit = model.speakers[row], self.look.unit
        line = QRect(place.left(), place.top() + 7 * unit, place.width(), 0)
        line.setHeight(QFontMetrics(self.look.bold).height())
        self._paint_line(
            painter, line, self.look.bold, "text", speaker_name(speaker), percent(speaker.share)
        )
        line.translate(0, line.height() + 2 * unit)
        self._paint_bar(painter, QRectF(line.left(), line.top(), line.width(), 5 * unit), speaker)
        line.translate(0, 8 * unit)
        line.setHeight(QFontMetrics(self.look.small).height())
        self._paint_line(painter, line, self.look.small, "text", speaker_figures(speaker))
        line.translate(0, line.height())
        self._paint_line(painter, line, self.look.small, "muted", speaker_verbs(speaker))

    def _paint_line(  # noqa: PLR0913, PLR0917 - a line is what it is
        self, painter: QPainter, line: QRect, font: QFont, role: str, left: str, right: str = ""
    ) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.look.colour("muted"))
        painter.setFont(self.look.small)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, right)
        taken = QFontMetrics(self.look.small).horizontalAdvance(right)
        room = line.width() - taken - (8 * self.look.unit if right else 0)
        painter.setPen(self.look.colour(role))
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(left, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, shown)

    def _paint_bar(self, painter: QPainter, bar: QRectF, speaker: Speaker) -> None:
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("border"))
        painter.drawRoundedRect(bar, radius, radius)
        painter.setBrush(self._bar_colour(speaker))
        filled = QRectF(bar)
        filled.setWidth(max(bar.height(), bar.width() * min(1.0, speaker.share)))
        painter.drawRoundedRect(filled, radius, radius)

    def _bar_colour(self, speaker: Speaker) -> QColor:
        return self.look.colour("text" if speaker.kind is SpeakerKind.WRITER else "accent")
