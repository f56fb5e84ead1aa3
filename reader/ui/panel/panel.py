"""The panel beside the page, with a tab for each way to look at an article."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from reader.settings import Preferences
from reader.ui.panel.findings_tab import FindingsTab
from reader.ui.panel.look import Look
from reader.ui.panel.pacing import Pace
from reader.ui.panel.sheet import panel_sheet
from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState
from reader.ui.theme import Theme


class SidePanel(QWidget):
    """Findings, claims, voices and overview of one article, as lists that can be read aloud.

    Signals:
        alternative_chosen: the index of a finding and what to put in its place.
        ignore_requested: the index of a finding.
        ignore_word_requested, never_for_us_requested: a word.
        why_requested: a `Category` to explain.
    """

    alternative_chosen = Signal(int, str)
    ignore_requested = Signal(int)
    ignore_word_requested = Signal(str)
    never_for_us_requested = Signal(str)
    why_requested = Signal(object)

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
        look = self._look()
        self.findings = FindingsTab(state, look, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(tr("Panel"))
        self.tabs.addTab(self.findings, tr("Findings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.setMinimumWidth(220)
        self._pace = Pace(self.refresh, self)
        self._connect()
        self.apply_theme(theme)

    def _look(self) -> Look:
        return Look.of(self._theme, self._preferences, self.font())

    def _connect(self) -> None:
        self.findings.alternative_chosen.connect(self.alternative_chosen)
        self.findings.ignore_requested.connect(self.ignore_requested)
        self.findings.ignore_word_requested.connect(self.ignore_word_requested)
        self.findings.never_for_us_requested.connect(self.never_for_us_requested)
        self.findings.why_requested.connect(self.why_requested)
        self._state.text_replaced.connect(self._pace.run_now)
        self._state.results_changed.connect(self._pace.ask)
        self._state.edited.connect(self._pace.ask)
        self._state.visibility_changed.connect(self._pace.run_now)
        self._state.selection_changed.connect(self._follow_selection)
        self.tabs.currentChanged.connect(self._pace.run_now)

    def refresh(self) -> None:
        """Show in the visible tab what the state holds now; hidden tabs wait for their turn."""
        if self.isVisible():
            self.findings.refresh()
            self._name_tabs()

    def _name_tabs(self) -> None:
        shown = len(self._state.visible_findings())
        self.tabs.setTabText(0, tr("Findings {count}").format(count=shown))

    def _follow_selection(self) -> None:
        if self._pace.is_due:
            self._pace.run_now()
        self.findings.show_selection()

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
        self.findings.set_look(self._look())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the interface's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "findings"):
            self._apply_look()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the panel was hidden."""
        super().showEvent(event)
        self._pace.run_now()
