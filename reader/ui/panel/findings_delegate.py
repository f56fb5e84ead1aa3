"""Paints the rows of the findings list: the word as it is marked, how sure it is, and where."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from reader.model.results import Voice
from reader.ui.categories import category_wording, score_words, voice_wording
from reader.ui.panel.findings_model import FindingsModel
from reader.ui.panel.grouping import Grouping
from reader.ui.panel.mark_painter import paint_word
from reader.ui.panel.row_delegate import RowDelegate
from reader.ui.panel.rows_model import RowsModel
from reader.ui.panel.wording import paragraph_mark, tr


class FindingsDelegate(RowDelegate):
    """Paints findings."""

    def paint_row(self, painter: QPainter, place: QRect, row: int, model: RowsModel) -> None:
        """Paint the word at the left and, where there is room, the note at the right."""
        assert isinstance(model, FindingsModel)
        finding, word = model.finding(row), model.text_at(row)
        gap = 12 * self.look.unit
        taken = QFontMetrics(self.look.serif).horizontalAdvance(word) + gap
        note_width = self._paint_note(painter, place, row_notes(row, model), taken)
        room = QRectF(place).adjusted(0, 0, -note_width - gap, 0)
        paint_word(painter, room, word, finding, self.look)

    def _paint_note(
        self, painter: QPainter, place: QRect, notes: tuple[str, str], taken: int
    ) -> int:
        metrics = QFontMetrics(self.look.small)
        widths = [metrics.horizontalAdvance(note) for note in notes]
        chosen = 0 if taken + widths[0] <= place.width() else 1
        painter.setFont(self.look.small)
        painter.setPen(self.look.colour("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, right, notes[chosen])
        return widths[chosen]


def row_notes(row: int, model: FindingsModel) -> tuple[str, str]:
    """Return what stands at the end of a row, whole and short.

    It tells what the group does not say already.
    """
    where = paragraph_mark(model.paragraph(row))
    if model.grouping is Grouping.PARAGRAPH:
        where = voice_wording(model.finding(row).voice).singular
    return f"{_first_note(row, model)} · {where}", where


def _first_note(row: int, model: FindingsModel) -> str:
    finding = model.finding(row)
    if model.corrective.hold(model.start(row)):
        return tr("correction")
    if model.grouping is Grouping.CATEGORY:
        own = finding.voice is Voice.WRITER
        return score_words(finding.score) if own else voice_wording(finding.voice).singular
    if finding.category.is_loaded:
        return score_words(finding.score)
    return category_wording(finding.category).singular
