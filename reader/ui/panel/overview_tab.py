"""The Overview: the article in plain charts. There is no score of the whole, on purpose."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui.panel.chart_painting import Chart, ColumnsChart, DividedChart
from reader.ui.panel.chart_view import ChartView
from reader.ui.panel.counting import SHORT, Counting
from reader.ui.panel.empty_note import EmptyNote, NoteStack
from reader.ui.panel.figures import (
    categories_figure,
    claims_figure,
    density_figure,
    frequent_words_figure,
    headline_figure,
    voice_rates_figure,
    voices_figure,
)
from reader.ui.panel.look import Look
from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState


class OverviewTab(QWidget):
    """The charts of one article; those of a long one are counted one at a time."""

    def __init__(
        self, state: ArticleState, counting: Counting, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state = state
        self._counting = counting
        self._waiting: list[ChartView] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_next)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(area)
        self.charts = _charts(look, inside)
        charts_column = QVBoxLayout(inside)
        charts_column.setContentsMargins(0, 6, 0, 6)
        for chart in self.charts:
            charts_column.addWidget(chart)
        charts_column.addStretch(1)
        area.setWidget(inside)
        self.note = EmptyNote(self)
        self._stack = NoteStack(area, self.note, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def refresh(self) -> None:
        """Show what the state holds now."""
        has_text = bool(self._state.text)
        empty = tr("Nothing is open.\nOpen, paste or drop an article to see its figures.")
        self._stack.show_note(("" if has_text else empty, ""))
        self._waiting = list(self.charts) if has_text else []
        if len(self._state.text) <= SHORT:
            while self._waiting:
                self._show_next()
        else:
            self._timer.start()

    def _show_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0).show_statistics(self._counting.current())
        else:
            self._timer.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count nothing that nobody sees."""
        super().hideEvent(event)
        self._timer.stop()
        self._waiting.clear()

    def show_selection(self) -> None:
        """Do nothing: the charts show the article and not a part of it."""

    def set_look(self, look: Look) -> None:
        """Paint with other fonts and colours."""
        for chart in self.charts:
            chart.set_look(look)


def _charts(look: Look, parent: QWidget) -> list[ChartView]:
    bars, words = Chart, partial(Chart, is_serif=True)
    kinds = (
        (tr("Marked words · in 1,000 words"), categories_figure, bars),
        (tr("Whose words"), voices_figure, DividedChart),
        (tr("Marked in 1,000 words of each voice"), voice_rates_figure, bars),
        (tr("Along the article"), density_figure, ColumnsChart),
        (tr("Headline and body · in 1,000 words"), headline_figure, bars),
        (tr("Most frequent loaded words"), frequent_words_figure, words),
        (tr("Claims"), claims_figure, DividedChart),
    )
    return [ChartView(title, maker, kind, look, parent) for title, maker, kind in kinds]
