"""Places follow edits made while the analyser worked, and long texts are cut around them."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model.results import (
    Claim,
    ClaimStatus,
    Correction,
    CorrectionType,
    SentenceScore,
)
from reader.model.span import Span
from reader.ui.edit_log import EditLog
from reader.ui.moving import moved, moved_closing
from reader.ui.stretch import stretch_around

# positions and lengths as shares, so that any of them fits whatever text there is by then
EDITS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.3), st.text(max_size=4)), max_size=6)
TEXTS = st.text(st.sampled_from("ab .\n"), min_size=1, max_size=60)


def edited(text: str, edits: list[tuple[float, float, str]], log: EditLog) -> str:
    for share, length, added in edits:
        start = round(share * len(text))
        end = min(len(text), start + round(length * len(text)))
        log.record(start, end - start, len(added))
        text = text[:start] + added + text[end:]
    return text


@given(TEXTS, EDITS, st.floats(0, 1), st.integers(1, 8))
def test_a_span_that_is_moved_holds_the_same_words(
    text: str, edits: list[tuple[float, float, str]], share: float, length: int
) -> None:
    log = EditLog()
    start = round(share * (len(text) - 1))
    span = Span(start, min(len(text), start + length))
    after = edited(text, edits, log)
    found = log.moved(span)
    assert found is None or found.of(after) == span.of(text)


@given(TEXTS, EDITS, st.floats(0, 1), st.integers(1, 30))
def test_a_span_that_is_stretched_lies_in_the_text(
    text: str, edits: list[tuple[float, float, str]], share: float, length: int
) -> None:
    log = EditLog()
    start = round(share * (len(text) - 1))
    after = edited(text, edits, log)
    found = log.stretched(Span(start, min(len(text), start + length)))
    assert found is None or 0 <= found.start < found.end <= len(after)


def test_a_span_far_from_all_edits_is_kept() -> None:
    log = EditLog()
    log.record(10, 2, 5)
    assert log.moved(Span(0, 10)) == Span(0, 10)
    assert log.moved(Span(12, 20)) == Span(15, 23)
    assert log.moved(Span(9, 11)) is None
    assert log.stretched(Span(8, 14)) == Span(8, 17)


def test_a_word_typed_letter_by_letter_and_corrected_is_one_edit() -> None:
    log = EditLog()
    for number in range(6):
        log.record(20 + number, 0, 1)
    log.record(25, 1, 0)
    assert len(log) == 1
    assert log.moved(Span(30, 35)) == Span(35, 40)


def test_results_move_and_corrections_keep_their_claims() -> None:
    log = EditLog()
    log.record(0, 10, 0)
    sentences = [SentenceScore(Span(2, 8), 0.5), SentenceScore(Span(20, 30), 0.5)]
    assert [one.span for one in moved(sentences, log)] == [Span(10, 20)]
    gone = Correction(Span(1, 9), CorrectionType.LABEL, None, None, 0.9, "")
    kept = Correction(Span(40, 50), CorrectionType.REBUTTAL, Span(20, 30), None, 0.9, "")
    claim = Claim(Span(20, 30), None, ClaimStatus.CORRECTED, (0, 1))
    corrections, claims = moved_closing([gone, kept], [claim], log)
    assert [(one.span, one.claim) for one in corrections] == [(Span(30, 40), Span(10, 20))]
    assert [(one.span, one.corrections) for one in claims] == [(Span(10, 20), (0,))]


def test_the_paragraph_around_an_edit_is_analysed_with_its_neighbours() -> None:
    text = "\n".join(f"Paragraph {number} is here." for number in range(2_000))
    place = text.index("Paragraph 1000")
    stretch = stretch_around(text, Span(place + 3, place + 4))
    assert stretch.kept.of(text) == "Paragraph 1000 is here."
    assert "Paragraph 990 is here." in stretch.text
    assert text[stretch.start :].startswith(stretch.text)
    assert len(stretch.text) < 9_000
    inside = SentenceScore(Span(place - stretch.start, place - stretch.start + 5), 0.5)
    outside = SentenceScore(Span(0, 5), 0.5)
    assert [one.span for one in stretch.placed([outside, inside])] == [Span(place, place + 5)]


@given(st.integers(0, 1_000_000))
def test_a_paragraph_of_a_megabyte_is_cut_around_the_edit(place: int) -> None:
    text = "word and words. " * 62_500
    stretch = stretch_around(text, Span(place, min(len(text), place + 1)))
    assert stretch.kept.start <= place <= stretch.kept.end
    assert len(stretch.text) < 12_000
