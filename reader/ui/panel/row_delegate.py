"""Paints the rows of the panel's lists."""

from abc import abstractmethod

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.panel.look import Look
from reader.ui.panel.rows_model import AnyIndex, Heading, RowsModel

# the corners of the row under the mouse or the keyboard
_RADIUS = 6
# above and below the text of a row, in parts of the height of its line
_AIR = 0.9


class RowDelegate(QStyledItemDelegate):
    """Paints headings, and the ground of a row; a subclass paints what stands on it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def row_height(self) -> int:
        """Return the height of a row at the present size of the font."""
        return round(QFontMetrics(self.look.font).height() * (1 + _AIR))

    def heights(self, model: RowsModel, width: int) -> list[int] | None:
        """Return the height of each row in a list of a width, None where all are alike."""
        return None

    @abstractmethod
    def paint_row(self, painter: QPainter, place: QRect, row: int, model: RowsModel) -> None:
        """Paint a row that is no heading inside `place`."""

    def card_indent(self, row: int, model: RowsModel) -> int:
        """Return how far in the card of a row begins."""
        return 0

    def paint_beside_card(
        self, painter: QPainter, place: QRect, row: int, model: RowsModel
    ) -> None:
        """Paint what is seen of a row while its card is open: nothing."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        model = index.model()
        assert isinstance(model, RowsModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = model.heading_at(index.row())
        place: QRect = option.rect
        if model.open_row == index.row():
            self.paint_beside_card(painter, self.inner(place), index.row(), model)
        elif heading is not None:
            if heading.is_open is False:
                self._paint_ground(painter, place.adjusted(0, 4 * self.look.unit, 0, 0), option)
            self._paint_heading(painter, place, heading)
        else:
            self._paint_ground(painter, place, option)
            self.paint_row(painter, self.inner(place), index.row(), model)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the size that the row has; rows are as high as the view says."""
        place: QRect = option.rect
        return place.size()

    def inner(self, place: QRect) -> QRect:
        """Return the part of a row's place that is for its content."""
        side = 9 * self.look.unit
        return place.adjusted(side, 0, -side, 0)

    def _paint_heading(self, painter: QPainter, place: QRect, heading: Heading) -> None:
        unit = self.look.unit
        line = place.adjusted(3 * unit, 0, -9 * unit, -4 * unit)
        painter.setFont(self.look.heading)
        painter.setPen(self.look.colour("muted"))
        if heading.is_open is not None:
            line = self._paint_arrow(painter, line, is_open=heading.is_open)
        metrics = QFontMetrics(self.look.heading)
        room = line.width() - metrics.horizontalAdvance(heading.count) - 6 * unit
        title = metrics.elidedText(heading.title.upper(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)
        painter.setFont(self.look.small)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, heading.count
        )

    def _paint_arrow(self, painter: QPainter, line: QRect, *, is_open: bool) -> QRect:
        """Paint an arrow that points at what can be opened; return the room that is left."""
        side = round(QFontMetrics(self.look.heading).height() * 0.2)
        middle = QPointF(line.left() + 2 * side, line.bottom() - 1.9 * side)
        points = ((-1, -0.5), (0, 0.5), (1, -0.5)) if is_open else ((-0.5, -1), (0.5, 0), (-0.5, 1))
        pen = QPen(self.look.colour("muted"), 1.5 * self.look.unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline([middle + QPointF(x * side, y * side) for x, y in points])
        return line.adjusted(5 * side, 0, 0, 0)

    def _paint_ground(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> None:
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if not selected and not state & QStyle.StateFlag.State_MouseOver:
            return
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(self.look.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("surface"))
        painter.drawRoundedRect(QRectF(place).adjusted(2, 1, -2, -1), _RADIUS, _RADIUS)
