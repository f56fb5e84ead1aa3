"""The little panel behind “Aa”: how the article is set."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QFontComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.resources import resource
from reader.settings import MARKS, THEMES, Preferences, setting
from reader.ui.preference_store import PreferenceStore
from reader.ui.reading.typesetting import typesetting

# what the handle of the style sheet takes, with a pixel above and below
SLIDER_HEIGHT = 20
# a slider counts in whole steps
_STEPS_PER_UNIT = {"font_size": 2.0, "measure": 1.0, "line_height": 20.0}
# the settings allow more than anyone would pick from a slider
_RANGE = {"font_size": (9.0, 32.0), "measure": (50.0, 90.0), "line_height": (1.1, 2.2)}


def theme_label(name: str) -> str:
    """Return what a theme is called."""
    return {
        "system": _tr("System"),
        "light": _tr("Light"),
        "sepia": _tr("Sepia"),
        "dark": _tr("Dark"),
    }[name]


def marks_label(name: str) -> str:
    """Return what a way of marking is called."""
    return {
        "tint-and-underline": _tr("Tint and underline"),
        "underline": _tr("Underline only"),
    }[name]


def slider_label(name: str) -> str:
    """Return what stands before a slider."""
    return {
        "font_size": _tr("Size"),
        "measure": _tr("Line length"),
        "line_height": _tr("Line height"),
    }[name]


def value_label(name: str, value: float) -> str:
    """Return a value of a slider in its unit."""
    return {
        "font_size": _tr("{value} points"),
        "measure": _tr("{value} letters"),
        "line_height": _tr("{value} lines"),
    }[name].format(value=f"{value:g}")


class ReadingForm(QWidget):
    """Theme, typeface, size, measure, line height and marks; each change applies at once."""

    def __init__(self, store: PreferenceStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        self.themes = self._choice("theme", THEMES, theme_label)
        form.addRow(_tr("Theme"), self.themes)
        self.setFocusProxy(_checked(self.themes))
        form.addRow(_tr("Typeface"), self._font_box())
        self.sliders = {name: self._slider(name) for name in _STEPS_PER_UNIT}
        for name, slider in self.sliders.items():
            form.addRow(slider_label(name), self._with_value(name, slider))
        form.addRow(_tr("Marks"), self._choice("marks", MARKS, marks_label))

    def _choice(self, name: str, values: tuple[str, ...], label: object) -> QWidget:
        box = QWidget()
        box.setAccessibleName(setting(name).description)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(box)
        for value in values:
            assert callable(label)
            button = QRadioButton(label(value))
            button.setChecked(getattr(self._store.current, name) == value)
            button.toggled.connect(
                lambda on, value=value: self._store.change(**{name: value}) if on else None
            )
            group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        return box

    def _font_box(self) -> QFontComboBox:
        box = QFontComboBox()
        box.setAccessibleName(setting("font_family").description)
        box.setEditable(False)
        box.setCurrentFont(QFont(typesetting(self._store.current).body.families()[0]))
        # the arrow of the platform's style would hang in a corner of our box
        arrow = resource("icons/chevron.svg").as_posix()
        box.setStyleSheet(
            "QComboBox::drop-down { border: none; width: 26px; }"
            f" QComboBox::down-arrow {{ image: url({arrow}); width: 14px; height: 14px; }}"
        )
        box.currentFontChanged.connect(lambda font: self._store.change(font_family=font.family()))
        return box

    def _with_value(self, name: str, slider: QSlider) -> QWidget:
        """Return a slider with its value beside it."""
        box = QWidget()
        label = QLabel()
        # the label keeps its width, and the slider its place, while the value changes
        steps = range(slider.minimum(), slider.maximum() + 1)
        said = [value_label(name, step / _STEPS_PER_UNIT[name]) for step in steps]
        widest = max(said, key=label.fontMetrics().horizontalAdvance)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(widest))
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

        def show(position: int) -> None:
            label.setText(value_label(name, round(position / _STEPS_PER_UNIT[name], 2)))
            slider.setAccessibleDescription(label.text())

        slider.valueChanged.connect(show)
        show(slider.value())
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(slider, 1)
        row.addWidget(label)
        return box

    def _slider(self, name: str) -> QSlider:
        steps = _STEPS_PER_UNIT[name]
        least, most = _RANGE[name]
        kind = type(getattr(Preferences(), name))
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setAccessibleName(setting(name).description)
        slider.setRange(round(least * steps), round(most * steps))
        slider.setValue(round(getattr(self._store.current, name) * steps))
        slider.valueChanged.connect(
            lambda value: self._store.change(**{name: kind(round(value / steps, 3))})
        )
        slider.setMinimumSize(200, SLIDER_HEIGHT)
        return slider


def _checked(choice: QWidget) -> QRadioButton:
    buttons = choice.findChildren(QRadioButton)
    return next(button for button in buttons if button.isChecked())


class ReadingSettings(QFrame):
    """A popup with the form and a way to the other preferences.

    Signals:
        more_requested: all preferences are wanted.
    """

    more_requested = Signal()

    def __init__(self, store: PreferenceStore, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("readingSettings")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        self.form = ReadingForm(store)
        column.addWidget(self.form)
        more = QPushButton(_tr("All preferences…"))
        more.clicked.connect(self.close)
        more.clicked.connect(self.more_requested)
        column.addWidget(more, alignment=Qt.AlignmentFlag.AlignRight)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def show_below(self, button: QWidget) -> None:
        """Open below `button`, inside its window."""
        self.adjustSize()
        corner = button.mapToGlobal(button.rect().bottomRight())
        self.move(corner.x() - self.width(), corner.y() + 4)
        self.show()
        self.form.setFocus()


def _tr(text: str) -> str:
    return QCoreApplication.translate("reading_settings", text)
