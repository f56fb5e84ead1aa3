"""Cuts a text into paragraphs, sentences and tagged words."""

import re
from collections.abc import Iterator, Sequence

from reader.model.span import Span
from reader.text.document import Document, Paragraph, Sentence, Word
from reader.text.sentences import sentence_spans, stripped
from reader.text.tagging import tag_words

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


def cut(text: str) -> Document:
    """Return the document of `text`; any text at all gives one, the empty text an empty one."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    words: list[tuple[int, int]] = []
    for line in _lines(text):
        first = len(sentences)
        for span in sentence_spans(text, line):
            before = len(words)
            words += _words(text, span)
            sentences.append(Sentence(span, range(before, len(words)), len(paragraphs)))
        paragraphs.append(Paragraph(line, range(first, len(sentences))))
    return Document(
        text, tuple(paragraphs), tuple(sentences), tuple(_tagged(text, words, sentences))
    )


def _words(text: str, sentence: Span) -> list[tuple[int, int]]:
    """Return where the words of a sentence begin and end."""
    spans = [match.span() for match in _WORD.finditer(text, sentence.start, sentence.end)]
    if not _has_apostrophe(text, sentence.start, sentence.end):
        return spans
    return [
        piece
        for span in spans
        for piece in (_without_clitic(text, *span) if _has_apostrophe(text, *span) else (span,))
    ]


def _has_apostrophe(text: str, start: int, end: int) -> bool:
    return text.find("'", start, end) >= 0 or text.find("’", start, end) >= 0


def _tagged(
    text: str, spans: Sequence[tuple[int, int]], sentences: Sequence[Sentence]
) -> Iterator[Word]:
    # a word is kept once, however often the text has it
    kept: dict[str, str] = {}
    texts = [kept.setdefault(word, word) for word in (text[start:end] for start, end in spans)]
    tags = tag_words(texts, (sentence.words.start for sentence in sentences))
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return map(Word, starts, ends, texts, tags)


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        span = stripped(text, match.start(), match.end())
        if len(span):
            yield span


def _without_clitic(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the word and the "'s" or "n't" at its end, or only the word where it has none."""
    clitic = _CLITIC.search(text, start, end)
    if clitic and clitic.start() > start:
        return (start, clitic.start()), (clitic.start(), end)
    return ((start, end),)
