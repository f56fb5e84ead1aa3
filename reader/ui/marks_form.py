"""Which categories are marked, in which colours, and how sure the program has to be."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.model.results import Category
from reader.settings import Preferences, setting
from reader.ui.categories import category_wording
from reader.ui.mark_sample import MarkSample
from reader.ui.preference_store import PreferenceStore
from reader.ui.reading_settings import SLIDER_HEIGHT
from reader.ui.theme import Theme

_PERCENT = 100


class Colour:
    """Which colour to use."""

    @classmethod
    def ask(cls, parent: QWidget, current: str, title: str) -> str | None:
        """Ask for a colour; None where it is to stay."""
        colour = QColorDialog.getColor(QColor(current), parent, title)
        return colour.name() if colour.isValid() else None


class MarksForm(QWidget):
    """A row for each category; each change applies at once."""

    def __init__(self, store: PreferenceStore, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._theme = theme
        self._samples: dict[Category, MarkSample] = {}
        self._usual: dict[Category, QPushButton] = {}
        self.boxes: dict[Category, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows())
        column.addLayout(self._threshold_row())
        self._switches = [
            self._switch("show_possible", _tr("Show corrective passages that are only possible")),
            self._switch("show_disputes", _tr("Show claims that somebody disputes")),
        ]
        for switch in self._switches:
            column.addWidget(switch)
        column.addStretch()
        self.apply_theme(theme, store.current)

    def apply_theme(self, theme: Theme, preferences: Preferences) -> None:
        """Show the marks as they look now."""
        self._theme = theme
        for category, sample in self._samples.items():
            sample.apply_theme(theme, preferences)
            self._usual[category].setEnabled(category.value in preferences.colours)

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, category in enumerate(Category):
            self._add_row(grid, row, category)
        return grid

    def _add_row(self, grid: QGridLayout, row: int, category: Category) -> None:
        wording = category_wording(category)
        box = QCheckBox(wording.plural)
        box.setToolTip(wording.definition)
        box.setChecked(category.value not in self._store.current.hidden_categories)
        box.toggled.connect(lambda on: self._show_category(category, on))
        self.boxes[category] = box
        self._samples[category] = MarkSample(wording.singular, category)
        colour = QPushButton(_tr("Colour…"))
        colour.setAccessibleName(_tr("Colour of {category}").format(category=wording.plural))
        colour.clicked.connect(lambda: self._pick_colour(category))
        colour.setAutoDefault(False)
        self._usual[category] = QPushButton(_tr("Usual"))
        self._usual[category].setAccessibleName(
            _tr("Usual colour of {category}").format(category=wording.plural)
        )
        self._usual[category].setAutoDefault(False)
        self._usual[category].clicked.connect(lambda: self._set_colour(category, None))
        for column, widget in enumerate(
            (box, self._samples[category], colour, self._usual[category])
        ):
            grid.addWidget(widget, row, column)

    def _show_category(self, category: Category, shown: bool) -> None:
        hidden = self._store.current.hidden_categories
        changed = hidden - {category.value} if shown else hidden | {category.value}
        self._store.change(hidden_categories=changed)

    def _pick_colour(self, category: Category) -> None:
        mark = self._theme.marks[category]
        title = category_wording(category).plural
        if colour := Colour.ask(self, mark.tint or mark.line, title):
            self._set_colour(category, colour)

    def _set_colour(self, category: Category, colour: str | None) -> None:
        colours = {**self._store.current.colours}
        colours.pop(category.value, None)
        self._store.change(colours=colours | ({category.value: colour} if colour else {}))

    def _threshold_row(self) -> QHBoxLayout:
        declared = setting("threshold")
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setAccessibleName(declared.description)
        slider.setMinimumHeight(SLIDER_HEIGHT)
        slider.setRange(round(declared.least * _PERCENT), round(declared.most * _PERCENT))
        # more to the right shows more, as in the panel
        slider.setInvertedAppearance(True)
        slider.setValue(round(self._store.current.threshold * _PERCENT))
        slider.valueChanged.connect(lambda value: self._store.change(threshold=value / _PERCENT))
        row = QHBoxLayout()
        row.addWidget(QLabel(_tr("Mark fewer words")))
        row.addWidget(slider, 1)
        row.addWidget(QLabel(_tr("more")))
        return row

    def _switch(self, name: str, label: str) -> QCheckBox:
        box = QCheckBox(label)
        box.setChecked(getattr(self._store.current, name))
        box.toggled.connect(lambda on: self._store.change(**{name: on}))
        return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("marks_form", text)
