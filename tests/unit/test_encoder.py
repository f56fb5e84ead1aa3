"""The encoder: pieces, windows, and readings that do not depend on what stands around."""

import numpy as np
import pytest

from reader.analysis.encoder.engine import Encoder
from reader.analysis.encoder.pieces import Casing, Pieces, casing, quoted_words
from reader.analysis.encoder.windows import windows_of
from reader.analysis.reading import Reading
from reader.text.cutting import cut

CALM = "The committee approved the budget on Tuesday by 7 votes to 2."
HEATED = "The mayor's shameless henchmen peddled a preposterous, hysterical smear campaign."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def read(encoder: Encoder, text: str) -> Reading:
    document = cut(text)
    one = encoder.begin(document)
    one.read(range(len(document.paragraphs)))
    return one.reading


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("plan", Casing.LOWER),
        ("Ortiz", Casing.CAPITALISED),
        ("BBC", Casing.UPPER),
        ("A", Casing.CAPITALISED),
        ("41", Casing.NUMBER),
        ("“", Casing.LOWER),
    ],
)
def test_casing(word: str, expected: Casing) -> None:
    assert casing(word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” to it", ["“", "no"]),
        ('He said "no" to it', ['"', "no"]),
        ("“It goes on", ["“", "It", "goes", "on"]),
    ],
)
def test_words_in_quotation_marks(text: str, expected: list[str]) -> None:
    document = cut(text)
    inside = quoted_words(document, document.paragraphs[0])
    assert [w.text for w, in_marks in zip(document.words, inside, strict=True) if in_marks] == (
        expected
    )


def pieces(count: int, start: int) -> Pieces:
    return Pieces(list(range(count)), [0] * count, list(range(start, start + count)))


def test_sentences_share_a_window_while_they_fit() -> None:
    windows = list(windows_of([pieces(4, 0), pieces(5, 4), pieces(3, 9)], 7, longest=10))
    assert [window.sentences for window in windows] == [
        [(7, range(4)), (8, range(4, 9))],
        [(9, range(3))],
    ]


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    windows = list(windows_of([pieces(23, 0)], 0, longest=10))
    assert [len(window.ids) for window in windows] == [10, 10, 3]
    assert [word for window in windows for word in window.words] == list(range(23))


def test_loaded_words_stand_out(encoder: Encoder) -> None:
    calm, heated = read(encoder, CALM), read(encoder, HEATED)
    assert heated.loaded.max() > 0 > -1 > calm.loaded.max()
    assert heated.bias[0] > calm.bias[0]


def test_the_words_of_a_quotation_are_content(encoder: Encoder) -> None:
    text = "The minister said that the talks would resume in March."
    reading, document = read(encoder, text), cut(text)
    content = reading.content.argmax(axis=1) > 0
    assert [w.text for w, inside in zip(document.words, content, strict=True) if inside][-5:] == [
        "talks",
        "would",
        "resume",
        "in",
        "March",
    ]


def test_a_paragraph_reads_the_same_whatever_stands_around_it(encoder: Encoder) -> None:
    alone, among = read(encoder, HEATED), read(encoder, f"{CALM}\n\n{HEATED}\n\n{CALM}")
    document = cut(f"{CALM}\n\n{HEATED}\n\n{CALM}")
    words = document.sentences[1].words
    np.testing.assert_array_equal(alone.loaded, among.loaded[words.start : words.stop])
    np.testing.assert_array_equal(alone.vectors[0], among.vectors[1])


def test_reading_twice_gives_the_same_bytes(encoder: Encoder) -> None:
    first, second = read(encoder, HEATED), read(encoder, HEATED)
    assert first.loaded.tobytes() == second.loaded.tobytes()
    assert first.vectors.tobytes() == second.vectors.tobytes()


@pytest.mark.parametrize("text", ["", "\n\n", "\ud800 \x00 …", "word " * 3_000])
def test_any_text_can_be_read(encoder: Encoder, text: str) -> None:
    reading = read(encoder, text)
    assert np.isfinite(reading.loaded).all()
    assert np.isfinite(reading.vectors).all()
