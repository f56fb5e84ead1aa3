"""Results to JSON and back."""

import json

import pytest

from reader.model.codec import analysis_from_json, analysis_to_json, finding_to_json
from reader.model.results import (
    Analysis,
    Category,
    Claim,
    ClaimStatus,
    Correction,
    CorrectionType,
    Engine,
    Finding,
    Quote,
    QuoteKind,
    SentenceScore,
    Voice,
)
from reader.model.span import Span

FINDING = Finding(
    Span(4, 11),
    "bizarre",
    Category.LOADED_ADJECTIVE,
    0.81234,
    Voice.QUOTED,
    "Ada Roe",
    "It mocks what it describes.",
    ("unusual", "odd"),
)
ANALYSIS = Analysis(
    findings=(FINDING,),
    quotes=(
        Quote(Span(1, 20), "Ada Roe", "said", QuoteKind.DIRECT),
        Quote(Span(22, 30), None, None, QuoteKind.INDIRECT),
    ),
    corrections=(
        Correction(Span(31, 40), CorrectionType.LABEL, Span(1, 20), "Ada Roe", 0.7, "It says so."),
        Correction(Span(41, 50), CorrectionType.NOTICE, None, None, 0.9, "A notice."),
    ),
    claims=(Claim(Span(1, 20), "Ada Roe", ClaimStatus.CORRECTED, (0,)),),
    sentences=(SentenceScore(Span(0, 21), 0.25),),
    engine=Engine("0.1.0", "abc"),
)

# the contract, key by key
SHAPE = {
    "findings": [
        "start", "end", "text", "category", "score", "voice", "speaker", "explanation",
        "alternatives",
    ],
    "quotes": ["start", "end", "speaker", "cue", "kind"],
    "corrections": ["start", "end", "type", "claim", "claimant", "score", "explanation"],
    "claims": ["start", "end", "claimant", "status", "corrections"],
    "sentences": ["start", "end", "bias"],
}  # fmt: skip


def test_the_shape_is_the_contract() -> None:
    value = analysis_to_json(ANALYSIS)

    assert list(value) == [*SHAPE, "engine"]
    for kind, keys in SHAPE.items():
        assert [list(entry) for entry in value[kind]] == [keys] * len(value[kind])
    assert value["engine"] == {"version": "0.1.0", "model": "abc"}


def test_values_are_what_json_knows() -> None:
    value = finding_to_json(FINDING)

    assert value == {
        "start": 4,
        "end": 11,
        "text": "bizarre",
        "category": "loaded-adjective",
        "score": 0.8123,
        "voice": "quoted",
        "speaker": "Ada Roe",
        "explanation": "It mocks what it describes.",
        "alternatives": ["unusual", "odd"],
    }
    assert type(value["category"]) is str


def test_there_and_back() -> None:
    value = analysis_to_json(ANALYSIS)
    assert analysis_to_json(analysis_from_json(json.loads(json.dumps(value)))) == value


@pytest.mark.parametrize(
    ("kind", "key"), [("findings", "category"), ("quotes", "kind"), ("claims", "status")]
)
def test_an_unknown_name_is_refused(kind: str, key: str) -> None:
    value = analysis_to_json(ANALYSIS)
    value[kind][0][key] = "nonsense"

    with pytest.raises(ValueError, match="nonsense"):
        analysis_from_json(value)
