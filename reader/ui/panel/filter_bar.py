"""What is shown of the findings: chips for categories and voices, the slider, the search."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.model.results import Category, Voice
from reader.ui.categories import category_wording, voice_wording
from reader.ui.filters import Filters
from reader.ui.panel.buttons import Chip, TextButton
from reader.ui.panel.flow import FlowLayout
from reader.ui.panel.look import Look
from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState

# the slider's positions are hundredths of "how much is shown": 100 - 100 * threshold
_FEWEST = 10
_MOST = 90
_STEP = 5
# the style sheet's handle with its focus ring
_SLIDER_HEIGHT = 22


class ChipArea(QScrollArea):
    """A chip for each category and voice that occurs; scrolls where it would fill the panel."""

    def __init__(self, state: ArticleState, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._inside = QWidget(self)
        flow = FlowLayout(self._inside)
        self.categories = {
            category: self._chip(category_wording(category).plural, look, strong=True)
            for category in Category
        }
        self.voices = {
            voice: self._chip(voice_wording(voice).plural, look, strong=False) for voice in Voice
        }
        for chip in self.chips():
            flow.addWidget(chip)
            chip.toggled.connect(self._apply)
        self._offer_only()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _chip(self, name: str, look: Look, *, strong: bool) -> Chip:
        return Chip(name, look, strong=strong, parent=self._inside)

    def chips(self) -> list[Chip]:
        """Return all chips, those of nothing too."""
        return [*self.categories.values(), *self.voices.values()]

    def _offer_only(self) -> None:
        for category, chip in self.categories.items():
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(
                lambda place, one=category, over=chip: self.menu_of(one).exec(
                    over.mapToGlobal(place)
                )
            )

    def menu_of(self, category: Category) -> QMenu:
        """Return the menu of a category's chip."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        only = QAction(tr("Show only this category"), menu)
        only.triggered.connect(lambda: self.show_only(category))
        menu.addAction(only)
        return menu

    def show_only(self, category: Category) -> None:
        """Show one category in place of all, until the note below is clicked away."""
        self._state.set_filters(replace(self._state.filters, only_category=category))

    def _apply(self) -> None:
        hidden = {one for one, chip in self.categories.items() if not chip.isChecked()}
        unheard = {one for one, chip in self.voices.items() if not chip.isChecked()}
        self._state.set_filters(
            replace(
                self._state.filters,
                hidden_categories=frozenset(hidden),
                hidden_voices=frozenset(unheard),
                only_category=None,
            )
        )

    def refresh(self) -> None:
        """Show what occurs, with its count, and what is hidden."""
        filters, counts = self._state.filters, self._state.counts()
        for category, chip in self.categories.items():
            only = filters.only_category
            shown = category not in filters.hidden_categories if only is None else category is only
            _set_chip(chip, counts.categories[category], shown)
        for voice, chip in self.voices.items():
            _set_chip(chip, counts.voices[voice], voice not in filters.hidden_voices)
        self.updateGeometry()

    def set_look(self, look: Look) -> None:
        """Paint with other fonts and colours."""
        for chip in self.chips():
            chip.set_look(look)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow panel needs more lines of chips."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all chips, but not more than a third of the window."""
        layout = self._inside.layout()
        assert layout is not None
        most = self.window().height() // 3
        return max(self._line_height(), min(layout.heightForWidth(width), most))

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(0, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(0, self._line_height())

    def _line_height(self) -> int:
        shown = [chip for chip in self.chips() if not chip.isHidden()]
        return shown[0].sizeHint().height() if shown else 0


def _set_chip(chip: Chip, count: int, shown: bool) -> None:
    chip.show_state(checked=shown)
    chip.set_count(count)
    chip.setVisible(count > 0 or not shown)


class ThresholdSlider(QWidget):
    """The slider from "fewer" to "more", with how many are shown as its accessible text."""

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
        text = tr("{shown} of {all} findings are shown").format(
            shown=len(self._state.visible_findings()), all=len(self._state.findings)
        )
        self.slider.setAccessibleDescription(text)
        self.slider.setToolTip(text)


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
