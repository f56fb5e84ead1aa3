"""The margin beside the text: corrective passages, the claims they answer, and what joins them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from reader.model.span import Span
from reader.ui.colours import blend
from reader.ui.reading.page_layout import PageLayout
from reader.ui.reading.passages import Link, Passage, Passages
from reader.ui.state import ArticleState, Item
from reader.ui.theme import Theme

# room that the gutter needs left of the column
GUTTER_WIDTH = 84
_AXIS = 33
_LANE = 27
_RADIUS = 10.5
_BULGE = 46
_QUIETER = 0.8
# how far from the edge of what is seen an arrow stands
_EDGE = 14


@dataclass(frozen=True, slots=True)
class _Placed:
    passage: Passage
    centre: QPointF
    bottom: float


class Gutter:
    """Finds the passages that are seen, draws them and knows which one is at a point."""

    def __init__(self, state: ArticleState, layout: PageLayout) -> None:
        self.passages = Passages(state)
        self._state = state
        self._layout = layout
        self._targets: list[tuple[QRectF, Item]] = []

    def item_at(self, point: QPointF) -> Item | None:
        """Return what was drawn at a point of the page."""
        return next((item for rect, item in self._targets if rect.contains(point)), None)

    # drawing

    def draw(self, painter: QPainter, top: float, bottom: float, theme: Theme) -> None:
        """Draw what lies beside the part of the page from `top` to `bottom`, all that is seen."""
        self._targets = []
        blocks = self._layout.lay_out_between(top, bottom)
        if not blocks:
            return
        display = self._layout.display
        seen = Span(display.starts[blocks[0]], display.block_span(blocks[-1]).end)
        for link in self.passages.links():
            self._draw_link(painter, link, (top, bottom), theme)
        for one in self._placed(self.passages.between(seen)):
            if one.bottom + _EDGE > top and one.centre.y() - _EDGE < bottom:
                self._draw_passage(painter, one, theme)

    def _placed(self, passages: list[Passage]) -> Iterator[_Placed]:
        ends: list[float] = []
        for passage in passages:
            top, bottom = self._extent(passage.span)
            lane = next((one for one, end in enumerate(ends) if end <= top), len(ends))
            ends[lane : lane + 1] = [max(bottom, top + 2 * _RADIUS + 4)]
            x = self._layout.column.left() - _AXIS - min(lane, 1) * _LANE
            yield _Placed(passage, QPointF(x, top), bottom)

    def _extent(self, span: Span) -> tuple[float, float]:
        """Return the middle of the first line and the bottom of the last line of `span`."""
        first, height = self._line(span.start)
        last, last_height = self._line(max(span.start, span.end - 1))
        return first + height / 2, last + last_height

    def _line(self, offset: int) -> tuple[float, float]:
        display = self._layout.display
        block = display.block_at(offset)
        if not self._layout.is_laid_out(block):
            return self._layout.top(block), 0.0
        layout = self._layout.lay_out(block)
        inside = display.to_document(offset) - display.positions[block]
        line = layout.lineForTextPosition(inside)
        top = self._layout.top(block)
        return (top + line.y(), line.height()) if line.isValid() else (top, 0.0)

    def _draw_passage(self, painter: QPainter, placed: _Placed, theme: Theme) -> None:
        passage, centre = placed.passage, placed.centre
        colour = QColor(_colour(passage, theme))
        is_selected = passage.item == self._state.selected
        disc = QRectF(centre.x() - _RADIUS, centre.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.setPen(QPen(colour, 2.2 if is_selected else 1.2))
        painter.setBrush(colour if passage.is_filled else QColor(theme.roles.page))
        painter.drawEllipse(disc)
        if is_selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc.adjusted(-3.5, -3.5, 3.5, 3.5))
        sign_colour = QColor(theme.roles.page) if passage.is_filled else colour
        _draw_sign(painter, passage.sign, disc, sign_colour)
        self._draw_bar(painter, placed, colour)
        self._targets.append((disc.adjusted(-4, -4, 4, 4), passage.item))

    def _draw_bar(self, painter: QPainter, placed: _Placed, colour: QColor) -> None:
        x, top = placed.centre.x(), placed.centre.y() + _RADIUS + 5
        bottom = placed.bottom
        if bottom - top < 6:
            return
        pen = QPen(colour, 3 if not placed.passage.is_quiet else 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if placed.passage.is_quiet:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QLineF(x, top, x, bottom))
        self._targets.append((QRectF(x - 6, top, 12, bottom - top), placed.passage.item))

    def _draw_link(
        self, painter: QPainter, link: Link, seen: tuple[float, float], theme: Theme
    ) -> None:
        claim, correction = self._extent(link.claim)[0], self._extent(link.correction)[0]
        inside = [seen[0] <= y <= seen[1] for y in (claim, correction)]
        if not any(inside) or abs(claim - correction) < _RADIUS:
            return
        pen = QPen(QColor(theme.roles.correction), 1.8)
        pen.setDashPattern([2.4, 1.8])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if all(inside):
            painter.drawPath(self._curve(claim, correction))
        elif inside[0]:
            self._draw_way(painter, (claim, correction), seen, link.correction_item)
        else:
            self._draw_way(painter, (correction, claim), seen, link.claim_item)

    def _draw_way(
        self,
        painter: QPainter,
        ends: tuple[float, float],
        seen: tuple[float, float],
        target: Item | None,
    ) -> None:
        """Draw the way to an end that is not seen: up to the edge, with an arrow to click on."""
        near, far = ends
        edge = seen[0] + _EDGE if far < near else seen[1] - _EDGE
        path = self._curve(near, 2 * edge - near)
        x = path.pointAtPercent(0.5).x()
        sign = -1 if far < near else 1
        painter.save()
        painter.setClipRect(
            QRectF(0, min(near, edge), self._layout.column.left(), abs(near - edge))
        )
        painter.drawPath(path)
        painter.restore()
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        tip = QPointF(x, edge + sign * 7)
        painter.drawPolyline([tip + QPointF(-6, -sign * 7), tip, tip + QPointF(6, -sign * 7)])
        if target is not None:
            self._targets.append((QRectF(x - 16, edge - 16, 32, 32), target))

    def _curve(self, start: float, end: float) -> QPainterPath:
        x = self._layout.column.left() - _AXIS - _RADIUS - 2
        path = QPainterPath(QPointF(x, start))
        bulge = x - _BULGE
        path.cubicTo(QPointF(bulge, start), QPointF(bulge, end), QPointF(x, end))
        return path


def _colour(passage: Passage, theme: Theme) -> str:
    colour: str = getattr(theme.roles, passage.role)
    return blend(colour, theme.roles.page, _QUIETER) if passage.is_quiet else colour


def _draw_sign(painter: QPainter, sign: str, disc: QRectF, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if sign == "✓":
        centre = disc.center()
        points = [(-4.2, 0.2), (-1.3, 3.1), (4.2, -3.2)]
        painter.drawPolyline([centre + QPointF(*point) for point in points])
        return
    font = QFont(painter.font())
    font.setPixelSize(13)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), sign)
