"""Chooses the one that a passage answers among the claims of a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from math import log

from reader.analysis.corrective.evidence import Cued, Evidence, Scope, lowered_word, stem
from reader.analysis.corrective.features import Row, weighted
from reader.analysis.corrective.memory import Memory
from reader.model.results import Claim
from reader.model.span import Span
from reader.text.document import Document

_MARKS = frozenset("“\"'‘")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# words between a cue and the claim that it opens
_NEAR = 4


class ClaimChoice:
    """Chooses by weighted sums of `claim_features`."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def choose(self, features: Sequence[Row]) -> int:
        """Return the place of the likeliest claim, given the features of each."""
        sums = [weighted(self._weights, row) for row in features]
        return sums.index(max(sums))


def claim_features(
    document: Document,
    evidence: Sequence[Evidence],
    memory: Memory,
    number: int,
    claims: Sequence[Claim],
) -> list[Row]:
    """Return for each of the `claims` of one sentence what speaks for it.

    Args:
        document: the text.
        evidence: of every sentence.
        memory: of the claims.
        number: the sentence that answers one of them.
        claims: at least one, in the order of the text.
    """
    place = document.sentence_at(claims[0].span.start)
    longest = max(len(claim.span) for claim in claims)
    found: list[Row] = []
    for claim in claims:
        row = dict(_shape(document, claim))
        row["first"] = float(claim is claims[0])
        row["last"] = float(claim is claims[-1])
        row["longest"] = float(len(claim.span) == longest)
        if number != place:
            row.update(_beside(document, evidence[number], memory, claim))
            row["comes later"] = float(place > number)
        row.update(_cued(document.text, evidence[place].cued, claim.span))
        found.append(row)
    return found


def _shape(document: Document, claim: Claim) -> Iterator[tuple[str, float]]:
    text, start = document.text, claim.span.start
    inside = document.words_in(claim.span)
    words = document.words[inside.start : inside.stop]
    yield "quoted", float(text[max(0, start - 1) : start] in _MARKS and start > 0)
    yield "that", float(text[:start].rstrip(" “\"'‘").endswith("that"))
    yield "finite verb", float(any(word.tag in _FINITE for word in words))
    yield "length", log(1 + len(words))
    yield "nobody's", float(claim.claimant is None)


def _beside(document: Document, one: Evidence, memory: Memory, claim: Claim) -> Row:
    inside = document.words_in(claim.span)
    words = {lowered_word(word.text) for word in document.words[inside.start : inside.stop]}
    shared = (one.stems & {stem(word) for word in words}) | (one.names & words)
    claimant = {lowered_word(word) for word in (claim.claimant or "").split()}
    return {
        "shared words": memory.likeness.weight(shared) / 5,
        "shared number": float(bool(one.numbers & words)),
        "claimant named": float(bool(one.names & claimant)),
    }


def _cued(text: str, cued: Sequence[Cued], span: Span) -> Iterator[tuple[str, float]]:
    """Yield how the cues of the sentence lie about the claim, but for those inside quotations."""
    for cue in cued:
        if cue.scope is Scope.QUOTED:
            continue
        if cue.span.end <= span.start:
            near = len(text[cue.span.end : span.start].split()) <= _NEAR
            yield f"{'just ' if near else ''}before: {cue.group}", 1.0
        elif cue.span.start >= span.end:
            yield f"after: {cue.group}", 1.0
        else:
            yield f"inside: {cue.group}", 1.0
