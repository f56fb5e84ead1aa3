"""Cuts a text into paragraphs, sentences and tagged words."""

import re
from collections.abc import Iterator

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
    words: list[Word] = []
    for line in _lines(text):
        first = len(sentences)
        for span in sentence_spans(text, line):
            before = len(words)
            words += _words(text, span)
            sentences.append(Sentence(span, range(before, len(words)), len(paragraphs)))
        paragraphs.append(Paragraph(line, range(first, len(sentences))))
    return Document(text, tuple(paragraphs), tuple(sentences), tuple(words))


def _words(text: str, sentence: Span) -> list[Word]:
    spans = [match.span() for match in _WORD.finditer(text, sentence.start, sentence.end)]
    texts = [text[start:end] for start, end in spans]
    if any("'" in word or "’" in word for word in texts):
        spans = [piece for span in spans for piece in _without_clitic(text, *span)]
        texts = [text[start:end] for start, end in spans]
    return [
        Word(start, end, word, tag)
        for (start, end), word, tag in zip(spans, texts, tag_words(texts), strict=True)
    ]


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        span = stripped(text, match.start(), match.end())
        if len(span):
            yield span


def _without_clitic(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the word and the "'s" or "n't" at its end, or only the word where it has none."""
    clitic = _CLITIC.search(text, start, end)
    if clitic and clitic.start() > start:
        yield start, clitic.start()
        yield clitic.start(), end
    else:
        yield start, end
