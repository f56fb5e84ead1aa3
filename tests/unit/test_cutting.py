"""Cutting a text into words with their tags."""

import time

import pytest

from reader.model.span import Span
from reader.text.cutting import cut
from reader.text.pattern import parser
from reader.text.tagging import tag_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It's Putin’s land-grab.", "It 's Putin ’s land-grab ."),
        ("He can't, won’t and I'm not.", "He ca n't , wo n’t and I 'm not ."),
        ("O'Brien paid 1,200 at 3.5% in the 1990s.", "O'Brien paid 1,200 at 3.5 % in the 1990s ."),
        ("the U.S. and the U.K.", "the U.S. and the U.K."),
        ("“So…” – no -- yes...", "“ So … ” – no -- yes ..."),
        ("so-called ‘reform’", "so-called ‘ reform ’"),
        ("the café 2nd day", "the café 2nd day"),
        ("😀 A plan", "😀 A plan"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert [word.text for word in cut(text).words] == words.split()


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("It was a boorish remark.", "boorish", "JJ"),
        ("Trump falsely accused him.", "falsely", "RB"),
        ("The bridge is closed.", "bridge", "NN"),
        ("Port Ellery voted.", "Ellery", "NNP"),
        ("It cost 31 million.", "31", "CD"),
    ],
)
def test_tags(text: str, word: str, tag: str) -> None:
    assert [found.tag for found in cut(text).words if found.text == word] == [tag]


def test_a_curly_apostrophe_is_tagged_like_a_straight_one() -> None:
    straight, curly = cut("He isn't Ada's."), cut("He isn’t Ada’s.")
    assert [word.tag for word in straight.words] == [word.tag for word in curly.words]


def test_punctuation() -> None:
    marks = [word.text for word in cut("“No,” he said (twice) … 5%").words if word.is_punctuation]
    assert marks == ["“", ",", "”", "(", ")", "…", "%"]


def test_words_in_a_span_and_the_sentence_at_an_offset() -> None:
    document = cut("One two. Three four.\n\nFive.")
    assert document.words_in(Span(4, 14)) == range(1, 4)
    assert document.words_in(Span(5, 6)) == range(1, 2)
    assert document.words_in(Span(3, 4)) == range(1, 1)
    assert [document.sentence_at(offset) for offset in (0, 8, 9, 21, 22, 99)] == [0, 0, 1, 1, 2, 2]


def test_nothing_is_an_empty_document() -> None:
    for text in ("", "\n \n"):
        document = cut(text)
        assert (document.paragraphs, document.sentences, document.words) == ((), (), ())


@pytest.mark.parametrize("end", ["\n\n", " "], ids=["paragraphs", "one paragraph"])
def test_time_grows_with_the_text(sample_article: str, end: str) -> None:
    """Four times the text takes some four times as long, not sixteen."""
    article = sample_article.replace("\n", " ") + end

    def seconds(times: int) -> float:
        started = time.process_time()
        cut(article * times)
        return time.process_time() - started

    def best(times: int) -> float:
        # what else the machine does only ever adds
        return min(seconds(times) for _ in range(3))

    seconds(1)
    assert best(160) < 8 * max(best(40), 0.01)


def test_the_tags_are_those_of_the_tagger() -> None:
    sentences = [
        "Critics said the mayor’s plan was bizarre , and falsely sold .",
        "It 's Putin 's , is n't it ? 1,200 of 3.5 % in the 1990s",
        "said Critics mayor The the THE “ Reform ” reform land-grab 2nd",
    ]
    for sentence in sentences:
        words = sentence.split()
        straight = [word.translate(str.maketrans("’“”", '\'""')) for word in words]
        # once to learn the words, once more from memory
        for _ in range(2):
            assert tag_words(words) == [tag for _, tag in parser.find_tags(straight)]


def test_the_words_are_folded_and_lowered_as_they_stand() -> None:
    document = cut("Straße’s “END”.")
    assert document.texts == ["Straße", "’s", "“", "END", "”", "."]
    assert document.folded == ["strasse", "’s", "“", "end", "”", "."]
    assert document.lowered == ["straße", "'s", '"', "end", '"', "."]
