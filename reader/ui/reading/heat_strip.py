"""The strip beside the scroll bar: the whole article at a glance, and a click away."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reader.model.results import Category
from reader.ui.categories import category_wording
from reader.ui.pacing import Pace
from reader.ui.reading.page_layout import PageLayout
from reader.ui.state import ArticleState
from reader.ui.theme import Theme

_WIDTH = 17
_INSET = 4
_ROW = 3
_DENSE = 6.0


@dataclass(slots=True)
class _Row:
    """What lies in one row of the strip."""

    categories: Counter[Category] = field(default_factory=Counter)
    first: int = -1
    corrections: int = 0
    claims: int = 0


class HeatStrip(QWidget):
    """Shows where findings and corrections lie; a click signals the offset of that place."""

    place_chosen = Signal(int)

    def __init__(self, state: ArticleState, layout: PageLayout, theme: Theme) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Where findings lie in the article"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._state = state
        self._layout = layout
        self._theme = theme
        self._view = (0.0, 1.0)
        self._rows: dict[int, _Row] = {}
        self._picture: QPixmap | None = None
        self._pace = Pace(self.refresh, self)
        state.results_changed.connect(self._pace.ask)
        state.edited.connect(self._pace.ask_later)
        state.visibility_changed.connect(self._pace.ask)
        state.text_replaced.connect(self._forget)

    def sizeHint(self) -> QSize:
        """Return the width that the strip keeps."""
        return QSize(_WIDTH, 100)

    def apply_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._forget()

    def show_view(self, top: float, bottom: float) -> None:
        """Show which part of the page is seen, in shares of its height."""
        if (top, bottom) != self._view:
            self._view = (top, bottom)
            self.update()

    def catch_up(self) -> None:
        """Show all that was found so far, however long the rest would be."""
        self._pace.run_now()

    def refresh(self) -> None:
        """Count anew, at once if the strip is seen."""
        self._picture = None
        if self.isVisible():
            self._renew()
        self.update()

    def _forget(self) -> None:
        # the text is painted first
        self._picture = None
        self.update()

    def _renew(self) -> QPixmap:
        self._count()
        self._picture = self._drawn()
        return self._picture

    # counting

    def _count(self) -> None:
        self._rows = {}
        scale = max(1, self.height() - 2 * _INSET) / _ROW
        rows = self._row_starts(int(scale) + 1)
        findings, starts = self._state.findings_raw, self._state.finding_starts
        visible = self._state.visible_findings()
        places = [starts[index] for index in visible]
        for row, start in enumerate(rows):
            first = bisect_left(places, start)
            last = bisect_left(places, rows[row + 1]) if row + 1 < len(rows) else len(places)
            if first < last:
                kinds = Counter([findings[index].category for index in visible[first:last]])
                self._rows[row] = _Row(kinds, visible[first])
        self._count_passages(rows)

    def _count_passages(self, rows: list[int]) -> None:
        state = self._state
        shown = state.visible_corrections()
        starts, claims = state.correction_starts, state.corrected_claim_starts
        for row, number in _by_row([starts[one] for one in shown], rows).items():
            self._row(row).corrections = number
        answered = [place for one in shown if (place := claims[one]) is not None]
        for row, number in _by_row(answered, rows).items():
            self._row(row).claims = number

    def _row(self, number: int) -> _Row:
        if number not in self._rows:
            self._rows[number] = _Row()
        return self._rows[number]

    def _row_starts(self, number: int) -> list[int]:
        """Return the offset at which each row of the strip begins, by where it is on the page."""
        return [self.offset_at(row / number) for row in range(number)]

    def offset_at(self, share: float) -> int:
        """Return the offset of the text at a share of the page's height."""
        layout = self._layout
        y = share * layout.total_height()
        block = layout.block_at_height(y)
        span = layout.display.block_span(block)
        inside = (y - layout.top(block)) / max(1.0, layout.height(block))
        return span.start + int(max(0.0, min(1.0, inside)) * len(span))

    # drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the strip; the rows are drawn once and kept."""
        picture = self._picture
        if picture is None or picture.deviceIndependentSize() != self.size().toSizeF():
            picture = self._renew()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, picture)
        if self._view != (0.0, 1.0):
            self._draw_view(painter)

    def _draw_view(self, painter: QPainter) -> None:
        height = self.height() - 2 * _INSET
        top, bottom = (_INSET + share * height for share in self._view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        muted = QColor(self._theme.roles.muted)
        painter.setPen(muted)
        muted.setAlphaF(0.10)
        painter.setBrush(muted)
        painter.drawRoundedRect(QRectF(1.5, top, self.width() - 3, max(8.0, bottom - top)), 3, 3)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._theme.roles.surface))
        painter = QPainter(picture)
        painter.setPen(Qt.PenStyle.NoPen)
        self._draw_edges(painter)
        for row, content in self._rows.items():
            self._draw_row(painter, _INSET + row * _ROW, content)
        painter.end()
        return picture

    def _draw_edges(self, painter: QPainter) -> None:
        border = QColor(self._theme.roles.border)
        painter.fillRect(QRectF(0, 0, 1, self.height()), border)

    def _draw_row(self, painter: QPainter, y: float, row: _Row) -> None:
        roles = self._theme.roles
        if row.categories:
            category, _ = row.categories.most_common(1)[0]
            colour = QColor(self._theme.marks[category].line)
            # one finding is a thin stroke, a dense place a full one
            share = min(1.0, row.categories.total() / _DENSE)
            painter.fillRect(QRectF(4, y, 9, 1.6 + 1.4 * share), colour)
        if row.claims:
            painter.fillRect(QRectF(3, y - 2, 5, 7), QColor(roles.claim))
        if row.corrections:
            painter.fillRect(QRectF(4, y - 2, 9, 7), QColor(roles.correction))

    # asking and choosing

    def _row_at(self, position: QPointF) -> int:
        return max(0, int((position.y() - _INSET) / _ROW))

    def words_at(self, position: QPointF) -> str:
        """Return what lies at a point of the strip, in words."""
        row = self._row_at(position)
        near = [self._rows[one] for one in (row - 1, row, row + 1) if one in self._rows]
        counted = sum((one.categories for one in near), Counter[Category]())
        lines = [f"{category_wording(kind).plural} {n}" for kind, n in counted.most_common()]
        if corrections := sum(one.corrections for one in near):
            lines.append(self.tr("Corrective passages {n}").replace("{n}", str(corrections)))
        if claims := sum(one.claims for one in near):
            lines.append(self.tr("Claims they answer {n}").replace("{n}", str(claims)))
        return "\n".join(lines) or self.tr("Nothing is marked here")

    def event(self, event: QEvent) -> bool:
        """Say in a tip what lies below the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that is clicked: to the first finding there, if there is one."""
        row = self._row_at(event.position())
        near = (self._rows.get(one) for one in (row, row - 1, row + 1))
        found = next((one for one in near if one and one.first >= 0), None)
        if found:
            self.place_chosen.emit(self._state.finding_starts[found.first])
            return
        height = max(1, self.height() - 2 * _INSET)
        share = min(1.0, max(0.0, (event.position().y() - _INSET) / height))
        self.place_chosen.emit(self.offset_at(share))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while its button is down."""
        self.mousePressEvent(event)


def _by_row(places: Iterable[int], rows: list[int]) -> Counter[int]:
    """Return how many of the places lie in each row of the strip."""
    return Counter([max(0, bisect_right(rows, place) - 1) for place in places])
