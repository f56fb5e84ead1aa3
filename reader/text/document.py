"""The text, cut once: every step of the analysis reads a Document and none changes it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reader.model.span import Span

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def with_straight_marks(text: str) -> str:
    """Return `text` with curly quotation marks and apostrophes made straight."""
    return text if text.isascii() else text.translate(_STRAIGHT)


class Word(NamedTuple):
    """A word or a punctuation mark: where it stands, its text and its Penn Treebank tag."""

    start: int
    end: int
    text: str
    tag: str

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)

    @property
    def is_punctuation(self) -> bool:
        """Say whether this holds no letter and no digit."""
        # the first character settles it for nearly every word
        return not (self.text[:1].isalnum() or any(map(str.isalnum, self.text)))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without white space around it; `words` are indices into the document's."""

    span: Span
    words: range
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line that is not blank; `sentences` are indices into those of the document."""

    span: Span
    sentences: range


@dataclass(frozen=True)
class Document:
    """A text with its paragraphs, sentences and words, each in the order of the text."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    words: tuple[Word, ...]

    @cached_property
    def texts(self) -> list[str]:
        """The texts of the words."""
        return [word.text for word in self.words]

    @cached_property
    def folded(self) -> list[str]:
        """The texts of the words with their case folded."""
        forms = {text: text.casefold() for text in set(self.texts)}
        return [forms[text] for text in self.texts]

    @cached_property
    def lowered(self) -> list[str]:
        """The texts of the words as patterns know them: lower case, straight marks."""
        forms = {text: with_straight_marks(text.lower()) for text in set(self.texts)}
        return [forms[text] for text in self.texts]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _word_ends(self) -> list[int]:
        return [word.end for word in self.words]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def words_in(self, span: Span) -> range:
        """Return the indices of the words that overlap `span`."""
        first = bisect_right(self._word_ends, span.start)
        return range(first, max(first, bisect_left(self._word_starts, span.end)))

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence at `offset`, or of the last before it (0 at least)."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)
