"""What the margin shows: corrective passages, the claims they answer, and which belong together."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.results import Claim, ClaimStatus, Correction, CorrectionType
from reader.model.span import Span
from reader.ui.filters import LIKELY
from reader.ui.state import ArticleState, Item


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing in the gutter: `role` names its colour, `sign` what its disc shows."""

    item: Item
    span: Span
    role: str
    sign: str
    is_quiet: bool
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A claim and a correction that answers it; a claim that is no result itself has no item."""

    claim: Span
    claim_item: Item | None
    correction: Span
    correction_item: Item


class Passages:
    """Picks the passages that are shown out of a state."""

    def __init__(self, state: ArticleState) -> None:
        self._state = state

    def between(self, span: Span) -> list[Passage]:
        """Return what the gutter shows beside `span`, in the order of the text."""
        found = [*self._corrections(span), *self._claims(span)]
        return sorted(found, key=lambda passage: (passage.span.start, passage.span.end))

    def _corrections(self, span: Span) -> Iterator[Passage]:
        for index in self._state.corrections_in(span):
            correction = self._state.corrections[index]
            if self._state.filters.shows_correction(correction):
                yield _correction_passage(index, correction)

    def _claims(self, span: Span) -> Iterator[Passage]:
        for index in self._state.claims_in(span):
            claim = self._state.claims[index]
            answers = [one for _, one in self._answers(claim)]
            # a verdict that repeats the claim has one mark, its own
            if any(one.span.contains(claim.span) for one in answers):
                continue
            if answers:
                is_quiet = max(one.score for one in answers) < LIKELY
                yield Passage(Item("claim", index), claim.span, "claim", "!", is_quiet)
            elif claim.status is ClaimStatus.DISPUTED and self._state.filters.show_disputes:
                yield Passage(Item("claim", index), claim.span, "dispute", "?", True)

    def _answers(self, claim: Claim) -> list[tuple[int, Correction]]:
        corrections = self._state.corrections
        shows = self._state.filters.shows_correction
        return [
            (index, corrections[index])
            for index in claim.corrections
            if index < len(corrections) and shows(corrections[index])
        ]

    def links(self) -> list[Link]:
        """Return the pairs that the selected item is part of."""
        selected = self._state.selected
        if selected is None:
            return []
        if selected.kind == "correction":
            return self._links_of_correction(selected)
        return self._links_of_claim(selected) if selected.kind == "claim" else []

    def _links_of_correction(self, item: Item) -> list[Link]:
        correction = self._state.corrections[item.index]
        if correction.claim is None:
            return []
        claims = self._state.claims
        found = [one for one in self._state.claims_in(correction.claim)
                 if claims[one].span == correction.claim]  # fmt: skip
        claim_item = Item("claim", found[0]) if found else None
        return [Link(correction.claim, claim_item, correction.span, item)]

    def _links_of_claim(self, item: Item) -> list[Link]:
        claim = self._state.claims[item.index]
        return [
            Link(claim.span, item, one.span, Item("correction", index))
            for index, one in self._answers(claim)
        ]

    def highlighted(self) -> list[tuple[Span, str]]:
        """Return the spans to show with the selected item, each with the role of its colour."""
        selected = self._state.selected
        if selected is None or selected.kind == "finding":
            return []
        roles = {"correction": "correction", "claim": "claim", "quote": "accent"}
        own = (self._state.span_of(selected), roles[selected.kind])
        links = self.links()
        joined = [(link.claim, "claim") for link in links]
        joined += [(link.correction, "correction") for link in links]
        return list(dict.fromkeys([own, *joined]))


def _correction_passage(index: int, correction: Correction) -> Passage:
    return Passage(
        Item("correction", index),
        correction.span,
        "correction",
        "i" if correction.type is CorrectionType.NOTICE else "✓",
        correction.score < LIKELY,
        correction.type is CorrectionType.LABEL,
    )
