"""Puts claims and the passages that answer them into rows by claimant; nothing here knows Qt."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reader.model.results import Claim, ClaimStatus, Correction


class RowKind(Enum):
    """What stands in a row of the Claims view."""

    CLAIMANT = auto()
    CLAIM = auto()
    CORRECTION = auto()


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One row: a claimant (None for nobody named), a claim, or a passage that answers it.

    `index` is that of the claim or of the correction; for a claimant it counts the claims below,
    and -1 heads the passages that answer no claim of the article. `claim` is the index of the claim
    above a correction, -1 for none.
    """

    kind: RowKind
    index: int
    claimant: str | None = None
    status: ClaimStatus = ClaimStatus.STANDING
    claim: int = -1


UNCLAIMED = -1

# whose claims a group holds, and whether it holds claims at all
ClaimantKey = tuple[str | None, bool]


def group_key(heading: ClaimRow) -> ClaimantKey:
    """Return what tells the group below a heading from the others."""
    return heading.claimant, heading.index != UNCLAIMED


def groups_of(rows: Iterable[ClaimRow]) -> list[ClaimantKey]:
    """Return the group of each row, headings included."""
    found: list[ClaimantKey] = []
    for row in rows:
        found.append(group_key(row) if row.kind is RowKind.CLAIMANT else found[-1])
    return found


@dataclass(frozen=True, slots=True)
class ClaimFilters:
    """Which statuses are hidden, and which corrections are shown."""

    hidden: frozenset[ClaimStatus]
    corrections: Collection[int]


def effective_status(claim: Claim, shown: Collection[int]) -> ClaimStatus:
    """Return a claim's status as far as the shown corrections bear it out."""
    is_corrected = claim.status is ClaimStatus.CORRECTED
    if is_corrected and claim.corrections and not any(one in shown for one in claim.corrections):
        return ClaimStatus.STANDING
    return claim.status


def claim_rows(
    claims: Sequence[Claim], corrections: Sequence[Correction], filters: ClaimFilters
) -> list[ClaimRow]:
    """Return the rows by claimant, in the order in which they claim something for the first time.

    Last come the passages that answer no claim of the article, such as the paper's own notices.
    """
    groups: dict[str | None, list[ClaimRow]] = {}
    answered: set[int] = set()
    for index, claim in enumerate(claims):
        answered.update(claim.corrections)
        status = effective_status(claim, filters.corrections)
        if status not in filters.hidden:
            rows = groups.setdefault(claim.claimant, [])
            rows += _rows_of_claim(index, claim, status, filters)
    rows = []
    for claimant, members in groups.items():
        count = sum(row.kind is RowKind.CLAIM for row in members)
        rows += [ClaimRow(RowKind.CLAIMANT, count, claimant), *members]
    return rows + _unclaimed(len(corrections), answered, filters)


def _rows_of_claim(
    index: int, claim: Claim, status: ClaimStatus, filters: ClaimFilters
) -> list[ClaimRow]:
    answers = [
        ClaimRow(RowKind.CORRECTION, one, claim=index)
        for one in claim.corrections
        if one in filters.corrections
    ]
    return [ClaimRow(RowKind.CLAIM, index, claim.claimant, status), *answers]


def _unclaimed(count: int, answered: set[int], filters: ClaimFilters) -> list[ClaimRow]:
    rest = [one for one in range(count) if one not in answered and one in filters.corrections]
    if not rest:
        return []
    heading = ClaimRow(RowKind.CLAIMANT, UNCLAIMED)
    return [heading, *(ClaimRow(RowKind.CORRECTION, one) for one in rest)]
