"""Which theme the window wears: the one the user picked, or the one that goes with the system."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from reader.settings import Preferences
from reader.ui.preference_store import PreferenceStore
from reader.ui.theme import Theme, load_theme

SYSTEM = "system"


class Appearance(QObject):
    """Follows the preferences and the system.

    Signals:
        changed: the new Theme.
    """

    changed = Signal(object)

    def __init__(self, preferences: PreferenceStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._theme = self._wanted()
        self._wear()
        preferences.changed.connect(self._review)
        QApplication.styleHints().colorSchemeChanged.connect(self._review)

    @property
    def theme(self) -> Theme:
        """The theme as it is now."""
        return self._theme

    def _review(self) -> None:
        wanted = self._wanted()
        if wanted != self._theme:
            self._theme = wanted
            self._wear()
            self.changed.emit(wanted)

    def _wanted(self) -> Theme:
        preferences = self._preferences.current
        theme = load_theme(theme_name(preferences))
        return theme.with_preferences(preferences.marks, preferences.colours)

    def _wear(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(self._theme.palette())
        application.setStyleSheet(self._theme.stylesheet() + _empty_boxes(self._theme))


def _empty_boxes(theme: Theme) -> str:
    """Return the style of boxes that are not ticked: Fusion's own frame is lost on dark ground."""
    frame = f"border: 1px solid {theme.roles.muted};"
    # a box grows with the text beside it; its radius is of the frame's outer edge
    side = round(0.7 * QFontMetrics(QApplication.font()).height())
    return (
        f"QCheckBox::indicator, QRadioButton::indicator {{ width: {side}px; height: {side}px; }}"
        f"QCheckBox::indicator:unchecked {{ {frame} border-radius: 3px; }}"
        f"QRadioButton::indicator:unchecked {{ {frame} border-radius: {side // 2 + 1}px; }}"
    )


def theme_name(preferences: Preferences) -> str:
    """Return the name of the theme that `preferences` ask for, on this system, now."""
    if preferences.theme != SYSTEM:
        return preferences.theme
    dark = QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"
