"""Places of the article and of Qt's document are the same places, for any text and any edit."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.display_text import (
    LONGEST_BLOCK,
    SEPARATOR,
    DisplayText,
    displayed,
    pieces_of,
    units,
)

ANY_CHARACTER = st.characters(exclude_categories=()) | st.sampled_from("\n\0\r\ud800\U0001f600 א")
ANY_TEXT = st.text(ANY_CHARACTER, max_size=60) | st.builds(
    lambda text, times: text * times, st.text(ANY_CHARACTER, max_size=9), st.integers(1, 900)
)


def document_units(display: DisplayText) -> int:
    return units(display.document())


@given(ANY_TEXT)
def test_each_code_point_shows_as_one(text: str) -> None:
    assert len(displayed(text)) == len(text)
    assert displayed(text).count("\n") == text.count("\n")
    displayed(text).encode("utf-16-le")


@given(ANY_TEXT)
def test_blocks_hold_the_whole_text_and_are_short(text: str) -> None:
    display = DisplayText(text)
    joined = "".join(
        ("\n" if display.hard[block] and block else "") + display.block_text(block)
        for block in range(len(display))
    )
    assert joined == displayed(text)
    assert all(units(line) <= LONGEST_BLOCK for line in display.document().split("\n"))
    assert display.length == document_units(display)


@given(ANY_TEXT, st.data())
def test_offsets_round_trip(text: str, data: st.DataObject) -> None:
    display = DisplayText(text)
    offset = data.draw(st.integers(0, len(text)))
    position = display.to_document(offset)
    assert 0 <= position <= display.length
    assert display.to_article(position) == offset
    if offset < len(text) and text[offset] != "\n":
        shown = display.document_text(position, position + units(displayed(text[offset])))
        assert shown == displayed(text[offset])


@given(ANY_TEXT, ANY_TEXT, st.data())
def test_an_edit_gives_what_a_new_start_would(text: str, new: str, data: st.DataObject) -> None:
    display = DisplayText(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 3000)))
    position = display.to_document(start)
    removed = display.to_document(end) - position
    splice = display.splice(position, removed, pieces_of(displayed(new)), new)
    expected = text[:start] + new + text[end:]
    assert (splice.replaced.start, splice.replaced.end) == (start, end)
    assert display.text == displayed(expected)
    assert display.length == document_units(display)
    for offset in {0, start, start + len(new), len(expected)}:
        assert display.to_article(display.to_document(offset)) == offset
    assert display.starts == sorted(set(display.starts))


@given(ANY_TEXT, st.data())
def test_document_text_is_a_slice_of_the_document(text: str, data: st.DataObject) -> None:
    display = DisplayText(text)
    whole = display.document().replace("\n", SEPARATOR)
    end = data.draw(st.integers(0, display.length))
    assert display.document_text(0, end) == whole.encode("utf-16-le")[: 2 * end].decode(
        "utf-16-le", "replace"
    )


def test_a_long_paragraph_is_cut_after_a_space() -> None:
    display = DisplayText("word " * 1000)
    assert len(display) == 3
    assert all(display.block_text(block).endswith(" ") for block in range(2))
    assert display.is_soft_cut(display.positions[1])
