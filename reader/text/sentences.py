"""Finds where the sentences of a paragraph end."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import nupunkt

from reader.errors import ResourceError
from reader.model.span import Span
from reader.resources import resource

# nupunkt slows down superlinearly on long strings (measured 2026-11), so a paragraph that is
# longer than any real one is handed to it in pieces
_LONGEST_PIECE = 5_000

_ABBREVIATIONS = "lexicon/abbreviations.toml"

# what no sentence begins with: closing punctuation, or a small letter that is not a web address
_CONTINUES = re.compile(
    r"""[)\]},;:%”»]
      | (?:[–—-]\s*)? (?!https?:|www\.|\w+\.\w+/) [a-zà-öø-ÿ]""",
    re.VERBOSE,
)

# nupunkt knows “Gov.” for an abbreviation behind a straight double mark, not behind these
_OTHER_MARKS = str.maketrans(dict.fromkeys("“”‘„«»", '"'))
_OPENING_APOSTROPHE = re.compile(r"(?<![\w.,!?…])'(?=\w)")


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of `paragraph`, a stretch of `text`, without white space around them."""
    held: Span | None = None
    for span in _raw_spans(text, paragraph):
        if held and _CONTINUES.match(text, span.start):
            held = Span(held.start, span.end)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def stripped(text: str, start: int, end: int) -> Span:
    """Return `start` to `end` of `text` without the white space at both ends; may be empty."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, max(start, start + len(piece.strip())))


def _raw_spans(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    while start < paragraph.end:
        end = _end_of_piece(text, start, paragraph.end)
        spans = list(_split(text, Span(start, end)))
        start = end
        if end < paragraph.end and len(spans) > 1:
            # the last one may go on behind the piece, so the next piece begins with it
            start = spans.pop().start
        yield from spans


def _end_of_piece(text: str, start: int, end: int) -> int:
    if end - start <= _LONGEST_PIECE:
        return end
    limit = start + _LONGEST_PIECE
    return text.rfind(" ", start + _LONGEST_PIECE // 2, limit) + 1 or limit


def _split(text: str, piece: Span) -> Iterator[Span]:
    content = piece.of(text)
    if "'" in content:
        content = _OPENING_APOSTROPHE.sub('"', content)
    if not content.isascii():
        content = content.translate(_OTHER_MARKS)
    for _, (start, end) in _splitter().tokenize_with_spans(content):
        span = stripped(text, piece.start + start, piece.start + end)
        if len(span):
            yield span


@cache
def _splitter() -> nupunkt.PunktSentenceTokenizer:
    splitter = nupunkt.load_default_model()
    known = _known()
    splitter.add_abbreviations(known["abbreviations"])
    for word in known["words"]:
        splitter.remove_abbreviation(word)
    return splitter


def _known() -> dict[str, list[str]]:
    try:
        tables: dict[str, Any] = tomllib.loads(resource(_ABBREVIATIONS).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"{_ABBREVIATIONS} is not TOML: {error}.") from error
    for name in ("abbreviations", "words"):
        row = tables.get(name)
        if not isinstance(row, list) or not all(isinstance(word, str) for word in row):
            raise ResourceError(f"{_ABBREVIATIONS}: {name} must be a list of strings.")
    return tables
