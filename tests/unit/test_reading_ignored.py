"""An ignored finding is known again by its words, not by its place."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model.span import Span
from reader.ui.ignored import IgnoredKey, key_of, match_ignored

WORDS = st.lists(
    st.sampled_from(["bad", "good", "day", "night", "sea", "and"]), min_size=1, max_size=30
)


def spans_of(text: str, word: str) -> list[tuple[int, Span]]:
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return [(index, Span(at, at + len(word))) for index, at in enumerate(starts)]


def test_the_key_holds_words_and_no_offsets() -> None:
    text = "It was a truly Bad day for all of us, they said."
    assert key_of(text, Span(15, 18), 0) == IgnoredKey("bad", "was a truly", "day for all", 0)


def test_one_of_two_is_meant() -> None:
    text = "A bad day came. Then a bad night followed."
    second = spans_of(text, "bad")[1]
    key = key_of(text, second[1], 1)
    assert match_ignored([key], text, spans_of(text, "bad")) == {1: key}


def test_it_is_found_after_an_edit_on_one_side() -> None:
    text = "A bad day came. Then a bad night followed."
    key = key_of(text, spans_of(text, "bad")[1][1], 1)
    edited = "A bad day came. In the end it was a bad night followed."
    assert list(match_ignored([key], edited, spans_of(edited, "bad"))) == [1]
    elsewhere = "Something else entirely, and bad in another way."
    assert not match_ignored([key], elsewhere, spans_of(elsewhere, "bad"))


def test_equal_surroundings_are_told_apart_by_their_rank() -> None:
    text = "bad day bad day bad day bad day bad day"
    spans = spans_of(text, "bad")
    key = key_of(text, spans[2][1], 2)
    assert list(match_ignored([key], text, spans)) == [2]


@given(WORDS, st.data())
def test_every_ignored_place_is_found_in_the_same_text(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    spans = spans_of(text, "bad")
    chosen = data.draw(st.sets(st.sampled_from(spans)) if spans else st.just(set()))
    keys = {key_of(text, span, index) for index, span in chosen}
    assert set(match_ignored(keys, text, spans)) == {index for index, _ in chosen}


@given(WORDS, WORDS)
def test_a_text_before_changes_nothing(words: list[str], before: list[str]) -> None:
    text = "One two three " + " ".join(words)
    spans = spans_of(text, "bad")
    keys = [key_of(text, span, index) for index, span in spans]
    moved = " ".join(before).replace("bad", "poor") + ". " + text
    assert len(match_ignored(keys, moved, spans_of(moved, "bad"))) == len(set(keys))
