"""Finds the claims that somebody in the article denies or calls false, no side being taken."""

from collections.abc import Iterator, Sequence

from reader.analysis.corrective.evidence import Evidence, Scope
from reader.analysis.corrective.memory import Memory

# a denial further than this from the claim before it is about something else
_FARTHEST = 3
# measured on folds 1-4: below it the shared words are mostly the article's subject
_ALIKE = 0.15
_OTHERS = (Scope.REPORTED, Scope.QUOTED)


def disputed_claims(evidence: Sequence[Evidence], memory: Memory, corrective: set[int]) -> set[int]:
    """Return the indices of the claims that a sentence not in `corrective` disputes."""
    return {
        claim
        for number, one in enumerate(evidence)
        if number not in corrective and disputes(one)
        for claim in _target(memory, number)
    }


def disputes(one: Evidence) -> bool:
    """Say whether somebody denies something here, or calls it false in their own words."""
    return one.has("denial", Scope.WRITER) or any(
        one.has(group, scope) for group in ("verdict", "unsupported") for scope in _OTHERS
    )


def _target(memory: Memory, number: int) -> Iterator[int]:
    recalled = memory.recalled(number)
    if recalled and recalled.likeness >= _ALIKE:
        yield from memory.claims[recalled.sentence]
        return
    for place in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
        if place in memory.claims:
            yield from memory.claims[place]
            return
