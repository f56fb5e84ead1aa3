"""The user's own data while the program runs: read once, written in the background."""

import json
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import astuple
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.library.database import LibraryError
from reader.library.library import (
    Draft,
    IgnoredFinding,
    Library,
    ListedWord,
    RecentFile,
    WordList,
)
from reader.ui.ignored import IgnoredKey

IN_MEMORY = Path(":memory:")


class UserData(QObject):
    """Knows recent files, word lists, ignored findings and drafts.

    A change is told at once and written by one thread in the order in which changes were made, so
    that a slow disk never stops the window.

    Signals:
        recent_files_changed, words_changed: the lists differ.
        finding_restored: article and IgnoredKey of a finding that is to be marked again.
        troubled: a sentence on what could not be read or written.
    """

    recent_files_changed = Signal()
    words_changed = Signal()
    finding_restored = Signal(str, object)
    troubled = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fault = ""
        try:
            self._library = Library(path)
        except LibraryError as error:
            # the program works without a memory as well
            self.fault = f"{error} Nothing will be remembered after this window is closed."
            self._library = Library(IN_MEMORY)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._words = {(one.list, one.word): one for one in self._library.words()}
        self._recent = self._library.recent_files()
        self._ignored = {(one.article, one.key): one for one in self._library.ignored_findings()}

    def close(self) -> None:
        """Finish what is being written and close the file."""
        self._writer.shutdown()
        self._library.close()

    def flush(self) -> None:
        """Return when everything is written."""
        self._writer.submit(lambda: None).result()

    # recent files

    @property
    def recent_files(self) -> list[RecentFile]:
        """The files that were opened, the latest first."""
        return self._recent

    def add_recent_file(self, path: str, title: str) -> None:
        """Put a file on top of the list."""
        others = [one for one in self._recent if one.path != path]
        self._recent = [RecentFile(path, title), *others][:20]
        self._write(lambda: self._library.add_recent_file(path, title))
        self.recent_files_changed.emit()

    def forget_recent_file(self, path: str) -> None:
        """Take one file off the list, because it is no more."""
        self._recent = [one for one in self._recent if one.path != path]
        self._write(lambda: self._library.forget_recent_file(path))
        self.recent_files_changed.emit()

    def forget_recent_files(self) -> None:
        """Empty the list."""
        self._recent = []
        self._write(self._library.forget_recent_files)
        self.recent_files_changed.emit()

    # word lists

    @property
    def listed_words(self) -> list[ListedWord]:
        """The words of both lists."""
        return sorted(self._words.values(), key=lambda one: (one.word, one.list))

    def words(self, word_list: WordList) -> frozenset[str]:
        """Return the words of one list."""
        return frozenset(word for name, word in self._words if name is word_list)

    def list_word(self, word: str, word_list: WordList, reason: str = "") -> None:
        """Put a word on a list."""
        word = word.casefold()
        self._words[word_list, word] = ListedWord(word, word_list, reason, 0.0)
        self._write(lambda: self._library.list_word(word, word_list, reason))
        self.words_changed.emit()

    def restore_word(self, word: str, word_list: WordList) -> None:
        """Take a word off a list."""
        self._words.pop((word_list, word), None)
        self._write(lambda: self._library.restore_word(word, word_list))
        self.words_changed.emit()

    # single findings

    def ignored_findings(self, article: str | None = None) -> list[IgnoredFinding]:
        """Return the places not to be marked, of one article or of all."""
        return [one for one in self._ignored.values() if article in {None, one.article}]

    def ignore_finding(self, article: str, key: IgnoredKey, reason: str = "") -> None:
        """Remember not to mark one place, or why it is not marked."""
        stored = key_to_text(key)
        self._ignored[article, stored] = IgnoredFinding(article, stored, key.text, reason, 0.0)
        self._write(lambda: self._library.ignore_finding(article, stored, key.text, reason))

    def restore_finding(self, article: str, key: IgnoredKey) -> None:
        """Mark that place again."""
        stored = key_to_text(key)
        self._ignored.pop((article, stored), None)
        self._write(lambda: self._library.restore_finding(article, stored))
        self.finding_restored.emit(article, key)

    # drafts

    def drafts(self) -> list[Draft]:
        """Return the drafts of this and of former runs of the program."""
        self.flush()
        return self._library.drafts()

    def save_draft(self, id_: str, path: str | None, title: str, text: str) -> None:
        """Keep a text that is in no file."""
        self._write(lambda: self._library.save_draft(id_, path, title, text))

    def drop_draft(self, id_: str) -> None:
        """Forget a draft."""
        self._write(lambda: self._library.drop_draft(id_))

    def _write(self, change: Callable[[], None]) -> None:
        self._writer.submit(change).add_done_callback(self._tell)

    def _tell(self, future: Future[None]) -> None:
        # called in the writing thread: a signal crosses to the window's by itself
        error = future.exception()
        if isinstance(error, ReaderError):
            self.troubled.emit(str(error))
        elif error is not None:
            raise error


def key_to_text(key: IgnoredKey) -> str:
    """Return `key` as the library keeps it."""
    return json.dumps(astuple(key))


def key_from_text(stored: str) -> IgnoredKey:
    """Return the key that `key_to_text` wrote."""
    return IgnoredKey(*json.loads(stored))
