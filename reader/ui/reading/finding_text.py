"""Finds words in the article."""

import re
from bisect import bisect_left

from reader.model.span import Span

# beyond so many, how many there are is of no use and costs time
MOST_COUNTED = 1_000


def search_pattern(wanted: str) -> re.Pattern[str] | None:
    """Return what finds `wanted`, in any case and with any space and quotation marks in it."""
    if not wanted.strip():
        return None
    escaped = "".join(_LOOSE.get(letter, re.escape(letter)) for letter in wanted.strip())
    return re.compile(escaped, re.IGNORECASE)


_LOOSE = {
    " ": r"\s+",
    "'": "['’‘]",
    "’": "['’‘]",
    '"': '["“”„]',
    "-": "[-‐‑–]",
}


def find_next(pattern: re.Pattern[str], text: str, place: int) -> Span | None:
    """Return the first place at or after `place`, else the first of all."""
    found = pattern.search(text, place) or pattern.search(text)
    return Span(*found.span()) if found else None


def find_previous(pattern: re.Pattern[str], text: str, place: int) -> Span | None:
    """Return the last place that begins before `place`, else the last of all."""
    starts = [found.span() for found in pattern.finditer(text)]
    if not starts:
        return None
    before = bisect_left(starts, (place, place))
    return Span(*starts[before - 1])


def count_matches(pattern: re.Pattern[str], text: str) -> int:
    """Return how many places there are, at most `MOST_COUNTED`."""
    matches = pattern.finditer(text)
    return sum(1 for _, _ in zip(range(MOST_COUNTED), matches, strict=False))
