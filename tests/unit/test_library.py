"""Drafts, ignored findings, word lists and recent files outlive the program."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from reader.library.database import MIGRATIONS, LibraryError
from reader.library.library import Library, WordList


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "library.sqlite"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    ticks = count()
    opened = Library(path, now=lambda: float(next(ticks)))
    yield opened
    opened.close()


def test_a_draft_survives_without_closing(library: Library, path: Path) -> None:
    library.save_draft("a", None, "Untitled", "one")
    library.save_draft("b", "/tmp/article.txt", "Article", "two")  # noqa: S108
    library.save_draft("a", None, "Untitled", "three")
    again = Library(path)
    assert [(draft.id, draft.path, draft.text) for draft in again.drafts()] == [
        ("a", None, "three"),
        ("b", "/tmp/article.txt", "two"),  # noqa: S108
    ]
    again.close()


@pytest.mark.parametrize("text", ["\ud800", "a\x00b", "", "😀\u2029"])
def test_any_text_is_kept_as_it_is(library: Library, text: str) -> None:
    library.save_draft("a", None, "", text)
    assert [draft.text for draft in library.drafts()] == [text]


def test_a_dropped_draft_is_gone(library: Library) -> None:
    library.save_draft("a", None, "", "one")
    library.drop_draft("a")
    assert library.drafts() == []


def test_recent_files_are_the_latest_twenty(library: Library) -> None:
    for number in range(25):
        library.add_recent_file(f"{number}.txt", f"Article {number}")
    library.add_recent_file("10.txt", "Again")
    recent = library.recent_files()
    assert len(recent) == 20
    assert (recent[0].path, recent[0].title, recent[1].path) == ("10.txt", "Again", "24.txt")
    library.forget_recent_file("10.txt")
    assert library.recent_files()[0].path == "24.txt"
    library.forget_recent_files()
    assert library.recent_files() == []


def test_ignored_findings_belong_to_their_article(library: Library) -> None:
    library.ignore_finding("one", "k1", "bizarre")
    library.ignore_finding("two", "k2", "boorish", "as said in court")
    assert [entry.word for entry in library.ignored_findings("one")] == ["bizarre"]
    assert [entry.reason for entry in library.ignored_findings()] == ["as said in court", ""]
    library.restore_finding("one", "k1")
    assert library.ignored_findings("one") == []


def test_a_word_may_be_on_both_lists(library: Library) -> None:
    library.list_word("bizarre", WordList.IGNORED)
    library.list_word("bizarre", WordList.HOUSE_STYLE, "our columnists may")
    library.restore_word("bizarre", WordList.IGNORED)
    (entry,) = library.words()
    assert (entry.word, entry.list, entry.reason) == (
        "bizarre",
        WordList.HOUSE_STYLE,
        "our columnists may",
    )


def test_the_file_is_in_wal_mode_and_at_the_latest_version(library: Library, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    connection.close()


def test_a_newer_file_is_left_alone(path: Path) -> None:
    Library(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer version"):
        Library(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_text("this is a letter, not a database, and long enough to look like one" * 20)
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(path)


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(tmp_path / "file" / "library.sqlite")
