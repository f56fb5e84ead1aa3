"""The chart of where marks lie, as a way through the article by mouse and keys."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reader.ui.panel.announcing import announce
from reader.ui.panel.chart_painting import ColumnsChart
from reader.ui.panel.chart_view import Canvas, ChartView
from reader.ui.panel.look import Look
from reader.ui.panel.wording import tr

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DensityCanvas(Canvas):
    """Columns, one of which is the current one while the keyboard is here.

    Signals:
        part_chosen: the number of a column.
    """

    part_chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def words_of(self, part: int) -> str:
        """Return where a column lies and how many marks it stands for."""
        marks = () if self.chart is None else self.chart.figure.marks
        if not 0 <= part < len(marks):
            return ""
        share = round(100 * part / len(marks))
        count = int(marks[part].amount)
        return tr("{share} % into the article: {count} marked").format(share=share, count=count)

    def _part_at(self, place: QPointF) -> int:
        count = 0 if self.chart is None else len(self.chart.figure.marks)
        return max(0, min(count - 1, int(place.x() * count / max(1, self.width()))))

    def _go_to(self, part: int) -> None:
        count = 0 if self.chart is None else len(self.chart.figure.marks)
        self.current = max(0, min(count - 1, part))
        self.show_current()
        announce(self, self.words_of(self.current))

    def show_current(self) -> None:
        """Frame the current column if the keyboard is here."""
        if isinstance(self.chart, ColumnsChart):
            shown = self.current if self.hasFocus() else -1
            self.chart = replace(self.chart, current=shown)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the article, Enter shows the place."""
        key = Qt.Key(event.key())
        last = 0 if self.chart is None else len(self.chart.figure.marks) - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if key in _STEPS or key in ends:
            self._go_to(ends.get(key, self.current + _STEPS.get(key, 0)))
        elif key in _CHOOSING:
            self.part_chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the place of a column."""
        self._go_to(self._part_at(event.position()))
        self.part_chosen.emit(self.current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame the current column."""
        super().focusInEvent(event)
        self._go_to(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Frame none."""
        super().focusOutEvent(event)
        self.show_current()

    def event(self, event: QEvent) -> bool:
        """Say what a column stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = self.words_of(self._part_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)


class DensityView(ChartView):
    """The chart, which tells the part of the article that was chosen.

    Signals:
        part_chosen: the number of a column, and of how many.
    """

    part_chosen = Signal(int, int)

    def make_canvas(self, look: Look) -> Canvas:
        """Return a canvas whose columns can be chosen."""
        canvas = DensityCanvas(look, self)
        canvas.setAccessibleName(self._title)
        canvas.part_chosen.connect(self._tell)
        return canvas

    def _tell(self, part: int) -> None:
        if self.canvas.chart is not None and not self.canvas.chart.figure.empty:
            self.part_chosen.emit(part, len(self.canvas.chart.figure.marks))
