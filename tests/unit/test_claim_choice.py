"""Choosing among the claims of one sentence: what speaks for each, and which is taken."""

from reader.analysis.corrective.claim_choice import ClaimChoice, claim_features
from reader.analysis.corrective.cues import load_cues
from reader.analysis.corrective.evidence import gather
from reader.analysis.corrective.features import Row
from reader.analysis.corrective.memory import Memory
from reader.model.results import Claim, ClaimStatus
from reader.model.span import Span
from reader.text.cutting import cut

REPORT = "Ada Orr falsely said that the bridge was shut, and Ben Ash that 300 boats lay there."
FACT = "The harbour counted 40 boats that day."
FIRST, SECOND = "the bridge was shut", "300 boats lay there"


def features(number: int) -> list[Row]:
    """Return what speaks for each claim of REPORT as the one that sentence `number` answers."""
    text = f"{REPORT} {FACT}"
    document = cut(text)
    claims = [
        Claim(Span(text.index(part), text.index(part) + len(part)), name, ClaimStatus.STANDING)
        for part, name in ((FIRST, "Ada Orr"), (SECOND, None))
    ]
    evidence = gather(document, [], load_cues())
    return claim_features(document, evidence, Memory(document, evidence, claims), number, claims)


def test_each_claim_has_a_row_that_tells_its_place_and_form() -> None:
    first, second = features(1)
    assert (first["first"], first["last"], second["first"], second["last"]) == (1, 0, 0, 1)
    assert (first["that"], second["that"]) == (1, 1)
    assert (first["nobody's"], second["nobody's"]) == (0, 1)


def test_words_shared_with_the_sentence_that_answers_count() -> None:
    first, second = features(1)
    assert second["shared words"] > first["shared words"] == 0


def test_nothing_is_shared_with_the_sentence_itself() -> None:
    assert all("shared words" not in row for row in features(0))


def test_a_cue_counts_by_where_it_lies() -> None:
    first, second = features(0)
    assert "just before: verdict" in first
    assert "before: verdict" in second


def test_the_claim_with_the_largest_sum_is_chosen() -> None:
    choice = ClaimChoice({"shared words": 1.0, "first": 0.01})
    assert choice.choose(features(1)) == 1
    assert choice.choose(features(0)) == 0
