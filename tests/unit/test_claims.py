"""Claims: statements that somebody makes, with span and claimant."""

from reader.analysis.claims import find_claims
from reader.model.results import Claim, ClaimStatus, Quote, QuoteKind
from reader.model.span import Span
from reader.text.cutting import cut


def quote(text: str, words: str, speaker: str | None = "Ada Orr") -> Quote:
    start = text.index(words)
    return Quote(Span(start, start + len(words)), speaker, "said", QuoteKind.DIRECT)


def claims_of(text: str, *quotes: Quote) -> list[Claim]:
    return find_claims(cut(text), None, quotes)


def words_of(text: str, *quotes: Quote) -> list[str]:
    return [claim.span.of(text) for claim in claims_of(text, *quotes)]


def test_each_sentence_of_a_quotation_is_a_claim_of_its_speaker() -> None:
    said = "The dam has burst twice. The mayor knew about it."
    text = f"Orr said: “{said}”"
    claims = claims_of(text, quote(text, said))
    assert [claim.span.of(text) for claim in claims] == [
        "The dam has burst twice.",
        "The mayor knew about it.",
    ]
    assert {claim.claimant for claim in claims} == {"Ada Orr"}
    assert {claim.status for claim in claims} == {ClaimStatus.STANDING}


def test_questions_wishes_and_fragments_are_none() -> None:
    said = "Why did the dam burst? Let us go home now. Thank you all very much. Not now."
    text = f"“{said}” Orr said."
    assert words_of(text, quote(text, said)) == []


def test_a_verb_of_accusation_opens_a_claim() -> None:
    text = "Ada Orr came late. Orr accused the port of hiding the bill."
    [claim] = claims_of(text)
    assert claim.span.of(text) == "the port of hiding the bill"
    assert claim.claimant == "Ada Orr"


def test_a_claim_ends_where_the_sentence_turns() -> None:
    text = "Orr claimed that the bridge was shut all week, but it was open."
    assert words_of(text) == ["the bridge was shut all week"]


def test_a_claim_noun_needs_what_is_claimed() -> None:
    assert words_of("The rumour that the river ran dry in May spread.") == [
        "the river ran dry in May spread"
    ]
    assert words_of("The rumour spread quickly through the whole town.") == []


def test_a_pronoun_is_whoever_spoke_last() -> None:
    said = "The dam has burst twice this year."
    text = f"“{said}” Orr said.\nShe alleged that the mayor had hidden the report."
    claims = claims_of(text, quote(text, said))
    assert [claim.claimant for claim in claims] == ["Ada Orr", "Ada Orr"]


def test_a_verb_inside_a_quotation_opens_none_of_its_own() -> None:
    said = "They claimed the bridge was shut for a week."
    text = f"“{said}” Orr said."
    assert words_of(text, quote(text, said)) == [said]


def test_a_text_without_speech_has_none() -> None:
    assert claims_of("The river is long.\nIt flows north.") == []
    assert claims_of("") == []
