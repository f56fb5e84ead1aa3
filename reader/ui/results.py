"""The results for one text as of now: added in parts, moved by edits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reader.model.results import Claim, Correction, Engine, Finding, Quote, SentenceScore
from reader.model.span import Span
from reader.ui.correction_table import CorrectionTable
from reader.ui.spans import SpanTable


@dataclass(slots=True)
class Results:
    """All results for one text, each kind in the order of the text, with spans as of now."""

    findings: SpanTable[Finding] = field(default_factory=SpanTable)
    quotes: SpanTable[Quote] = field(default_factory=SpanTable)
    corrections: CorrectionTable = field(default_factory=CorrectionTable)
    claims: SpanTable[Claim] = field(default_factory=SpanTable)
    sentences: SpanTable[SentenceScore] = field(default_factory=SpanTable)
    engine: Engine | None = None

    def add(
        self,
        findings: Iterable[Finding],
        quotes: Iterable[Quote],
        sentences: Iterable[SentenceScore],
    ) -> None:
        """Add what was found in one stretch of the text."""
        self.findings.add(findings)
        self.quotes.add(quotes)
        self.sentences.add(sentences)

    def remove_in(self, span: Span) -> None:
        """Take out the findings, quotations and sentences that overlap `span`."""
        self.findings.remove(self.findings.overlapping(span))
        self.quotes.remove(self.quotes.overlapping(span))
        self.sentences.remove(self.sentences.overlapping(span))

    def close(
        self, corrections: Iterable[Correction], claims: Iterable[Claim], engine: Engine | None
    ) -> None:
        """Set what is known only after the whole text."""
        self.corrections = CorrectionTable(corrections)
        self.claims = SpanTable(claims)
        self.engine = engine

    def edit(self, position: int, removed: int, added: int) -> bool:
        """Move all spans after an edit of the text; return whether any result was dropped."""
        dropped = self.findings.edit(position, removed, added, rigid=True)
        dropped |= self.quotes.edit(position, removed, added, rigid=False)
        dropped |= self._edit_corrections(position, removed, added)
        dropped |= self.claims.edit(position, removed, added, rigid=False)
        dropped |= self.sentences.edit(position, removed, added, rigid=False)
        return dropped

    def _edit_corrections(self, position: int, removed: int, added: int) -> bool:
        before = list(self.corrections.raw)
        dropped = self.corrections.edit(position, removed, added, rigid=False)
        if dropped:
            kept = {id(one): index for index, one in enumerate(self.corrections.raw)}
            renumbered = {index: kept.get(id(one)) for index, one in enumerate(before)}
            self.claims = SpanTable(_renumbered(claim, renumbered) for claim in self.claims)
        self.corrections.move_claims(position, removed, added)
        return dropped


def _renumbered(claim: Claim, numbers: Mapping[int, int | None]) -> Claim:
    """Return `claim` with the numbers that those of its corrections have now which are left."""
    left = tuple(new for old in claim.corrections if (new := numbers.get(old)) is not None)
    return replace(claim, corrections=left)
