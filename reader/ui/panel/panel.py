"""The panel beside the page, with a tab for each way to look at an article."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reader.settings import Preferences
from reader.ui.pacing import Pace
from reader.ui.panel.claims_tab import ClaimsTab
from reader.ui.panel.counting import Counting
from reader.ui.panel.findings_tab import FindingsTab
from reader.ui.panel.look import Look
from reader.ui.panel.overview_tab import OverviewTab
from reader.ui.panel.sheet import panel_sheet
from reader.ui.panel.voices_tab import VoicesTab
from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState, Item
from reader.ui.theme import Theme

_LEAST_WIDTH = 220


class SidePanel(QWidget):
    """Findings, claims, voices and overview of one article, as lists that can be read aloud.

    Signals:
        alternative_chosen: the index of a finding and what to put in its place.
        ignore_requested: the index of a finding.
        ignore_word_requested, never_for_us_requested: a word.
        why_requested: a `Category` to explain.
        place_requested: a code point of the article, to be shown.
        look_changed: colours or fonts differ.
    """

    alternative_chosen = Signal(int, str)
    ignore_requested = Signal(int)
    ignore_word_requested = Signal(str)
    never_for_us_requested = Signal(str)
    why_requested = Signal(object)
    place_requested = Signal(int)
    look_changed = Signal()

    def __init__(
        self,
        state: ArticleState,
        theme: Theme,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state = state
        self._theme = theme
        self._preferences = preferences
        self._build_tabs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._pace = Pace(self.refresh, self)
        self._connect()
        self.apply_theme(theme)

    def _build_tabs(self) -> None:
        state, look, counting = self._state, self.look(), Counting(self._state, self)
        # a bar and a stack, because a tab widget tells of its tabs even while it is destroyed;
        # the bar is made first, for Tab visits things in the order in which they were made
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName(tr("Panel"))
        self.findings = FindingsTab(state, look, self)
        self.claims = ClaimsTab(state, look, self)
        self.voices = VoicesTab(state, counting, look, self)
        self.overview = OverviewTab(state, counting, look, self)
        self._stack = QStackedWidget(self)
        for tab in self._all_tabs():
            self.tabs.addTab("")
            self._stack.addWidget(tab)
        self._name_tabs()

    def _all_tabs(self) -> tuple[FindingsTab, ClaimsTab, VoicesTab, OverviewTab]:
        return self.findings, self.claims, self.voices, self.overview

    def look(self) -> Look:
        """Return what the panel is painted with now."""
        return Look.of(self._theme, self._preferences, self.font())

    def _connect(self) -> None:
        self.findings.alternative_chosen.connect(self.alternative_chosen)
        self.findings.ignore_requested.connect(self.ignore_requested)
        self.findings.ignore_word_requested.connect(self.ignore_word_requested)
        self.findings.never_for_us_requested.connect(self.never_for_us_requested)
        self.findings.why_requested.connect(self.why_requested)
        self.overview.place_chosen.connect(self.place_requested)
        self._state.text_replaced.connect(self._begin_anew)
        self._state.results_changed.connect(self._pace.ask)
        self._state.edited.connect(self._pace.ask_later)
        self._state.visibility_changed.connect(self._pace.run_now)
        self._state.selection_changed.connect(self._follow_selection)
        self.tabs.currentChanged.connect(self._show_tab)

    def _show_tab(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._pace.run_now()

    def show_tab(self, index: int) -> None:
        """Show one of the views and give it the keyboard."""
        self.tabs.setCurrentIndex(index)
        self.focus_list()

    def search_findings(self) -> None:
        """Give the keyboard to the search in the findings."""
        self.tabs.setCurrentIndex(0)
        self.findings.search_row.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.findings.search_row.search.selectAll()

    def focus_list(self) -> None:
        """Give the keyboard to the list of the visible tab."""
        # a focus proxy would be a stop for Tab, before all that stands above the list
        lists = (self.findings.list, self.claims.list, self.voices.list, self.tabs)
        lists[self.tabs.currentIndex()].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show in the visible tab what the state holds now; hidden tabs wait for their turn."""
        if self.isVisible():
            self._all_tabs()[self.tabs.currentIndex()].refresh()
            self._name_tabs()

    def _name_tabs(self) -> None:
        """Give the tabs their names with counts, or without where they would not fit."""
        counts = (len(self._state.visible_findings()), self.claims.count(), self.voices.count(), 0)
        full = [
            f"{name} {count}" if count else name
            for name, count in zip(_tab_names(), counts, strict=True)
        ]
        short = list(_tab_names())
        short[self.tabs.currentIndex()] = full[self.tabs.currentIndex()]
        for names in (full, short, list(_tab_names())):
            self._set_tab_texts(names)
            if self.tabs.sizeHint().width() <= self.width():
                break
        for index, text in enumerate(full):
            self.tabs.setTabToolTip(index, text)
            self.tabs.setAccessibleTabName(index, text)

    def _set_tab_texts(self, names: list[str]) -> None:
        for index, text in enumerate(names):
            if self.tabs.tabText(index) != text:
                self.tabs.setTabText(index, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the tabs as there is room."""
        super().resizeEvent(event)
        self._name_tabs()

    def _follow_selection(self) -> None:
        selected = self._state.selected
        if not self.isVisible():
            return
        if self._pace.is_due:
            self._pace.run_now()
        if selected is not None:
            self._turn_to(selected)
        self._all_tabs()[self.tabs.currentIndex()].show_selection()

    def _turn_to(self, item: Item) -> None:
        """Show the tab where an item is explained, unless the present one can show it too."""
        homes: dict[str, QWidget] = {"finding": self.findings, "quote": self.voices}
        home = homes.get(item.kind, self.claims)
        stays = self._stack.currentWidget() is self.voices and self.voices.has_open(item)
        if not stays:
            self.tabs.setCurrentIndex(self._stack.indexOf(home))

    def set_waiting(self, waiting: bool) -> None:
        """Say that results are still to come, or that they no longer are."""
        self.findings.is_waiting = waiting
        self._pace.run_now()

    def _begin_anew(self) -> None:
        self.set_waiting(True)

    @property
    def theme(self) -> Theme:
        """The theme that the panel wears."""
        return self._theme

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._theme = theme
        self.setStyleSheet(panel_sheet(theme))
        self._apply_look()

    def apply_preferences(self, preferences: Preferences) -> None:
        """Use another face for the article's words."""
        self._preferences = preferences
        self._apply_look()

    def _apply_look(self) -> None:
        look = self.look()
        for tab in self._all_tabs():
            tab.set_look(look)
        self.look_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the interface's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_pace"):
            self._apply_look()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the panel was hidden."""
        super().showEvent(event)
        self._pace.run_now()


def _tab_names() -> tuple[str, ...]:
    return tr("Findings"), tr("Claims"), tr("Voices"), tr("Overview")
