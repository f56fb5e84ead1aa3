"""A word as it is marked on the page, to show in a legend or beside a setting."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.model.results import Category, Finding, Voice
from reader.model.span import Span
from reader.settings import Preferences
from reader.ui.panel.look import Look
from reader.ui.panel.mark_painter import paint_word
from reader.ui.theme import Theme

_MARGIN = 4


class MarkSample(QWidget):
    """Paints `word` with the mark of a category, in the voice given."""

    def __init__(self, word: str, category: Category, voice: Voice = Voice.WRITER) -> None:
        super().__init__()
        self._finding = Finding(Span(0, len(word)), word, category, 1.0, voice, None, "")
        self._look: Look | None = None
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def apply_theme(self, theme: Theme, preferences: Preferences) -> None:
        """Paint in other colours."""
        self._look = Look.of(theme, preferences, self.font())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room that the word and its mark take."""
        metrics = QFontMetrics(self._look.serif if self._look else self.font())
        width = metrics.horizontalAdvance(self._finding.text)
        return QSize(width + 3 * _MARGIN, metrics.height() + 2 * _MARGIN)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the word."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(_MARGIN, 0, 0, 0)
        paint_word(painter, place, self._finding.text, self._finding, self._look)
        painter.end()
