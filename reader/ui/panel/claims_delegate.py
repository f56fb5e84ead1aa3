"""Paints the rows of the Claims view: a sign and its meaning in words, and the passage below."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from reader.ui.panel.claim_rows import RowKind
from reader.ui.panel.claims_model import ClaimsModel
from reader.ui.panel.icons import paint_correction, paint_status
from reader.ui.panel.line_breaking import broken
from reader.ui.panel.row_delegate import RowDelegate
from reader.ui.panel.rows_model import RowsModel

_LINES = 2
# to measure more rows than this would hold up the window; they get room for two lines each
_MOST_MEASURED = 400


class ClaimsDelegate(RowDelegate):
    """Paints claims and, further in, what answers them.

    `joined` are the rows of the claim that is selected or answered by what is selected.
    """

    joined = range(0)

    def heights(self, model: RowsModel, width: int) -> list[int] | None:
        """Return the height of each row: one or two lines of text below the sign."""
        assert isinstance(model, ClaimsModel)
        if len(model.rows) > _MOST_MEASURED:
            return [
                super(ClaimsDelegate, self).row_height()
                if row.kind is RowKind.CLAIMANT
                else self.row_height()
                for row in model.rows
            ]
        return [self._height(model, row, width) for row in range(len(model.rows))]

    def row_height(self) -> int:
        """Return the height of a row with as many lines of text as there may be."""
        return self._height_of_lines(_LINES, self.look.serif)

    def _height_of_lines(self, lines: int, font: QFont) -> int:
        head = QFontMetrics(self.look.small).height()
        return head + lines * QFontMetrics(font).height() + 13 * self.look.unit

    def _height(self, model: ClaimsModel, row: int, width: int) -> int:
        if model.rows[row].kind is RowKind.CLAIMANT:
            return super().row_height()
        font = self._text_font(model, row)
        room = self._text_place(self.inner(QRect(0, 0, width, 1)), model, row).width()
        return self._height_of_lines(len(broken(model.text_at(row), font, room, _LINES)), font)

    def paint_row(self, painter: QPainter, place: QRect, row: int, model: RowsModel) -> None:
        """Paint a claim or a correction."""
        assert isinstance(model, ClaimsModel)
        unit = self.look.unit
        self._paint_join(painter, place, row, model)
        text_place = self._text_place(place, model, row)
        side = QFontMetrics(self.look.small).height()
        sign = QRectF(text_place.left() - side - 7 * unit, place.top() + 5 * unit, side, side)
        colour = self._paint_sign(painter, sign, row, model)
        head = QRect(text_place.left(), place.top() + 5 * unit, text_place.width(), side)
        self._paint_head(painter, head, row, model, colour)
        self._paint_text(painter, text_place.adjusted(0, side + 6 * unit, 0, 0), row, model)

    def card_indent(self, row: int, model: RowsModel) -> int:
        """Return room for the line that joins a correction with its claim."""
        assert isinstance(model, ClaimsModel)
        if model.rows[row].claim < 0:
            return 0
        return QFontMetrics(self.look.small).height() + 7 * self.look.unit

    def paint_beside_card(
        self, painter: QPainter, place: QRect, row: int, model: RowsModel
    ) -> None:
        """Paint the line that joins a correction with its claim."""
        assert isinstance(model, ClaimsModel)
        self._paint_join(painter, place, row, model)

    def _text_place(self, place: QRect, model: ClaimsModel, row: int) -> QRect:
        """Return the place right of the sign; a correction stands further in than its claim."""
        side = QFontMetrics(self.look.small).height() + 7 * self.look.unit
        is_nested = model.rows[row].claim >= 0
        return place.adjusted(2 * side if is_nested else side, 0, 0, 0)

    def _paint_sign(self, painter: QPainter, box: QRectF, row: int, model: ClaimsModel) -> QColor:
        correction = model.correction(row)
        if correction is None:
            status = model.rows[row].status
            paint_status(painter, box, status, self.look)
            return self.look.status_colour(status)
        paint_correction(painter, box, correction.type, self.look)
        return self.look.correction_colour(correction.type)

    def _paint_head(
        self, painter: QPainter, line: QRect, row: int, model: ClaimsModel, colour: QColor
    ) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = QFontMetrics(self.look.small)
        where = model.where(row)
        painter.setFont(self.look.small)
        painter.setPen(self.look.colour("muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, where)
        room = line.width() - metrics.horizontalAdvance(where) - 6 * self.look.unit
        kind = model.kind(row)
        shown = metrics.elidedText(kind[:1].upper() + kind[1:], Qt.TextElideMode.ElideRight, room)
        painter.setPen(colour)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, shown)

    def _text_font(self, model: ClaimsModel, row: int) -> QFont:
        return self.look.serif if model.correction(row) is None else self.look.small_serif

    def _paint_text(self, painter: QPainter, place: QRect, row: int, model: ClaimsModel) -> None:
        font = self._text_font(model, row)
        painter.setFont(font)
        is_claim = model.correction(row) is None
        painter.setPen(self.look.colour("text" if is_claim else "quiet"))
        metrics = QFontMetrics(font)
        for number, line in enumerate(broken(model.text_at(row), font, place.width(), _LINES)):
            y = place.top() + number * metrics.height() + metrics.ascent()
            painter.drawText(place.left(), y, line)

    def _paint_join(self, painter: QPainter, place: QRect, row: int, model: ClaimsModel) -> None:
        """Paint the line that joins a claim with what answers it."""
        if model.rows[row].claim < 0:
            return
        is_joined = row in self.joined
        colour = self.look.colour("correction" if is_joined else "border")
        painter.setPen(QPen(colour, 2 if is_joined else 1))
        unit = self.look.unit
        side = QFontMetrics(self.look.small).height()
        x, middle = place.left() + side // 2, place.top() + 5 * unit + side // 2
        goes_on = row + 1 < len(model.rows) and model.rows[row + 1].claim == model.rows[row].claim
        painter.drawLine(x, place.top(), x, place.bottom() + 1 if goes_on else middle)
        painter.drawLine(x, middle, x + side // 2 + 4 * unit, middle)
