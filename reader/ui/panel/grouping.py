"""Puts findings into groups for the list; nothing here knows Qt."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from reader.model.results import Category, Finding, Voice


class Grouping(StrEnum):
    """What the findings of one group have in common."""

    VOICE = "voice"
    CATEGORY = "category"
    PARAGRAPH = "paragraph"


Whose = tuple[Voice, str | None]
GroupKey = Whose | Category | int
Group = tuple[GroupKey, list[int]]


def group_findings(
    grouping: Grouping,
    findings: Sequence[Finding],
    indices: Iterable[int],
    paragraph_of: Callable[[int], int],
) -> list[Group]:
    """Return the groups that hold anything, each with its indices in the order of the text.

    The writer's own voice comes first, other voices in the order in which they are heard,
    categories in the order in which they are declared.
    """
    groups: dict[GroupKey, list[int]] = {}
    match grouping:
        case Grouping.VOICE:
            groups[Voice.WRITER, None] = []
            for index in indices:
                finding = findings[index]
                groups.setdefault((finding.voice, finding.speaker), []).append(index)
        case Grouping.CATEGORY:
            groups = {category: [] for category in Category}
            for index in indices:
                groups[findings[index].category].append(index)
        case Grouping.PARAGRAPH:
            for index in indices:
                groups.setdefault(paragraph_of(index), []).append(index)
    return [(key, members) for key, members in groups.items() if members]


class CorrectivePlaces:
    """Says fast whether a place lies in a corrective passage; they are given by start."""

    def __init__(self, starts: Sequence[int] = (), ends: Sequence[int] = ()) -> None:
        # as they are now: the state's own move with the text
        self._starts, self._ends = list(starts), list(ends)

    def hold(self, position: int) -> bool:
        """Say whether a code point lies in a corrective passage; passages seldom overlap."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]
