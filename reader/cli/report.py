"""The results for one article as lines of text for people."""

import os
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.results import Analysis, Correction, Finding, Voice

if TYPE_CHECKING:
    from reader.model.span import Span

# control characters and the marks that reorder text could hide or repaint what a terminal shows
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
_LONGEST_EXCERPT = 60
_CATEGORY_WIDTH = 21

_PLACE, _LOADED, _OTHER, _CORRECTIVE, _QUIET = "36", "1;33", "33", "1;34", "2"


@dataclass(frozen=True, slots=True)
class _Ink:
    """Colours words for a terminal, or leaves them."""

    coloured: bool

    def __call__(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.coloured and text else text


def report(
    name: str,
    text: str,
    analysis: Analysis,
    *,
    coloured: bool = False,
    environment: Mapping[str, str] = os.environ,
) -> str:
    """Return one line per finding and corrective passage of `text`, and a summary line.

    Args:
        name: what the lines call the article.
        text: the article.
        analysis: the results for it.
        coloured: whether the lines go to a terminal; NO_COLOR in `environment` prevails.
        environment: the environment variables.
    """
    ink = _Ink(coloured and not environment.get("NO_COLOR"))
    lines = _Places(text)
    marks: list[tuple[Span, str]] = [
        *((finding.span, _finding(finding, ink)) for finding in analysis.findings),
        *((passage.span, _correction(passage, text, ink)) for passage in analysis.corrections),
    ]
    marks.sort(key=lambda mark: mark[0])
    printed = [
        f"{ink(f'{_plain(name)}:{lines.of(span.start)}', _PLACE)}  {mark}\n" for span, mark in marks
    ]
    return "".join(printed) + ink(_summary(name, text, analysis), _QUIET) + "\n"


class _Places:
    """Says in which line and column, both from 1, an offset of a text lies."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def of(self, offset: int) -> str:
        line = bisect_right(self._starts, offset)
        return f"{line}:{offset - self._starts[line - 1] + 1}"


def _finding(finding: Finding, ink: _Ink) -> str:
    colour = _LOADED if finding.category.is_loaded else _OTHER
    voice = finding.voice.value
    if finding.speaker:
        voice += f" ({_plain(finding.speaker)})"
    return "  ".join(
        (
            ink(f"{finding.category.value:{_CATEGORY_WIDTH}}", colour),
            ink(_excerpt(finding.text), colour),
            ink(voice, "0" if finding.voice is Voice.WRITER else _QUIET),
            _plain(finding.explanation),
        )
    )


def _correction(passage: Correction, text: str, ink: _Ink) -> str:
    kind = f"corrective {passage.type.value}"
    return "  ".join(
        (
            ink(f"{kind:{_CATEGORY_WIDTH}}", _CORRECTIVE),
            ink(f"“{_excerpt(passage.span.of(text))}”", _CORRECTIVE),
            _plain(passage.explanation),
        )
    )


def _excerpt(text: str) -> str:
    plain = _plain(text)
    if len(plain) <= _LONGEST_EXCERPT:
        return plain
    return plain[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + "…"


def _plain(text: str) -> str:
    return _UNPRINTABLE.sub(" ", text).strip()


def _summary(name: str, text: str, analysis: Analysis) -> str:
    own = sum(finding.voice is Voice.WRITER for finding in analysis.findings)
    return (
        f"{_plain(name)}: {_counted(len(analysis.findings), 'finding')}"
        f" ({own} in the writer's own voice), "
        f"{_counted(len(analysis.corrections), 'corrective passage')}, "
        f"{_counted(len(text.split()), 'word')}"
    )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
