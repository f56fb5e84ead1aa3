"""Corrective passages: which sentences are marked, what they answer, what becomes of the claims."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.claims import find_claims
from reader.analysis.corrections import find_corrections
from reader.analysis.pipeline import Analyser
from reader.analysis.quotes import find_quotes
from reader.model.results import Claim, ClaimStatus, Correction, CorrectionType
from reader.text.cutting import cut

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "article.txt"

LABEL = (
    "The council met on Tuesday to talk about the bridge.\n"
    "Ada Orr falsely claimed that the bridge had been shut for a month.\n"
    "The meeting went on until ten."
)
FACT = (
    "Ada Orr spoke about Tom Vance on Tuesday.\n"
    "Orr attacked Vance, saying: “Vance has never signed a single treaty in this town.”\n"
    "Vance signed the harbour treaty in 2019 and the fishing treaty a year later."
)
DISPUTE = (
    "Ada Orr said: “The company has poisoned the river for years.”\n"
    "The company denied poisoning the river."
)


def results(text: str) -> tuple[list[Correction], list[Claim]]:
    document = cut(text)
    quotes = find_quotes(document, None)
    return find_corrections(document, quotes, find_claims(document, None, quotes))


def test_a_verdict_in_the_writers_voice_is_a_label_on_the_claim_beside_it() -> None:
    [correction], [claim] = results(LABEL)
    assert correction.span.of(LABEL).startswith("Ada Orr falsely")
    assert correction.type is CorrectionType.LABEL
    assert correction.claim == claim.span
    assert correction.claimant == claim.claimant == "Ada Orr"
    assert (claim.status, claim.corrections) == (ClaimStatus.CORRECTED, (0,))


def test_a_fact_about_the_subject_of_a_quoted_claim_is_a_possible_rebuttal() -> None:
    corrections, _ = results(FACT)
    [rebuttal] = [one for one in corrections if one.type is CorrectionType.REBUTTAL]
    assert rebuttal.span.of(FACT).startswith("Vance signed")
    assert rebuttal.claim is not None
    assert "never signed" in rebuttal.claim.of(FACT)
    assert rebuttal.score < 0.5


def test_a_notice_answers_no_claim() -> None:
    corrections, _ = results("The shop shut.\nCorrection: This story has been updated.")
    [notice] = [one for one in corrections if one.type is CorrectionType.NOTICE]
    assert (notice.claim, notice.claimant) == (None, None)


def test_a_denial_by_somebody_else_disputes_the_claim_and_corrects_nothing() -> None:
    corrections, claims = results(DISPUTE)
    assert corrections == []
    [claim] = [one for one in claims if "poisoned the river" in one.span.of(DISPUTE)]
    assert claim.status is ClaimStatus.DISPUTED


def test_plain_reports_hold_nothing() -> None:
    text = "The market opens at nine.\nIt sells fish and bread.\nThe square is full by ten."
    assert results(text) == ([], [])


@given(st.text(alphabet=' \n“”".!?’abBut falsely claimed not 12'))
def test_any_text_gives_spans_in_it_and_indices_that_hold(text: str) -> None:
    corrections, claims = results(text)
    for correction in corrections:
        assert 0 <= correction.span.start < correction.span.end <= len(text)
        assert 0 <= correction.score <= 1
        assert correction.explanation.endswith(".")
    spans = {claim.span for claim in claims}
    assert all(one.claim is None or one.claim in spans for one in corrections)
    answered = [index for claim in claims for index in claim.corrections]
    assert sorted(answered) == [n for n, one in enumerate(corrections) if one.claim is not None]


@pytest.mark.shared
@pytest.mark.skipif(not SEED.exists(), reason="the evaluation data is not beside the checkout")
def test_the_article_that_the_program_began_with() -> None:
    text = SEED.read_text(encoding="utf-8")
    analysis = Analyser().analyse(text)
    found = [
        (one.type.value, one.span.of(text)[:20], one.claim.of(text) if one.claim else "")
        for one in analysis.corrections
    ]
    assert [(kind, words) for kind, words, _ in found] == [
        ("label", "Trump then falsely a"),
        ("rebuttal", "Zelenskyy was democr"),
        ("rebuttal", "That ended up being "),
        ("rebuttal", "The Ukrainian leader"),
    ]
    assert "elections" in found[1][2]
    assert "elections" in found[2][2]
    assert "polls" in found[3][2]
