"""One open article: its text with the marks, the panel, and what keeps both up to date."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.model.article import Article
from reader.model.results import Category
from reader.settings import Preferences
from reader.ui.article_file import ArticleFile
from reader.ui.mark_commands import MarkCommands
from reader.ui.marking import Marking
from reader.ui.panel.floating_card import FloatingCard
from reader.ui.panel.panel import SidePanel
from reader.ui.reading.view import ReadingView
from reader.ui.services import Services
from reader.ui.state import ArticleState
from reader.ui.theme import Theme


class Page(QWidget):
    """An article in a tab of the window.

    Signals:
        renamed: the title or whether there is unsaved text differs.
        status_changed: what the status line says differs.
        troubled: a sentence for the user.
        why_requested: a category to explain.
        files_dropped, text_dropped: something was dropped on the article.
    """

    renamed = Signal()
    status_changed = Signal()
    troubled = Signal(str)
    why_requested = Signal(object)
    files_dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__()
        self._services = services
        self.words = 0
        self.seconds: float | None = None
        self._is_editable = False
        self._preferences = services.preferences.current
        self.state = ArticleState(self)
        self.file = ArticleFile(self.state, services, self)
        self.marking = Marking(self.state, services.analyser, self)
        self.marks = MarkCommands(self.state, self.file, services.user_data, self)
        self._theme = theme
        self._panel: SidePanel | None = None
        self.view = ReadingView(self.state, theme, self._preferences)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.view)
        # the panel takes longer to make than the text to be shown, and comes after it
        self._side = QWidget()
        self.splitter.addWidget(self._side)
        QTimer.singleShot(0, self, self._make_panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.splitter.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.file.changed.connect(self.renamed)
        self.state.results_changed.connect(self.status_changed)
        self.state.visibility_changed.connect(self._note_visibility)
        self.marking.counted.connect(self._count)
        self.marking.progressed.connect(self.status_changed)
        self.marking.finished.connect(self._finish)
        self.marking.failed.connect(self._fail)
        self.view.files_dropped.connect(self.files_dropped)
        self.view.text_dropped.connect(self.text_dropped)
        self.view.ignore_requested.connect(self.marks.ignore)
        self.view.ignore_word_requested.connect(self.marks.word_ignored)

    def _make_panel(self) -> None:
        if self._panel is not None:
            return
        self._panel = panel = SidePanel(self.state, self._theme, self._preferences)
        panel.alternative_chosen.connect(self.apply_alternative)
        panel.ignore_requested.connect(self.marks.ignore)
        panel.ignore_word_requested.connect(self.marks.word_ignored)
        panel.never_for_us_requested.connect(self.marks.word_unwanted)
        panel.why_requested.connect(self.why_requested)
        panel.place_requested.connect(self.view.strip.place_chosen)
        sizes = self.splitter.sizes()
        panel.setVisible(not self._side.isHidden())
        self.splitter.replaceWidget(1, panel)
        self.splitter.setSizes(sizes)
        self._side.deleteLater()
        self._side = panel
        self.card = FloatingCard(self.view, self.state, panel)
        panel.set_waiting(self.marking.is_first)

    @property
    def panel(self) -> SidePanel:
        """The panel beside the text; it is made now if it was not yet."""
        self._make_panel()
        assert self._panel is not None
        return self._panel

    def show_panel(self, shown: bool) -> None:
        """Show the panel, or give its room to the text."""
        self._side.setVisible(shown)

    def go_to_panel(self) -> None:
        """Give the keyboard to the panel, or to the card that stands in for it."""
        panel = self.panel
        if panel.isHidden():
            self.card.focus_first()
        else:
            panel.focus_list()

    def show_article(self, article: Article) -> None:
        """Show `article` and begin to mark it; the page should have its size by now."""
        self.file.begin(article)
        self._filter(self._preferences, afresh=True)
        self.state.set_article(article)
        self.marks.recall()
        self.marking.begin()

    # what the article is

    @property
    def title(self) -> str:
        """What the tab and the list of recent files call the article."""
        return self.file.title or self.tr("New article")

    @property
    def path(self) -> Path | None:
        """The file of the article, None where there is none."""
        return self.file.path

    @property
    def is_modified(self) -> bool:
        """Say whether there is text that no file holds."""
        return self.file.is_modified

    # editing

    @property
    def is_editable(self) -> bool:
        """Say whether the text can be changed."""
        return self._is_editable

    def set_editable(self, editable: bool) -> None:
        """Let the text be changed, or only read."""
        self._is_editable = editable
        self.view.set_editable(editable)

    def apply_alternative(self, index: int, alternative: str) -> None:
        """Put another word in place of a finding's; from then on the article is being edited."""
        if not self._is_editable:
            self.set_editable(True)
            self.renamed.emit()
        self.view.apply_alternative(index, alternative)

    def give_up(self) -> None:
        """Forget unsaved text, want no more results: the article is closed."""
        self.marking.cancel()
        self.file.give_up()

    # marks

    def _note_visibility(self) -> None:
        # what the panel sets of these is the same setting as in the preferences
        filters = self.state.filters
        self._services.preferences.change(
            threshold=filters.threshold,
            show_possible=filters.show_possible,
            show_disputes=filters.show_disputes,
        )
        self.status_changed.emit()

    def _count(self, words: int) -> None:
        self.words = words
        self.status_changed.emit()

    def analyse(self) -> None:
        """Mark the whole article anew."""
        self.marking.begin()
        self._tell_progress()

    def cancel(self) -> None:
        """Want no more marks for now."""
        self.marking.cancel()
        self._tell_progress()

    def _finish(self, seconds: float) -> None:
        self.seconds = seconds
        self._tell_progress()
        self.view.strip.catch_up()

    def _fail(self, sentence: str) -> None:
        self.troubled.emit(sentence)
        self._tell_progress()

    def _tell_progress(self) -> None:
        waits = self.marking.is_first
        # the panel shows everything anew when it is told
        if self._panel is not None and waits != self._panel.findings.is_waiting:
            self._panel.set_waiting(waits)
        self.status_changed.emit()

    # appearance

    def apply_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        self._theme = theme
        self.view.apply_theme(theme)
        if self._panel is not None:
            self._panel.apply_theme(theme)

    def apply_preferences(self, preferences: Preferences) -> None:
        """Show as the user wants; categories picked in the panel stay unless they are set anew."""
        before, self._preferences = self._preferences, preferences
        if _looks(before) != _looks(preferences):
            self.view.apply_preferences(preferences)
            self.panel.apply_preferences(preferences)
        self._filter(preferences, afresh=before.hidden_categories != preferences.hidden_categories)

    def _filter(self, preferences: Preferences, *, afresh: bool) -> None:
        filters = replace(
            self.state.filters,
            threshold=preferences.threshold,
            show_possible=preferences.show_possible,
            show_disputes=preferences.show_disputes,
        )
        if afresh:
            hidden = preferences.hidden_categories
            filters = replace(
                filters,
                hidden_categories=frozenset(one for one in Category if one.value in hidden),
            )
        self.state.set_filters(filters)


def _looks(preferences: Preferences) -> tuple[object, ...]:
    """Return what of the preferences the page is set by; to set it anew takes its time."""
    return (
        preferences.font_family,
        preferences.font_size,
        preferences.measure,
        preferences.line_height,
        preferences.marks,
        preferences.colours,
    )
