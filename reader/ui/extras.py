"""The windows beside the article: preferences, legend, help, tour, ignored words, about."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.model.results import Category
from reader.ui.about import AboutBox
from reader.ui.appearance import Appearance
from reader.ui.help_viewer import HelpViewer
from reader.ui.ignored_dialog import IgnoredDialog
from reader.ui.legend import Legend
from reader.ui.preferences_dialog import PreferencesDialog
from reader.ui.reading_settings import ReadingSettings
from reader.ui.services import Services
from reader.ui.theme import Theme
from reader.ui.tour import Stop, Tour

if TYPE_CHECKING:
    from reader.ui.window import MainWindow


class Extras(QObject):
    """Makes each of them when it is first asked for."""

    def __init__(self, window: "MainWindow", services: Services, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._appearance = appearance
        self.legend: Legend | None = None
        self.help: HelpViewer | None = None
        self.tour: Tour | None = None
        self.preferences: PreferencesDialog | None = None

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {
            "preferences": self.show_preferences,
            "legend": self._switch_legend,
            "ignored": self.show_ignored,
            "help": lambda: self.show_help("index"),
            "help_marks": lambda: self.show_help("marks"),
            "help_shortcuts": lambda: self.show_help("shortcuts"),
            "tour": self.begin_tour,
            "about": self.show_about,
        }

    def apply_theme(self, theme: Theme) -> None:
        """Show all that is open in other colours."""
        if self.legend:
            self.legend.apply_theme(theme, self._services.preferences.current)
        for extra in (self.help, self.tour, self.preferences):
            if extra:
                extra.apply_theme(theme)

    def close(self) -> None:
        """Close what has a window of its own."""
        if self.help:
            self.help.close()

    def show_reading_settings(self, button: QWidget) -> None:
        """Open the settings of the text below `button`."""
        popup = ReadingSettings(self._services.preferences, self._window)
        popup.more_requested.connect(self.show_preferences)
        popup.show_below(button)

    def show_preferences(self) -> None:
        """Open all preferences."""
        if self.preferences is None:
            self.preferences = PreferencesDialog(
                self._services.preferences, self._appearance.theme, self._window
            )
            self.preferences.destroyed.connect(self._forget_preferences)
        self.preferences.show()
        self.preferences.activateWindow()

    def show_ignored(self) -> None:
        """Open the list of what is not marked."""
        IgnoredDialog(self._services.user_data, self._window).show()

    def show_about(self) -> None:
        """Open the box on this program."""
        page = self._window.tabs.current_page
        engine = page.state.engine.model if page and page.state.engine else ""
        AboutBox(engine, self._window).show()

    def show_help(self, name: str, anchor: str = "") -> None:
        """Open a page of the help."""
        if self.help is None:
            self.help = HelpViewer(self._appearance.theme)
        self.help.show_page(name, anchor)

    def explain(self, category: Category) -> None:
        """Open the help where it explains `category`."""
        self.show_help("marks", category.value)

    def begin_tour(self) -> None:
        """Show the parts of the window one after another."""
        if self.tour is None:
            self.tour = Tour(self._stops(), self._window)
            self.tour.apply_theme(self._appearance.theme)
            self.tour.ended.connect(self._end_tour)
        self.tour.begin()

    def begin_first_tour(self) -> None:
        """Show the tour to whoever has not seen it."""
        if not self._services.preferences.current.tour_seen:
            self.begin_tour()

    def _end_tour(self) -> None:
        assert self.tour is not None
        self.tour.hide()
        self._services.preferences.change(tour_seen=True)
        self._window.editing.focus_text()

    def _stops(self) -> list[Stop]:
        tabs = self._window.tabs
        return [
            Stop(
                self.tr("The article is the loudest thing here"),
                self.tr(
                    "Tint and line mark loaded words of the writer. Words of others are "
                    "a shade quieter and carry the line alone. Click a mark, or press F8 "
                    "to go from one to the next."
                ),
                lambda: tabs.current_page.view if tabs.current_page else None,
            ),
            Stop(
                self.tr("Why it is marked"),
                self.tr(
                    "The panel lists every finding with its reason, whose voice it is, how sure "
                    "the program is, and other words. The slider shows fewer or more."
                ),
                lambda: tabs.current_page.panel if tabs.current_page else None,
            ),
            Stop(
                self.tr("Read or edit"),
                self.tr(
                    "Open, paste or drop an article. In Edit the marks follow what you type; "
                    "unsaved text survives a crash. F2 shows what the marks mean."
                ),
                lambda: self._window.tool_bar.edit_button,
            ),
            Stop(
                self.tr("Nothing leaves this computer"),
                self.tr(
                    "The analysis runs here. There is no account, no server and no score for a "
                    "newspaper: it informs, and the judgement stays with you."
                ),
                lambda: self._window.status_line,
            ),
        ]

    def _switch_legend(self) -> None:
        if self.legend is None:
            self.legend = Legend(self._window.tabs)
            self.legend.apply_theme(self._appearance.theme, self._services.preferences.current)
            self.legend.closed.connect(self._window.menus.actions["legend"].trigger)
        shown = self._window.menus.actions["legend"].isChecked()
        self.legend.setVisible(shown)
        if not shown:
            self._window.editing.focus_text()

    def _forget_preferences(self) -> None:
        self.preferences = None
