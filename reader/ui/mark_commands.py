"""What the user can do with the marks of one article: ignore them, show some of them alone."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.library.library import WordList
from reader.ui.article_file import ArticleFile
from reader.ui.state import ArticleState, Filters, IgnoredKey
from reader.ui.user_data import UserData, key_from_text


class MarkCommands(QObject):
    """Carries out commands on the marks, and remembers what is ignored.

    Signals:
        finding_ignored: key and word of a finding, so that it can be taken back.
        word_ignored, word_unwanted: a word for one of the two lists.
    """

    finding_ignored = Signal(object, str)
    word_ignored = Signal(str)
    word_unwanted = Signal(str)

    def __init__(
        self, state: ArticleState, file: ArticleFile, user_data: UserData, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._file = file
        self._user_data = user_data
        user_data.words_changed.connect(self._take_words)
        user_data.finding_restored.connect(self._restore)
        self._take_words()

    @property
    def selected_finding(self) -> int | None:
        """The index of the selected finding, None where none is selected."""
        selected = self._state.selected
        return selected.index if selected and selected.kind == "finding" else None

    def recall(self) -> None:
        """Ignore what was ignored in this article before."""
        entries = self._user_data.ignored_findings(self._file.key)
        if entries:
            self._state.set_ignored(key_from_text(entry.key) for entry in entries)

    def ignore(self, index: int) -> None:
        """Ignore one finding, here and when the article is opened again."""
        word = self._state.findings[index].text
        key = self._state.ignore_finding(index)
        self._user_data.ignore_finding(self._file.key, key)
        self.finding_ignored.emit(key, word)

    def ignore_selected(self) -> None:
        """Ignore the selected finding."""
        if (index := self.selected_finding) is not None:
            self.ignore(index)

    def ignore_selected_word(self) -> None:
        """Ask to ignore the word of the selected finding everywhere."""
        if (index := self.selected_finding) is not None:
            self.word_ignored.emit(self._state.findings[index].text)

    def unwant_selected_word(self) -> None:
        """Ask to put the word of the selected finding into the house style."""
        if (index := self.selected_finding) is not None:
            self.word_unwanted.emit(self._state.findings[index].text)

    def show_only_selected(self) -> None:
        """Show the category of the selected finding alone; all again where that is so already."""
        index, filters = self.selected_finding, self._state.filters
        if filters.only_category is not None or index is None:
            self._state.set_filters(replace(filters, only_category=None))
        else:
            category = self._state.findings[index].category
            self._state.set_filters(replace(filters, only_category=category))

    def show_all(self) -> None:
        """Show what the panel's filters hide."""
        self._state.set_filters(replace(Filters(), threshold=self._state.filters.threshold))

    def _take_words(self) -> None:
        self._state.set_ignored_words(self._user_data.words(WordList.IGNORED))
        self._state.set_house_words(self._user_data.words(WordList.HOUSE_STYLE))

    def _restore(self, article: str, key: IgnoredKey) -> None:
        if article == self._file.key:
            self._state.restore(key)
