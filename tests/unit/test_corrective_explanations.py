"""Explanations name the claim, its place and the evidence, in plain words."""

from reader.analysis.corrective.cues import load_cues
from reader.analysis.corrective.evidence import gather
from reader.analysis.corrective.explanations import explain
from reader.model.results import Claim, ClaimStatus, CorrectionType
from reader.model.span import Span
from reader.text.cutting import cut

TEXT = (
    "Orr claimed that the Aldern bridge had cost 40 crowns.\n"
    "The market was full.\n"
    "But records show that the Aldern bridge did not cost 40 crowns but 12."
)


def claim(words: str, claimant: str | None) -> Claim:
    start = TEXT.index(words)
    return Claim(Span(start, start + len(words)), claimant, ClaimStatus.STANDING)


def told(number: int, kind: CorrectionType, answered: Claim | None, text: str = TEXT) -> str:
    document = cut(text)
    return explain(document, gather(document, [], load_cues()), number, kind, answered)


def test_a_rebuttal_names_claim_distance_and_what_they_share() -> None:
    reason = told(2, CorrectionType.REBUTTAL, claim("the Aldern bridge had cost 40 crowns", "Orr"))
    assert reason.startswith(
        "Answers Orr’s “the Aldern bridge had cost 40 crowns”, two sentences earlier: "
    )
    assert "“But” opens the sentence against what stands before" in reason
    assert "“records” names a source" in reason
    assert "both speak of “Aldern”" in reason
    assert reason.endswith(".")


def test_a_claim_without_claimant_is_called_the_claim() -> None:
    reason = told(2, CorrectionType.REBUTTAL, claim("The market was full", None))
    assert reason.startswith("Answers the claim “The market was full”, one sentence earlier")


def test_a_label_in_the_same_sentence() -> None:
    text = "Orr falsely claimed that the bridge was shut."
    words = "the bridge was shut"
    start = text.index(words)
    answered = Claim(Span(start, start + len(words)), "Orr", ClaimStatus.STANDING)
    reason = told(0, CorrectionType.LABEL, answered, text)
    assert reason == (
        "Judges Orr’s “the bridge was shut”, in the same sentence: "
        "“falsely” is the writer's own verdict."
    )


def test_a_notice_quotes_itself() -> None:
    text = "This story has been updated."
    assert told(0, CorrectionType.NOTICE, None, text) == (
        "A note of the publication about its own text: “This story has been updated”."
    )


def test_a_long_claim_is_shortened_at_a_word() -> None:
    text = f"Orr said that {'the very long bridge ' * 9}was shut.\nIt was open."
    document = cut(text)
    answered = Claim(Span(14, len(text) - 15), "Orr", ClaimStatus.STANDING)
    reason = explain(
        document, gather(document, [], load_cues()), 1, CorrectionType.REBUTTAL, answered
    )
    quoted = reason[reason.index("“") + 1 : reason.index("”")]
    assert len(quoted) <= 82
    assert quoted.endswith(" …")
