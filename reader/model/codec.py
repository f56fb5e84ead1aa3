"""Results to and from JSON, in the shape that `bias-reader analyse` writes.

The spans of a quotation's source and cue are the analyser's own business and are not written.
"""

from collections.abc import Mapping
from typing import Any

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

Json = dict[str, Any]

# a score's fifth digit says nothing and costs bytes
_DIGITS = 4


def analysis_to_json(analysis: Analysis) -> Json:
    """Return what one line of the answer holds, without its `id`."""
    return {
        "findings": [finding_to_json(finding) for finding in analysis.findings],
        "quotes": [quote_to_json(quote) for quote in analysis.quotes],
        "corrections": [correction_to_json(correction) for correction in analysis.corrections],
        "claims": [claim_to_json(claim) for claim in analysis.claims],
        "sentences": [sentence_to_json(sentence) for sentence in analysis.sentences],
        "engine": engine_to_json(analysis.engine),
    }


def analysis_from_json(value: Mapping[str, Any]) -> Analysis:
    """Return the analysis that `analysis_to_json` wrote."""
    return Analysis(
        findings=tuple(map(finding_from_json, value["findings"])),
        quotes=tuple(map(quote_from_json, value["quotes"])),
        corrections=tuple(map(correction_from_json, value["corrections"])),
        claims=tuple(map(claim_from_json, value["claims"])),
        sentences=tuple(map(sentence_from_json, value["sentences"])),
        engine=engine_from_json(value["engine"]),
    )


def finding_to_json(finding: Finding) -> Json:
    """Return a finding as JSON."""
    return {
        **_span_to_json(finding.span),
        "text": finding.text,
        "category": finding.category.value,
        "score": round(finding.score, _DIGITS),
        "voice": finding.voice.value,
        "speaker": finding.speaker,
        "explanation": finding.explanation,
        "alternatives": list(finding.alternatives),
    }


def finding_from_json(value: Mapping[str, Any]) -> Finding:
    """Return the finding that `finding_to_json` wrote."""
    return Finding(
        span=_span_from_json(value),
        text=value["text"],
        category=Category(value["category"]),
        score=value["score"],
        voice=Voice(value["voice"]),
        speaker=value["speaker"],
        explanation=value["explanation"],
        alternatives=tuple(value["alternatives"]),
    )


def quote_to_json(quote: Quote) -> Json:
    """Return a quotation as JSON."""
    return {
        **_span_to_json(quote.span),
        "speaker": quote.speaker,
        "cue": quote.cue,
        "kind": quote.kind.value,
    }


def quote_from_json(value: Mapping[str, Any]) -> Quote:
    """Return the quotation that `quote_to_json` wrote."""
    return Quote(
        span=_span_from_json(value),
        speaker=value["speaker"],
        cue=value["cue"],
        kind=QuoteKind(value["kind"]),
    )


def correction_to_json(correction: Correction) -> Json:
    """Return a corrective passage as JSON."""
    return {
        **_span_to_json(correction.span),
        "type": correction.type.value,
        "claim": None if correction.claim is None else _span_to_json(correction.claim),
        "claimant": correction.claimant,
        "score": round(correction.score, _DIGITS),
        "explanation": correction.explanation,
    }


def correction_from_json(value: Mapping[str, Any]) -> Correction:
    """Return the corrective passage that `correction_to_json` wrote."""
    claim = value["claim"]
    return Correction(
        span=_span_from_json(value),
        type=CorrectionType(value["type"]),
        claim=None if claim is None else _span_from_json(claim),
        claimant=value["claimant"],
        score=value["score"],
        explanation=value["explanation"],
    )


def claim_to_json(claim: Claim) -> Json:
    """Return a claim as JSON."""
    return {
        **_span_to_json(claim.span),
        "claimant": claim.claimant,
        "status": claim.status.value,
        "corrections": list(claim.corrections),
    }


def claim_from_json(value: Mapping[str, Any]) -> Claim:
    """Return the claim that `claim_to_json` wrote."""
    return Claim(
        span=_span_from_json(value),
        claimant=value["claimant"],
        status=ClaimStatus(value["status"]),
        corrections=tuple(value["corrections"]),
    )


def sentence_to_json(sentence: SentenceScore) -> Json:
    """Return a sentence's score as JSON."""
    return {**_span_to_json(sentence.span), "bias": round(sentence.bias, _DIGITS)}


def sentence_from_json(value: Mapping[str, Any]) -> SentenceScore:
    """Return the sentence's score that `sentence_to_json` wrote."""
    return SentenceScore(span=_span_from_json(value), bias=value["bias"])


def engine_to_json(engine: Engine) -> Json:
    """Return the engine as JSON."""
    return {"version": engine.version, "model": engine.model}


def engine_from_json(value: Mapping[str, Any]) -> Engine:
    """Return the engine that `engine_to_json` wrote."""
    return Engine(version=value["version"], model=value["model"])


def _span_to_json(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _span_from_json(value: Mapping[str, Any]) -> Span:
    return Span(value["start"], value["end"])
