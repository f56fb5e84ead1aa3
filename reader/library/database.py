"""The user's own data in one SQLite file: opened, brought up to date, written in transactions."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from reader.errors import ReaderError

# each entry brings a file from the version that is its index to the next; never change one that
# was released, add another
MIGRATIONS = (
    (
        "CREATE TABLE recent_files ("
        " path TEXT PRIMARY KEY, title TEXT NOT NULL, opened REAL NOT NULL)",
        "CREATE TABLE drafts ("
        " id TEXT PRIMARY KEY, path TEXT, title TEXT NOT NULL, text BLOB NOT NULL,"
        " changed REAL NOT NULL)",
        "CREATE TABLE ignored_findings ("
        " article TEXT NOT NULL, key TEXT NOT NULL, word TEXT NOT NULL, reason TEXT NOT NULL,"
        " added REAL NOT NULL, PRIMARY KEY (article, key))",
        "CREATE TABLE words ("
        " word TEXT NOT NULL, list TEXT NOT NULL, reason TEXT NOT NULL, added REAL NOT NULL,"
        " PRIMARY KEY (list, word))",
    ),
)


class LibraryError(ReaderError):
    """The user's own data cannot be read or written."""


class Database:
    """One SQLite file in WAL mode, used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, or make it.

        Raises:
            LibraryError: it cannot be opened, or a newer version of the program made it.
        """
        self._path = path
        self._lock = threading.Lock()
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def write(self, statement: str, values: Iterable[Any] = ()) -> None:
        """Carry out one statement that changes something."""
        with self._lock, self._told():
            self._connection.execute(statement, tuple(values))

    def rows(self, statement: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Return what `statement` selects."""
        with self._lock, self._told():
            return self._connection.execute(statement, tuple(values)).fetchall()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        # the version is read inside the transaction: another window may be doing the same
        self._connection.execute("BEGIN IMMEDIATE")
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise LibraryError(
                f"{self._path} was made by a newer version of bias-reader and is left alone."
            )
        for statement in chain.from_iterable(MIGRATIONS[version:]):
            self._connection.execute(statement)
        self._connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        self._connection.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LibraryError(f"{self._path} cannot be used: {error}.") from error
