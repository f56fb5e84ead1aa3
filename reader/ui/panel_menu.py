"""The commands that go to a part of the panel, which comes for it if it is hidden."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.commands import PANEL_TABS
from reader.ui.panel.panel import SidePanel
from reader.ui.tabs import Tabs

if TYPE_CHECKING:
    from reader.ui.window import MainWindow


class PanelMenu(QObject):
    """Findings, claims, voices and overview by key, and the search in the findings."""

    def __init__(self, window: "MainWindow", tabs: Tabs) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        tabs: dict[str, Callable[[], None]] = {
            name: partial(self._show_tab, index) for index, name in enumerate(PANEL_TABS)
        }
        return tabs | {"search_findings": self._search}

    def _show_tab(self, index: int) -> None:
        if panel := self._panel():
            panel.show_tab(index)

    def _search(self) -> None:
        if panel := self._panel():
            panel.search_findings()

    def _panel(self) -> SidePanel | None:
        """Return the panel of the article in front, on the screen."""
        page = self._tabs.current_page
        if page is not None and not self._window.menus.actions["panel"].isChecked():
            self._window.menus.actions["panel"].trigger()
        return page.panel if page else None
