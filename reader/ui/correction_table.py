"""Corrective passages whose claims, too, follow what is typed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import overload

from reader.model.results import Correction
from reader.model.span import Span
from reader.ui.spans import SpanTable


class CorrectionTable(SpanTable[Correction]):
    """Corrective passages by start; the places of their claims are kept apart like their own.

    It is made of all passages at once, and none is added later.
    `claim_starts` are the places of the claims as of now, None where there is no claim.
    """

    def __init__(self, things: Iterable[Correction] = ()) -> None:
        super().__init__(things)
        claims = [one.claim for one in self._things]
        self.claim_starts = [claim.start if claim else None for claim in claims]
        self._claim_ends = [claim.end if claim else 0 for claim in claims]

    @overload
    def __getitem__(self, index: int) -> Correction: ...
    @overload
    def __getitem__(self, index: slice) -> list[Correction]: ...
    def __getitem__(self, index: int | slice) -> Correction | list[Correction]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        found = super().__getitem__(index)
        start, end = self.claim_starts[index], self._claim_ends[index]
        if found.claim and (found.claim.start, found.claim.end) != (start, end):
            claim = None if start is None else Span(start, end)
            self._things[index] = found = replace(found, claim=claim)
        return found

    def remove(self, indices: Iterable[int]) -> None:
        """Take out those at `indices`."""
        doomed = list(indices)
        super().remove(doomed)
        for index in sorted(doomed, reverse=True):
            del self.claim_starts[index], self._claim_ends[index]

    def move_claims(self, position: int, removed: int, added: int) -> None:
        """Move the claims after an edit of the text; one of which nothing is left is no more."""
        stop, distance = position + removed, added - removed
        for index, start in enumerate(self.claim_starts):
            end = self._claim_ends[index]
            if start is None or end <= position:
                continue
            # an edit inside a claim lengthens or shortens it
            inside = start if start <= position else position + added
            first = start + distance if start >= stop else inside
            last = end + distance if end >= stop else position
            whole = position <= start and end <= stop
            self.claim_starts[index] = None if whole or last <= first else first
            self._claim_ends[index] = last
