"""The margin beside the text: corrective passages, the claims they answer, and what joins them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from reader.model.results import Claim, ClaimStatus, Correction, CorrectionType
from reader.model.span import Span
from reader.ui.colours import blend
from reader.ui.filters import LIKELY
from reader.ui.reading.page_layout import PageLayout
from reader.ui.state import ArticleState, Item
from reader.ui.theme import Theme

# room that the gutter needs left of the column
GUTTER_WIDTH = 84
_AXIS = 33
_LANE = 27
_RADIUS = 10.5
_BULGE = 46
_QUIETER = 0.8


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing in the gutter: `role` names its colour, `sign` what its disc shows."""

    item: Item
    span: Span
    role: str
    sign: str
    is_quiet: bool
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    passage: Passage
    centre: QPointF
    bottom: float


class Gutter:
    """Finds the passages that are seen, draws them and knows which one is at a point."""

    def __init__(self, state: ArticleState, layout: PageLayout) -> None:
        self._state = state
        self._layout = layout
        self._targets: list[tuple[QRectF, Item]] = []

    def item_at(self, point: QPointF) -> Item | None:
        """Return what was drawn at a point of the page."""
        return next((item for rect, item in self._targets if rect.contains(point)), None)

    # what is there

    def passages(self, span: Span) -> list[Passage]:
        """Return what the gutter shows beside `span`, in the order of the text."""
        found = [*self._corrections(span), *self._claims(span)]
        return sorted(found, key=lambda passage: (passage.span.start, passage.span.end))

    def _corrections(self, span: Span) -> Iterator[Passage]:
        for index in self._state.corrections_in(span):
            correction = self._state.corrections[index]
            if self._state.filters.shows_correction(correction):
                yield _correction_passage(index, correction)

    def _claims(self, span: Span) -> Iterator[Passage]:
        for index in self._state.claims_in(span):
            claim = self._state.claims[index]
            answers = self._answers(claim)
            if any(one.span.contains(claim.span) for one in answers):
                continue
            if answers:
                is_quiet = max(one.score for one in answers) < LIKELY
                yield Passage(Item("claim", index), claim.span, "claim", "!", is_quiet)
            elif claim.status is ClaimStatus.DISPUTED and self._state.filters.show_disputes:
                yield Passage(Item("claim", index), claim.span, "dispute", "?", True)

    def _answers(self, claim: Claim) -> list[Correction]:
        corrections = self._state.corrections
        shows = self._state.filters.shows_correction
        return [
            corrections[index]
            for index in claim.corrections
            if index < len(corrections) and shows(corrections[index])
        ]

    def selected_passages(self) -> list[tuple[Span, str]]:
        """Return the spans that belong to the selected correction or claim, with their colours."""
        joined = self.joined()
        spans = {(claim, "claim") for claim, _ in joined if claim is not None}
        return [*spans, *((correction, "correction") for _, correction in joined)]

    def joined(self) -> list[tuple[Span | None, Span]]:
        """Return claim and correction of each pair that the selected item is part of."""
        selected, corrections = self._state.selected, self._state.corrections
        if selected is None or selected.kind not in ("correction", "claim"):
            return []
        if selected.kind == "correction":
            one = corrections[selected.index]
            return [(one.claim, one.span)]
        claim = self._state.claims[selected.index]
        return [(claim.span, one.span) for one in self._answers(claim)]

    # drawing

    def draw(self, painter: QPainter, blocks: range, clip: QRectF, theme: Theme) -> None:
        """Draw what lies beside `blocks`."""
        self._targets = []
        if not blocks:
            return
        display = self._layout.display
        seen = Span(display.starts[blocks[0]], display.block_span(blocks[-1]).end)
        placed = list(self._placed(self.passages(seen), blocks))
        self._draw_curves(painter, clip, theme)
        for one in placed:
            self._draw_passage(painter, one, theme)

    def _placed(self, passages: list[Passage], blocks: range) -> Iterator[_Placed]:
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

    def _draw_curves(self, painter: QPainter, clip: QRectF, theme: Theme) -> None:
        pen = QPen(QColor(theme.roles.correction), 1.8)
        pen.setDashPattern([2.4, 1.8])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        for claim, correction in self.joined():
            if claim is None:
                continue
            start, end = self._extent(claim)[0], self._extent(correction)[0]
            if max(start, end) < clip.top() or min(start, end) > clip.bottom():
                continue
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._curve(start, end))

    def _curve(self, start: float, end: float) -> QPainterPath:
        x = self._layout.column.left() - _AXIS - _RADIUS - 2
        path = QPainterPath(QPointF(x, start))
        bulge = x - _BULGE
        path.cubicTo(QPointF(bulge, start), QPointF(bulge, end), QPointF(x, end))
        return path


def _correction_passage(index: int, correction: Correction) -> Passage:
    sign = "i" if correction.type is CorrectionType.NOTICE else "✓"
    return Passage(
        Item("correction", index),
        correction.span,
        "correction",
        sign,
        correction.score < LIKELY,
        correction.type is CorrectionType.LABEL,
    )


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
