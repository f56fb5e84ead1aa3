"""Opens an article: a file, or text that was pasted or piped in."""

import re
from pathlib import Path

from reader.errors import SourceError
from reader.model.article import Article
from reader.sources.decoding import decode

# an article is some 5 kB, a book 1 MB; beyond this somebody has picked the wrong file
LARGEST_FILE = 64 << 20

_LONGEST_TITLE = 140
_NEWLINE = re.compile("\r\n?")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")

_OTHER_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich-text document"),
    (b"<!DOCTYPE HTML", "a web page"),
    (b"<HTML", "a web page"),
)


def open_article(path: str | Path) -> Article:
    """Return the article in the file at `path`, plain text or Markdown.

    Line ends become newlines, as in Python's text files; nothing else is changed.

    Raises:
        SourceError: there is no such file, it cannot be read, or it holds no text.
    """
    path = Path(path)
    return read_article(_bytes_of(path), path.name, source=str(path))


def read_article(data: bytes, name: str, source: str = "") -> Article:
    """Return the article that `data`, the bytes of a text file, holds.

    Args:
        data: the bytes.
        name: what to call them in an error.
        source: where they came from.

    Raises:
        SourceError: the bytes hold no text.
    """
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().upper()
    for mark, kind in _OTHER_KINDS:
        if start.startswith(mark.upper()):
            raise SourceError(
                f"{name} is {kind}, not plain text: copy its text and paste it, or save it as text."
            )
    decoded = decode(data, name)
    if not decoded.text.strip():
        raise SourceError(f"{name} is empty.")
    return _article(decoded.text, source, (decoded.note,) if decoded.note else ())


def from_text(text: str) -> Article:
    """Return `text`, which was pasted or dropped, as an article."""
    return _article(text, "", ())


def unreadable(path: str | Path, error: OSError | ValueError) -> SourceError:
    """Return `error`, raised by opening the file at `path`, as a sentence for the user."""
    match error:
        case FileNotFoundError():
            return SourceError(f"There is no file {path}.")
        case IsADirectoryError():
            return SourceError(f"{path} is a folder, not a file.")
        case OSError(strerror=str(reason)):
            return SourceError(f"{path} cannot be read: {reason}.")
        case _:
            return SourceError(f"{path} cannot be read: {error}.")


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if len(data) > LARGEST_FILE:
        raise SourceError(
            f"{path.name} is larger than {LARGEST_FILE >> 20} MB: split it, or give its articles "
            "as JSON lines to bias-reader analyse."
        )
    return data


def _article(text: str, source: str, notes: tuple[str, ...]) -> Article:
    text = _NEWLINE.sub("\n", text)
    return Article(text, title=_title(text), source=source, notes=notes)


def _title(text: str) -> str:
    """Return the first line where it looks like a headline: short, unfinished, and not all."""
    first, _, rest = text.strip().partition("\n")
    title = _MARKDOWN_HEADING.sub("", first.strip(), count=1).rstrip("# ")
    looks_like_one = len(title) <= _LONGEST_TITLE and not title.endswith((".", ",", ";", ":"))
    return title if rest.strip() and looks_like_one else ""
