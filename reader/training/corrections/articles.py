"""Reads the annotated articles and prepares what the regression and the linker learn from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.analysis.claims import find_claims
from reader.analysis.corrective.cues import load_cues
from reader.analysis.corrective.evidence import Evidence, gather
from reader.analysis.corrective.memory import Memory
from reader.analysis.quotes import find_quotes
from reader.analysis.reading import Reading
from reader.model.results import Claim, Quote
from reader.model.span import Span
from reader.text.document import Document

Json = Mapping[str, Any]

# an unsure passage is one that another careful reader might not mark, and so is a borderline one
UNSURE, BORDERLINE = 0.8, 0.4
_KINDS = ("label", "rebuttal", "notice")


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated article, cut and looked over.

    Attributes:
        identity: its id in the data.
        fold: its fold; 0 is never trained on.
        document: the cut text.
        quotes: what `find_quotes` finds.
        claims: what `find_claims` finds.
        evidence: of every sentence.
        memory: of the claims.
        corrective: 1 for every sentence that is marked in the data.
        weights: how much each sentence counts.
        disputed: whether the data calls the sentence a dispute.
        kinds: 0 label, 1 rebuttal, 2 notice for a corrective sentence, -1 for others.
        answers: the spans of the claims that a corrective sentence answers, empty for others.
    """

    identity: str
    fold: int
    document: Document
    quotes: Sequence[Quote]
    claims: Sequence[Claim]
    evidence: Sequence[Evidence]
    memory: Memory
    corrective: Sequence[int]
    weights: Sequence[float]
    disputed: Sequence[bool]
    kinds: Sequence[int]
    answers: Sequence[Sequence[Span]]


def annotated_articles(path: Path) -> Iterator[Json]:
    """Yield the articles of a file of annotations."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read(record: Json, document: Document, reading: Reading) -> Read:
    """Return an article looked over, as the program does it with the encoder's `reading`."""
    quotes = find_quotes(document, reading)
    claims = find_claims(document, reading, quotes)
    evidence = gather(document, quotes, load_cues())
    gold = record["gold"]
    spans = [sentence.span for sentence in document.sentences]
    return Read(
        record["id"],
        record["fold"],
        document,
        quotes,
        claims,
        evidence,
        Memory(document, evidence, claims),
        [int(_covered(span, gold["corrections"])) for span in spans],
        [_weight(span, gold) for span in spans],
        [_covered(span, gold["disputes"]) for span in spans],
        [_kind(span, gold["corrections"]) for span in spans],
        [_answers(span, gold["corrections"]) for span in spans],
    )


def _overlap(span: Span, mark: Json) -> int:
    return max(0, min(span.end, int(mark["end"])) - max(span.start, int(mark["start"])))


def _covered(span: Span, marks: Sequence[Json]) -> bool:
    return 2 * sum(_overlap(span, mark) for mark in marks) >= len(span)


def _weight(span: Span, gold: Json) -> float:
    if _covered(span, gold["corrections"]):
        touching = [mark for mark in gold["corrections"] if _overlap(span, mark)]
        return 1.0 if any(mark["sure"] for mark in touching) else UNSURE
    return BORDERLINE if _covered(span, gold["borderline"]) else 1.0


def _kind(span: Span, corrections: Sequence[Json]) -> int:
    covering = [mark["type"] for mark in corrections if 2 * _overlap(span, mark) >= len(span)]
    return _KINDS.index(covering[0]) if covering else -1


def _answers(span: Span, corrections: Sequence[Json]) -> list[Span]:
    for mark in corrections:
        if mark["claim"] and 2 * _overlap(span, mark) >= len(span):
            told = [mark["claim"], *mark["claim_alt"]]
            return [Span(claim["start"], claim["end"]) for claim in told]
    return []
