"""What of the results is shown, and the pick out of 20,000 findings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model.results import Category, Correction, Finding, Voice

# a correction below this is only "possible"
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user wants to see; what is hidden stays found."""

    hidden_categories: frozenset[Category] = frozenset()
    hidden_voices: frozenset[Voice] = frozenset()
    threshold: float = 0.4
    search: str = ""
    show_possible: bool = True
    show_disputes: bool = False
    only_category: Category | None = None

    def shows_correction(self, correction: Correction) -> bool:
        """Say whether the correction is sure enough to be shown."""
        return self.show_possible or correction.score >= LIKELY


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings lie above the threshold, hidden ones too, ignored ones not."""

    categories: Counter[Category] = field(default_factory=Counter)
    voices: Counter[Voice] = field(default_factory=Counter)
    total: int = 0


@dataclass(frozen=True, slots=True)
class Unwanted:
    """What the user ignores: single findings by index, and words by their case-folded text."""

    indices: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()


def pick_visible(findings: Sequence[Finding], filters: Filters, unwanted: Unwanted) -> list[int]:
    """Return the indices of the findings that the filters show."""
    categories = frozenset(one for one in Category if _shows_category(one, filters))
    voices = frozenset(Voice) - filters.hidden_voices
    threshold = filters.threshold
    picked = [
        index
        for index, finding in enumerate(findings)
        if finding.score >= threshold and finding.category in categories and finding.voice in voices
    ]
    return _without(_matching(picked, findings, filters.search), findings, unwanted)


def shows(index: int, finding: Finding, filters: Filters, unwanted: Unwanted) -> bool:
    """Say whether the filters show one finding; the same as `pick_visible` says of all."""
    wanted = filters.search.strip().casefold()
    return (
        finding.score >= filters.threshold
        and finding.voice not in filters.hidden_voices
        and _shows_category(finding.category, filters)
        and index not in unwanted.indices
        and finding.text.casefold() not in unwanted.words
        and (wanted in finding.text.casefold() or wanted in (finding.speaker or "").casefold())
    )


def _shows_category(category: Category, filters: Filters) -> bool:
    if filters.only_category is not None:
        return category is filters.only_category
    return category not in filters.hidden_categories


def _matching(picked: list[int], findings: Sequence[Finding], search: str) -> list[int]:
    wanted = search.strip().casefold()
    if not wanted:
        return picked
    return [
        index
        for index in picked
        if wanted in findings[index].text.casefold()
        or wanted in (findings[index].speaker or "").casefold()
    ]


def _without(picked: list[int], findings: Sequence[Finding], unwanted: Unwanted) -> list[int]:
    if unwanted.words:
        picked = [one for one in picked if findings[one].text.casefold() not in unwanted.words]
    if unwanted.indices:
        picked = [one for one in picked if one not in unwanted.indices]
    return picked


def count(findings: Sequence[Finding], filters: Filters, unwanted: Unwanted) -> Counts:
    """Return the counts above the threshold by category and by voice."""
    above = pick_visible(findings, Filters(threshold=filters.threshold), unwanted)
    return Counts(
        Counter([findings[index].category for index in above]),
        Counter([findings[index].voice for index in above]),
        len(above),
    )
