"""One open article: its text with the marks, the panel, and what keeps both up to date."""

import hashlib
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.library.library import Draft, WordList
from reader.model.article import Article
from reader.model.results import Category
from reader.settings import Preferences, replace_file
from reader.ui.marking import Marking
from reader.ui.panel.panel import SidePanel
from reader.ui.reading.view import ReadingView
from reader.ui.services import Services
from reader.ui.state import ArticleState, Filters, IgnoredKey
from reader.ui.theme import Theme
from reader.ui.user_data import key_from_text

# unsaved text is kept this long after the last key, in ms
_DRAFT_PAUSE = 1_000
_LONGEST_TITLE = 60


class Page(QWidget):
    """An article in a tab of the window.

    Signals:
        renamed: the title or whether there is unsaved text differs.
        status_changed: what the status line says differs.
        troubled: a sentence for the user.
        finding_ignored: the index's key and its word, so that it can be taken back.
        word_ignored, word_unwanted: a word for one of the two lists.
        why_requested: a category to explain.
        files_dropped, text_dropped: something was dropped on the article.
    """

    renamed = Signal()
    status_changed = Signal()
    troubled = Signal(str)
    finding_ignored = Signal(object, str)
    word_ignored = Signal(str)
    word_unwanted = Signal(str)
    why_requested = Signal(object)
    files_dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__()
        self._services = services
        self.path: Path | None = None
        self.draft_id = f"{services.session}/{uuid4().hex}"
        self.words = 0
        self.seconds: float | None = None
        self._saved_text = ""
        self._is_modified = False
        self._is_editable = False
        self._preferences = services.preferences.current
        self.state = ArticleState(self)
        self.marking = Marking(self.state, services.analyser, self)
        self._theme = theme
        self._panel: SidePanel | None = None
        self.view = ReadingView(self.state, theme, self._preferences)
        self._arrange()
        self._drafting = QTimer(self)
        self._drafting.setSingleShot(True)
        self._drafting.setInterval(_DRAFT_PAUSE)
        self._drafting.timeout.connect(self.keep_draft)
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
        self.state.edited.connect(self._note_edit)
        self.state.results_changed.connect(self.status_changed)
        self.state.visibility_changed.connect(self._note_visibility)
        self.marking.counted.connect(self._count)
        self.marking.progressed.connect(self.status_changed)
        self.marking.finished.connect(self._finish)
        self.marking.failed.connect(self._fail)
        self.view.files_dropped.connect(self.files_dropped)
        self.view.text_dropped.connect(self.text_dropped)
        self.view.ignore_requested.connect(self.ignore)
        self.view.ignore_word_requested.connect(self.word_ignored)
        self.view.ignore_requested.connect(self.ignore)
        self.view.ignore_word_requested.connect(self.word_ignored)
        self._services.user_data.words_changed.connect(self.take_words)
        self._services.user_data.finding_restored.connect(self._restore)

    def _make_panel(self) -> None:
        if self._panel is not None:
            return
        self._panel = panel = SidePanel(self.state, self._theme, self._preferences)
        panel.alternative_chosen.connect(self.apply_alternative)
        panel.ignore_requested.connect(self.ignore)
        panel.ignore_word_requested.connect(self.word_ignored)
        panel.never_for_us_requested.connect(self.word_unwanted)
        panel.why_requested.connect(self.why_requested)
        sizes = self.splitter.sizes()
        panel.setVisible(not self._side.isHidden())
        self.splitter.replaceWidget(1, panel)
        self.splitter.setSizes(sizes)
        self._side.deleteLater()
        self._side = panel
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

    def show_article(self, article: Article) -> None:
        """Show `article` and begin to mark it; the page should have its size by now."""
        self.path = Path(article.source) if article.source else None
        self._saved_text = article.text
        self._filter(self._preferences, afresh=True)
        self.take_words()
        self.state.set_article(article)
        entries = self._services.user_data.ignored_findings(self.key)
        if entries:
            self.state.set_ignored(key_from_text(entry.key) for entry in entries)
        self.marking.begin()

    # what the article is

    @property
    def title(self) -> str:
        """What the tab and the list of recent files call the article."""
        if self.state.article.title:
            return self.state.article.title
        if self.path:
            return self.path.name
        first = next((line for line in self.state.text[:500].split("\n") if line.strip()), "")
        return first.strip()[:_LONGEST_TITLE] or self.tr("New article")

    @property
    def key(self) -> str:
        """What ignored findings are kept under: the file, or the text it began with."""
        if self.path:
            return str(self.path.absolute())
        begun = self.state.article.text.encode("utf-8", "surrogatepass")
        return f"text:{hashlib.sha256(begun).hexdigest()[:32]}"

    @property
    def is_modified(self) -> bool:
        """Say whether there is text that no file holds."""
        return self._is_modified

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

    def recover(self, draft: Draft) -> None:
        """Become a former run's draft, which is this run's from now on."""
        self.path = Path(draft.path) if draft.path else None
        self._saved_text = ""
        self.keep_draft()
        self._services.user_data.drop_draft(draft.id)

    def save(self, path: Path) -> None:
        """Write the text to `path` in one step.

        Raises:
            OSError: it cannot be written; what was there is untouched.
        """
        text = self.state.text
        replace_file(path, text.encode("utf-8", "surrogatepass"))
        if path != self.path:
            self.path = path
            # what is ignored is kept under the name of the file
            for key in self.state.ignored:
                self._services.user_data.ignore_finding(self.key, key)
        self._saved_text = text
        self._set_modified(False)
        self.renamed.emit()

    def keep_draft(self) -> None:
        """Keep unsaved text where a crash does not reach it."""
        self._drafting.stop()
        self._set_modified(self.state.text != self._saved_text)
        if self._is_modified:
            path = str(self.path) if self.path else None
            self._services.user_data.save_draft(self.draft_id, path, self.title, self.state.text)

    def give_up(self) -> None:
        """Forget unsaved text, want no more results: the article is closed."""
        self._drafting.stop()
        self.marking.cancel()
        self._services.user_data.drop_draft(self.draft_id)

    def _note_edit(self) -> None:
        self._set_modified(True)
        if not self._drafting.isActive():
            self._drafting.start()

    def _set_modified(self, modified: bool) -> None:
        if modified == self._is_modified:
            return
        self._is_modified = modified
        if not modified:
            self._services.user_data.drop_draft(self.draft_id)
        self.renamed.emit()

    # marks

    def ignore(self, index: int) -> None:
        """Ignore one finding, here and when the article is opened again."""
        word = self.state.findings[index].text
        key = self.state.ignore_finding(index)
        self._services.user_data.ignore_finding(self.key, key)
        self.finding_ignored.emit(key, word)

    @property
    def selected_finding(self) -> int | None:
        """The index of the selected finding, None where none is selected."""
        selected = self.state.selected
        return selected.index if selected and selected.kind == "finding" else None

    def ignore_selected(self) -> None:
        """Ignore the selected finding."""
        if (index := self.selected_finding) is not None:
            self.ignore(index)

    def ignore_selected_word(self) -> None:
        """Ask to ignore the word of the selected finding everywhere."""
        if (index := self.selected_finding) is not None:
            self.word_ignored.emit(self.state.findings[index].text)

    def unwant_selected_word(self) -> None:
        """Ask to put the word of the selected finding into the house style."""
        if (index := self.selected_finding) is not None:
            self.word_unwanted.emit(self.state.findings[index].text)

    def show_only_selected(self) -> None:
        """Show the category of the selected finding alone; all again where that is so already."""
        index, filters = self.selected_finding, self.state.filters
        if filters.only_category is not None or index is None:
            self.state.set_filters(replace(filters, only_category=None))
        else:
            category = self.state.findings[index].category
            self.state.set_filters(replace(filters, only_category=category))

    def show_all_marks(self) -> None:
        """Show what the panel's filters hide."""
        plain = replace(Filters(), threshold=self.state.filters.threshold)
        self.state.set_filters(plain)

    def take_words(self) -> None:
        """Take over the word lists."""
        user_data = self._services.user_data
        self.state.set_ignored_words(user_data.words(WordList.IGNORED))
        self.state.set_house_words(user_data.words(WordList.HOUSE_STYLE))

    def _restore(self, article: str, key: IgnoredKey) -> None:
        if article == self.key:
            self.state.restore(key)

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

    def _fail(self, sentence: str) -> None:
        self.troubled.emit(sentence)
        self._tell_progress()

    def _tell_progress(self) -> None:
        if self._panel is not None:
            self._panel.set_waiting(self.marking.is_first)
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
