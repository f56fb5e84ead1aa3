"""Numbers the paragraphs of a text as a reader would count them."""

import re
from bisect import bisect_right

from reader.model.span import Span

# longer than this, or ended like a sentence, a first paragraph is text and not a headline
_LONGEST_HEADLINE = 160
_SENTENCE_END = (".", "。")
# a line that holds more than spaces
_LINE = re.compile(r"^.*\S", re.MULTILINE)


class Paragraphs:
    """The paragraphs that hold anything; a headline is number 0 and the next one number 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [found.start() for found in _LINE.finditer(text)]
        self.has_headline = len(self._starts) > 1 and _is_headline(self._line(0))

    def are_of(self, text: str) -> bool:
        """Say whether these are the paragraphs of that very text, without comparing them."""
        return self._text is text

    def number_at(self, position: int) -> int:
        """Return the number of the paragraph at a code point; 0 for the headline."""
        return bisect_right(self._starts, position) - self.has_headline

    def numbers(self) -> range:
        """Return all numbers in use."""
        first = 0 if self.has_headline else 1
        return range(first, first + len(self._starts))

    def text_of(self, number: int) -> str:
        """Return the text of a paragraph, without its newline."""
        index = number - (0 if self.has_headline else 1)
        return self._line(index) if 0 <= index < len(self._starts) else ""

    def headline(self) -> Span | None:
        """Return where the headline stands, None where the text has none."""
        if not self.has_headline:
            return None
        return Span(self._starts[0], self._starts[0] + len(self._line(0)))

    def _line(self, index: int) -> str:
        start = self._starts[index]
        end = self._text.find("\n", start)
        return self._text[start : len(self._text) if end < 0 else end]


def _is_headline(line: str) -> bool:
    stripped = line.strip()
    return len(stripped) <= _LONGEST_HEADLINE and not stripped.endswith(_SENTENCE_END)
