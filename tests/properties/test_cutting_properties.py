"""What must hold for the document of any text at all."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text.cutting import cut

characters = st.characters(codec=None, exclude_categories=())
texts = st.one_of(
    st.text(characters, max_size=200),
    st.text(st.sampled_from("Aab.?!“”\"'’ \n\r\u2028…-1,(U.S)"), max_size=200),
)


@given(texts)
def test_words_are_what_the_text_holds_in_order(text: str) -> None:
    end = 0
    for word in cut(text).words:
        assert end <= word.start < word.end
        assert text[word.start : word.end] == word.text
        assert not word.text.isspace()
        assert word.tag
        end = word.end


@given(texts)
def test_no_letter_is_lost(text: str) -> None:
    held = "".join(word.text for word in cut(text).words)
    assert [letter for letter in held if letter.isalnum()] == [
        letter for letter in text if letter.isalnum()
    ]


@given(texts)
def test_sentences_and_paragraphs_tile_what_they_hold(text: str) -> None:
    document = cut(text)
    assert [index for paragraph in document.paragraphs for index in paragraph.sentences] == list(
        range(len(document.sentences))
    )
    assert [index for sentence in document.sentences for index in sentence.words] == list(
        range(len(document.words))
    )
    for sentence in document.sentences:
        paragraph = document.paragraphs[sentence.paragraph]
        assert paragraph.span.contains(sentence.span)
        assert sentence.span.of(text) == sentence.span.of(text).strip()
        assert "\n" not in sentence.span.of(text)
        for index in sentence.words:
            assert sentence.span.contains(document.words[index].span)


@given(texts, st.integers(0, 200))
def test_looking_up_a_place(text: str, offset: int) -> None:
    document = cut(text)
    if document.sentences and offset < len(text):
        found = document.sentences[document.sentence_at(offset)]
        assert found.span.start <= offset or found is document.sentences[0]
    for index, word in enumerate(document.words):
        assert list(document.words_in(word.span)) == [index]


@given(texts, texts)
def test_what_follows_a_blank_line_changes_no_cut_before_it(first: str, second: str) -> None:
    alone = cut(first)
    together = cut(f"{first}\n\n{second}")
    assert together.words[: len(alone.words)] == alone.words
