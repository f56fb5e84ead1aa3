"""The part of a long text that is analysed anew after an edit."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from reader.model.results import Finding, Quote, SentenceScore
from reader.model.span import Span

# a paragraph longer than any real one is cut at so many code points around the edit
_REACH = 2_000
# who speaks in a paragraph is often said in the one before
_CONTEXT = 1_500

_Result = TypeVar("_Result", Finding, Quote, SentenceScore)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text to analyse.

    `start` is where it stands in the article; results are wanted in `kept`, in code points of
    the article, and the rest of the piece is context.
    """

    text: str
    start: int
    kept: Span

    def placed(self, results: Iterable[_Result]) -> list[_Result]:
        """Return the wanted ones of `results`, moved to where they stand in the article."""
        placed = (
            replace(result, span=Span(result.span.start + self.start, result.span.end + self.start))
            for result in results
        )
        return [result for result in placed if self.kept.overlaps(result.span)]


def stretch_around(text: str, edited: Span) -> Stretch:
    """Return the edited paragraphs of `text` with some context before and after."""
    kept = Span(
        _line_start(text, edited.start, _REACH),
        _line_end(text, edited.end, _REACH),
    )
    start = _line_start(text, max(0, kept.start - _CONTEXT), _REACH)
    end = _line_end(text, min(len(text), kept.end + _CONTEXT), _REACH)
    return Stretch(text[start:end], start, kept)


def _line_start(text: str, place: int, reach: int) -> int:
    least = max(0, place - reach)
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, least, place)
        if found >= 0:
            return found + len(mark)
    return least


def _line_end(text: str, place: int, reach: int) -> int:
    most = min(len(text), place + reach)
    for mark, kept in (("\n", 0), (". ", 1), (" ", 0)):
        found = text.find(mark, place, most)
        if found >= 0:
            return found + kept
    return most
