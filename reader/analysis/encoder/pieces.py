"""Cuts words into the sub-word pieces of the encoder's vocabulary."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from tokenizers import Tokenizer

from reader.text.document import Document, Paragraph

_OPENING = "“«"
_CLOSING = "”»"
_MARKS = frozenset((*_OPENING, *_CLOSING, '"'))


class Casing(IntEnum):
    """How a word is written; the vocabulary itself knows lower case only."""

    LOWER = 0
    CAPITALISED = 1
    UPPER = 2
    NUMBER = 3


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one sentence.

    `shapes` holds for each piece twice its casing, plus one inside double quotation marks; `words`
    the index of its word in the document.
    """

    ids: list[int]
    shapes: list[int]
    words: list[int]


@dataclass(frozen=True, slots=True)
class _Known:
    """The pieces of one word: their numbers, and their shapes outside and inside marks."""

    ids: list[int]
    shapes: tuple[list[int], list[int]]


class PieceCutter:
    """Cuts the words of a document; remembers the pieces of every word that it has seen."""

    def __init__(self, vocabulary: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(vocabulary))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._seen: dict[str, _Known] = {}
        self._unknown: int = self._tokenizer.encode("[UNK]", add_special_tokens=False).ids[0]

    def cut(self, document: Document, paragraph: Paragraph) -> list[Pieces]:
        """Return the pieces of each sentence of `paragraph`."""
        inside = quoted_words(document, paragraph)
        first = document.sentences[paragraph.sentences.start].words.start
        return [
            self._sentence(document, document.sentences[index].words, inside, first)
            for index in paragraph.sentences
        ]

    def _sentence(self, document: Document, words: range, inside: list[bool], first: int) -> Pieces:
        seen = self._seen
        texts = document.texts[words.start : words.stop]
        known = [seen.get(word) or self._pieces_of(word) for word in texts]
        marked = inside[words.start - first : words.stop - first]
        return Pieces(
            [piece for one in known for piece in one.ids],
            [
                shape
                for one, is_inside in zip(known, marked, strict=True)
                for shape in one.shapes[is_inside]
            ],
            [index for index, one in zip(words, known, strict=True) for _ in one.ids],
        )

    def _pieces_of(self, word: str) -> _Known:
        ids = self._ids_of(word)
        shape = 2 * casing(word)
        known = _Known(ids, ([shape] * len(ids), [shape + 1] * len(ids)))
        self._seen[word] = known
        return known

    def _ids_of(self, word: str) -> list[int]:
        if word.isascii() and word.isalnum():
            # a word of the vocabulary is one piece: asked for first, for that is soon known
            whole = self._tokenizer.token_to_id(word.lower())
            if whole is not None:
                return [whole]
        plain = word.encode("utf-8", "replace").decode("utf-8")
        return self._tokenizer.encode(plain, add_special_tokens=False).ids or [self._unknown]


def casing(word: str) -> Casing:
    """Return how `word` is written."""
    head = word[:1]
    if head.isdigit():
        return Casing.NUMBER
    if not head.isupper():
        return Casing.LOWER
    return Casing.UPPER if len(word) > 1 and word.isupper() else Casing.CAPITALISED


def quoted_words(document: Document, paragraph: Paragraph) -> list[bool]:
    """Say for each word of `paragraph` whether it stands inside double quotation marks.

    A quotation that is not closed runs to the end of the paragraph, as one does that goes on in the
    next. This feeds the encoder alone; the quotations that are shown are found with more care.
    """
    sentences = document.sentences[paragraph.sentences.start : paragraph.sentences.stop]
    if not sentences:
        return []
    texts = document.texts[sentences[0].words.start : sentences[-1].words.stop]
    if _MARKS.isdisjoint(texts):
        return [False] * len(texts)
    inside: list[bool] = []
    open_now = False
    for text in texts:
        if text in _MARKS:
            open_now = text in _OPENING or (text == '"' and not open_now)
        inside.append(open_now)
    return inside
