"""What is shown of the findings: chips for categories and voices, the slider, the search."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.ui.categories import category_wording
from reader.ui.filters import Filters
from reader.ui.panel.buttons import TextButton
from reader.ui.panel.chip_area import ChipArea
from reader.ui.panel.look import Look
from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState

# the slider's positions are hundredths of "how much is shown": 100 - 100 * threshold
_FEWEST = 10
_MOST = 90
_STEP = 5
# the style sheet's handle with its focus ring
_SLIDER_HEIGHT = 22
# in a panel narrower than so many lines are high the slider needs the room of the count
_WIDE_ENOUGH = 17


class ThresholdSlider(QWidget):
    """The slider from "fewer" to "more", and how many of all are shown."""

    def __init__(self, state: ArticleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(_FEWEST, _MOST)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(2 * _STEP)
        self.slider.setMinimumSize(40, _SLIDER_HEIGHT)
        self.slider.setAccessibleName(tr("Show fewer or more findings"))
        self.slider.valueChanged.connect(self._ask)
        # a mouse sends more positions than can be shown; the last one of a turn counts
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._apply)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_muted(tr("Show fewer"), self))
        row.addWidget(self.slider, 1)
        row.addWidget(_muted(tr("more"), self))
        self.count = _muted("", self)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.count)

    def _ask(self) -> None:
        self._due.start()

    def _apply(self) -> None:
        threshold = round(1 - self.slider.value() / 100, 2)
        self._state.set_filters(replace(self._state.filters, threshold=threshold))

    def refresh(self) -> None:
        """Show the threshold that is in force."""
        if self._due.isActive():
            return
        self.slider.blockSignals(True)
        self.slider.setValue(round(100 * (1 - self._state.filters.threshold)))
        self.slider.blockSignals(False)
        shown, whole = len(self._state.visible_findings()), len(self._state.findings)
        self._show_count(shown, whole)
        text = tr("{shown} of {all} findings are shown").format(shown=shown, all=whole)
        self.slider.setAccessibleDescription(text)
        self.slider.setToolTip(text)

    def _show_count(self, shown: int, whole: int) -> None:
        text = tr("{shown} of {all}").format(shown=shown, all=whole)
        metrics = self.count.fontMetrics()
        # the slider keeps its place while the figures change
        self.count.setMinimumWidth(metrics.horizontalAdvance(text.replace(str(shown), str(whole))))
        self.count.setText(text)
        narrow = self.width() < _WIDE_ENOUGH * metrics.height()
        self.count.setVisible(whole > 0 and not narrow)


class OnlyBar(QWidget):
    """Says that one category is shown alone, and ends it."""

    def __init__(self, state: ArticleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self.label = _muted("", self)
        self.label.setWordWrap(True)
        self.button = TextButton(tr("Show all"), "link", self)
        self.button.clicked.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def _end(self) -> None:
        self._state.set_filters(replace(self._state.filters, only_category=None))

    def refresh(self) -> None:
        """Appear while one category is shown alone."""
        only = self._state.filters.only_category
        self.setVisible(only is not None)
        if only is not None:
            name = category_wording(only).plural.lower()
            self.label.setText(tr("Only {category} are shown.").format(category=name))


class FilterBar(QWidget):
    """Chips, slider and the note of a category shown alone."""

    def __init__(self, state: ArticleState, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.chips = ChipArea(state, look, self)
        self.threshold = ThresholdSlider(state, self)
        self.only = OnlyBar(state, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.chips, self.threshold, self.only):
            column.addWidget(widget)

    def refresh(self) -> None:
        """Show the filters that are in force, with counts as of now."""
        for part in (self.chips, self.threshold, self.only):
            part.refresh()

    def set_look(self, look: Look) -> None:
        """Paint with other fonts and colours."""
        self.chips.set_look(look)


def show_everything(filters: Filters) -> Filters:
    """Return filters that hide nothing above the threshold."""
    return replace(
        filters,
        hidden_categories=frozenset(),
        hidden_voices=frozenset(),
        search="",
        only_category=None,
    )


def _muted(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    return label
