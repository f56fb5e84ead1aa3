"""The commands that change how the article is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from reader.settings import THEMES, Preferences, setting
from reader.ui.reading_settings import theme_label
from reader.ui.services import Services
from reader.ui.tabs import Tabs

if TYPE_CHECKING:
    from reader.ui.window import MainWindow

_SIZE_STEP = 1.0


class ViewMenu(QObject):
    """Text size, theme, side panel and full screen."""

    def __init__(self, window: "MainWindow", tabs: Tabs, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs
        self._preferences = services.preferences
        self._themes: dict[str, QAction] = {}

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {
            "bigger": lambda: self._resize_text(_SIZE_STEP),
            "smaller": lambda: self._resize_text(-_SIZE_STEP),
            "usual_size": lambda: self._preferences.change(font_size=Preferences().font_size),
            "panel": self._show_panel,
            "full_screen": self._fill_screen,
        }

    def refresh(self) -> None:
        """Show which theme is picked."""
        if not self._themes:
            self._add_themes()
        self._themes[self._preferences.current.theme].setChecked(True)

    def _add_themes(self) -> None:
        menu = self._window.menus.menus["theme"]
        group = QActionGroup(self)
        for name in THEMES:
            action = menu.addAction(theme_label(name))
            action.setCheckable(True)
            action.triggered.connect(
                lambda _=False, name=name: self._preferences.change(theme=name)
            )
            group.addAction(action)
            self._themes[name] = action

    def zoom(self, steps: int) -> None:
        """Make the text larger, or smaller for a negative number of steps."""
        self._resize_text(steps * _SIZE_STEP)

    def _resize_text(self, step: float) -> None:
        declared = setting("font_size")
        wanted = self._preferences.current.font_size + step
        self._preferences.change(font_size=max(declared.least, min(wanted, declared.most)))

    def _show_panel(self) -> None:
        shown = self._window.menus.actions["panel"].isChecked()
        for page in self._tabs.pages:
            page.show_panel(shown)

    def _fill_screen(self) -> None:
        if self._window.menus.actions["full_screen"].isChecked():
            self._window.showFullScreen()
        else:
            self._window.showNormal()
