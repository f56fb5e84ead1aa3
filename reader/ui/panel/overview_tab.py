"""The Overview: the article in plain charts. There is no score of the whole, on purpose."""

from bisect import bisect_left
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reader.ui.panel.buttons import TextButton
from reader.ui.panel.chart_painting import Chart, ColumnsChart, DividedChart
from reader.ui.panel.chart_view import ChartView, picture_of, titled
from reader.ui.panel.counting import SHORT, Counting
from reader.ui.panel.density_view import DensityView
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
from reader.ui.panel.flow import FlowLayout
from reader.ui.panel.look import Look
from reader.ui.panel.wording import one_line, tr
from reader.ui.state import ArticleState


class OverviewTab(QWidget):
    """The charts of one article; those of a long one are counted one at a time.

    Signals:
        place_chosen: a code point of the article that is to be shown.
    """

    place_chosen = Signal(int)

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
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(area)
        self._look = look
        self._fill(inside)
        area.setWidget(inside)
        self.note = EmptyNote(self)
        self._stack = NoteStack(area, self.note, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _fill(self, inside: QWidget) -> None:
        self.charts = _charts(self._look, inside)
        self.sheet = QWidget(inside)
        sheet_column = QVBoxLayout(self.sheet)
        sheet_column.setContentsMargins(0, 0, 0, 0)
        for chart in self.charts:
            sheet_column.addWidget(chart)
            if isinstance(chart, DensityView):
                chart.part_chosen.connect(self._show_part)
        self.table_button = TextButton(tr("Copy all as a table"), "plain", inside)
        self.picture_button = TextButton(tr("Copy all as a picture"), "plain", inside)
        self.table_button.clicked.connect(self.copy_table)
        self.picture_button.clicked.connect(self.copy_picture)
        buttons = QWidget(inside)
        flow = FlowLayout(buttons)
        for button in (self.table_button, self.picture_button):
            flow.addWidget(button)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 6, 0, 12)
        column.addWidget(self.sheet)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(buttons)
        column.addLayout(row)
        column.addStretch(1)

    def _show_part(self, part: int, count: int) -> None:
        """Ask for the first marked place of a part of the article, or for its beginning."""
        length = len(self._state.text)
        first, end = part * length // count, (part + 1) * length // count
        starts = [self._state.finding_starts[one] for one in self._state.visible_findings()]
        index = bisect_left(starts, first)
        marked = index < len(starts) and starts[index] < end
        self.place_chosen.emit(starts[index] if marked else first)

    def copy_table(self) -> None:
        """Put the figures of all charts on the clipboard, for a spreadsheet, below the title."""
        tables = [(chart.heading, chart.table()) for chart in self.charts]
        parts = [f"{title}\n{table.tsv()}" for title, table in tables if table is not None]
        QGuiApplication.clipboard().setText("\n".join([f"{self._title()}\n", *parts]))

    def copy_picture(self) -> None:
        """Put all charts on the clipboard as one picture, below the title of the article."""
        for chart in self.charts:
            chart.copy_button.hide()
        charts = picture_of(self.sheet, self._look)
        for chart in self.charts:
            chart.copy_button.show()
        QGuiApplication.clipboard().setPixmap(titled(charts, self._title(), self._look))

    def _title(self) -> str:
        text = self._state.text
        return one_line(self._state.article.title or text.lstrip().partition("\n")[0])

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
        self._look = look
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
    return [
        (DensityView if maker is density_figure else ChartView)(title, maker, kind, look, parent)
        for title, maker, kind in kinds
    ]
