"""What the program remembers for its user: drafts, ignored findings, word lists, recent files."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.library.database import Database

_MOST_RECENT_FILES = 20


class WordList(StrEnum):
    """Why a word is never marked: the reader's own wish, or the newsroom's house style."""

    IGNORED = "ignored"
    HOUSE_STYLE = "house-style"


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was open before."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Text with changes that are in no file yet; `path` is the file it came from, if any."""

    id: str
    path: str | None
    title: str
    text: str
    changed: float


@dataclass(frozen=True, slots=True)
class IgnoredFinding:
    """One place of one article that is not to be marked; `key` tells the place."""

    article: str
    key: str
    word: str
    reason: str
    added: float


@dataclass(frozen=True, slots=True)
class ListedWord:
    """A word that is never to be marked, in any article."""

    word: str
    list: WordList
    reason: str
    added: float


class Library:
    """Reads and writes all of it; every method may be called from any thread.

    Every method raises LibraryError where the file cannot be used.
    """

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._database = Database(path)
        self._now = now

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def recent_files(self) -> list[RecentFile]:
        """Return the files opened last, the latest first."""
        rows = self._database.rows("SELECT path, title FROM recent_files ORDER BY opened DESC")
        return [RecentFile(*row) for row in rows]

    def add_recent_file(self, path: str, title: str) -> None:
        """Remember that the file at `path` was opened now; forget the oldest beyond twenty."""
        self._database.write(
            "INSERT OR REPLACE INTO recent_files VALUES (?, ?, ?)", (path, title, self._now())
        )
        self._database.write(
            "DELETE FROM recent_files WHERE path NOT IN"
            " (SELECT path FROM recent_files ORDER BY opened DESC LIMIT ?)",
            (_MOST_RECENT_FILES,),
        )

    def forget_recent_file(self, path: str) -> None:
        """Forget one file."""
        self._database.write("DELETE FROM recent_files WHERE path = ?", (path,))

    def forget_recent_files(self) -> None:
        """Forget all files that were opened."""
        self._database.write("DELETE FROM recent_files")

    def drafts(self) -> list[Draft]:
        """Return the drafts that no file holds yet, the latest change first."""
        rows = self._database.rows(
            "SELECT id, path, title, text, changed FROM drafts ORDER BY changed DESC"
        )
        return [
            Draft(id_, path, title, _from_stored(text), changed)
            for id_, path, title, text, changed in rows
        ]

    def save_draft(self, id_: str, path: str | None, title: str, text: str) -> None:
        """Keep `text` as the draft `id_`, in place of its former text."""
        self._database.write(
            "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?)",
            (id_, path, title, _to_stored(text), self._now()),
        )

    def drop_draft(self, id_: str) -> None:
        """Forget the draft `id_`: it was saved or given up."""
        self._database.write("DELETE FROM drafts WHERE id = ?", (id_,))

    def ignored_findings(self, article: str | None = None) -> list[IgnoredFinding]:
        """Return the places not to be marked in `article`, or in all, the latest first."""
        rows = self._database.rows(
            "SELECT article, key, word, reason, added FROM ignored_findings"
            " WHERE ?1 IS NULL OR article = ?1 ORDER BY added DESC",
            (article,),
        )
        return [IgnoredFinding(*row) for row in rows]

    def ignore_finding(self, article: str, key: str, word: str, reason: str = "") -> None:
        """Remember not to mark the place `key` of `article`."""
        self._database.write(
            "INSERT OR REPLACE INTO ignored_findings VALUES (?, ?, ?, ?, ?)",
            (article, key, word, reason, self._now()),
        )

    def restore_finding(self, article: str, key: str) -> None:
        """Mark that place again."""
        self._database.write(
            "DELETE FROM ignored_findings WHERE article = ? AND key = ?", (article, key)
        )

    def words(self) -> list[ListedWord]:
        """Return the words of both lists, in the order of the alphabet."""
        rows = self._database.rows("SELECT word, list, reason, added FROM words ORDER BY word")
        return [ListedWord(word, WordList(name), *rest) for word, name, *rest in rows]

    def list_word(self, word: str, word_list: WordList, reason: str = "") -> None:
        """Never mark `word` again."""
        self._database.write(
            "INSERT OR REPLACE INTO words VALUES (?, ?, ?, ?)",
            (word, word_list.value, reason, self._now()),
        )

    def restore_word(self, word: str, word_list: WordList) -> None:
        """Mark `word` again."""
        self._database.write(
            "DELETE FROM words WHERE word = ? AND list = ?", (word, word_list.value)
        )


# a text may hold lone surrogates and NUL, which SQLite's text does not
def _to_stored(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _from_stored(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogatepass")
