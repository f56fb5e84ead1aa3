"""Results that came for a text that was edited meanwhile, moved to where they belong now."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from reader.model.results import Claim, Correction, Finding, Quote, SentenceScore
from reader.ui.edit_log import EditLog

_Result = TypeVar("_Result", Finding, Quote, SentenceScore)


def moved(results: Iterable[_Result], edits: EditLog) -> list[_Result]:
    """Return `results` where they are after `edits`, without those that were changed."""
    if not edits:
        return list(results)
    return [
        replace(result, span=span)
        for result in results
        if (span := edits.moved(result.span)) is not None
    ]


def moved_closing(
    corrections: Iterable[Correction], claims: Iterable[Claim], edits: EditLog
) -> tuple[list[Correction], list[Claim]]:
    """Return both where they are after `edits`; what was wholly deleted is left out."""
    if not edits:
        return list(corrections), list(claims)
    kept: list[Correction] = []
    places: dict[int, int] = {}
    for index, correction in enumerate(corrections):
        if span := edits.stretched(correction.span):
            places[index] = len(kept)
            claim = correction.claim and edits.stretched(correction.claim)
            kept.append(replace(correction, span=span, claim=claim))
    return kept, [
        replace(
            claim,
            span=span,
            corrections=tuple(places[index] for index in claim.corrections if index in places),
        )
        for claim in claims
        if (span := edits.stretched(claim.span))
    ]
