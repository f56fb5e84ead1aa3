"""Opening articles, in whatever encoding, and refusing what is none."""

from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources.opening import LARGEST_FILE, from_text, open_article, read_article

ENGLISH = (
    "The mayor’s plan\n\n“It is over,” she said – and left. The café cost £3 million, a 5°C day…\n"
)
RUSSIAN = "Президент заявил в четверг, что переговоры «были полезны» для всех. " * 8
GREEK = "Ο πρόεδρος δήλωσε την Πέμπτη ότι οι συνομιλίες ήταν χρήσιμες. " * 8


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_note(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(ENGLISH.encode(encoding))

    article = open_article(path)

    assert article.text == ENGLISH
    assert article.notes == ()
    assert article.source == str(path)


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (ENGLISH, "cp1252", "Windows-1252"),
        (ENGLISH, "mac_roman", "Mac OS Roman"),
        ("Der Bürgermeister möchte größere Brücken.", "latin-1", "Windows-1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        (GREEK, "cp1253", "cp1253"),
        (ENGLISH, "utf-16-le", "UTF-16"),
        (ENGLISH, "utf-16-be", "UTF-16"),
    ],
)
def test_another_encoding_is_found_and_said(text: str, encoding: str, said: str) -> None:
    article = read_article(text.encode(encoding), "article.txt")

    assert article.text == text
    assert len(article.notes) == 1
    assert said in article.notes[0]


def test_a_file_cut_inside_a_character_stays_utf8() -> None:
    data = ENGLISH.encode()[: -len("…\n".encode()) + 1]

    article = read_article(data, "article.txt")

    assert article.text == ENGLISH[:-2] + "\ufffd"
    assert "1 character was damaged" in article.notes[0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\r\n\t ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x05\x00\x00\x00", "not a text file"),
        (bytes(range(256)) * 20, "not a text file"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a Word document or an archive"),
        (b"  <!doctype html><html>", "a web page"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        read_article(data, "thing.bin")

    assert str(caught.value).startswith("thing.bin is")
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_a_stray_nul_is_no_reason_to_refuse() -> None:
    assert read_article(b"Before\x00after", "article.txt").text == "Before\x00after"


def test_line_ends_become_newlines() -> None:
    assert read_article(b"a\r\nb\rc\n", "article.txt").text == "a\nb\nc\n"
    assert from_text("a\r\nb").text == "a\nb"


def test_lone_surrogates_may_be_pasted() -> None:
    assert from_text("a\ud800b").text == "a\ud800b"


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no file"):
        open_article(tmp_path / "none.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a folder"):
        open_article(tmp_path)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        open_article("a\0b")


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    with pytest.raises(SourceError, match="larger than 64 MB"):
        open_article(path)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Council votes on bridge\n\nThe council voted.", "Council votes on bridge"),
        ("\n  ## Council votes on bridge ##\nThe council voted.", "Council votes on bridge"),
        ("Will the bridge close?\nIt may.", "Will the bridge close?"),
        ("The council voted on Thursday.\n\nIt was late.", ""),
        ("Only one line", ""),
        ("word " * 60 + "\nmore", ""),
        ("", ""),
    ],
)
def test_the_title_is_a_first_line_that_looks_like_one(text: str, title: str) -> None:
    assert from_text(text).title == title
