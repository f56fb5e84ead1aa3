"""Cuts a text into paragraphs, sentences and tagged words."""

import re
from collections.abc import Iterator

import nupunkt

from reader.model.span import Span
from reader.text.document import Document, Paragraph, Sentence, Word
from reader.text.tagging import tag_sentences

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(
    r"""(?:[^\W\d_]\.){2,}                        # U.S.
      | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k)?\b  # 1,200  3.5  2nd  1990s
      | [^\W_]+(?:[-'’‑][^\W_]+)*                 # land-grab  O'Brien
      | \.{2,} | -{2,}
      | \S""",
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)

# nupunkt slows down superlinearly on long strings (FACTS: measured 2026-11), so a paragraph that is
# longer than any real one is handed to it in pieces that end at a full stop or a space.
_LONGEST_PIECE = 5_000


def cut(text: str) -> Document:
    """Return the document of `text`; any text at all gives one, the empty text an empty one."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    pieces: list[list[tuple[int, int]]] = []
    count = 0
    for line in _lines(text):
        first = len(sentences)
        for span in _sentence_spans(text, line):
            spans = list(_word_spans(text, span))
            sentences.append(Sentence(span, range(count, count + len(spans)), len(paragraphs)))
            count += len(spans)
            pieces.append(spans)
        paragraphs.append(Paragraph(line, range(first, len(sentences))))
    tags = tag_sentences([[text[start:end] for start, end in spans] for spans in pieces])
    words = tuple(
        Word(start, end, text[start:end], tag)
        for spans, row in zip(pieces, tags, strict=True)
        for (start, end), tag in zip(spans, row, strict=True)
    )
    return Document(text, tuple(paragraphs), tuple(sentences), words)


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        span = _stripped(text, match.start(), match.end())
        if len(span):
            yield span


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, max(start, start + len(piece.strip())))


def _sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    for piece in _pieces(text, paragraph):
        for start, end in nupunkt.sent_spans(piece.of(text)):
            span = _stripped(text, piece.start + start, piece.start + end)
            if len(span):
                yield span


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    while paragraph.end - start > _LONGEST_PIECE:
        limit = start + _LONGEST_PIECE
        end = max(
            text.rfind(mark, start + _LONGEST_PIECE // 2, limit) for mark in (". ", "? ", "! ")
        )
        end = end + 1 if end > 0 else text.rfind(" ", start, limit)
        end = end if end > start else limit
        yield Span(start, end)
        start = end
    yield Span(start, paragraph.end)


def _word_spans(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        clitic = _CLITIC.search(text, start, end) if end - start > 2 else None
        if clitic and clitic.start() > start:
            yield start, clitic.start()
            yield clitic.start(), end
        else:
            yield start, end
