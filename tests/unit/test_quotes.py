"""Quotes by rules alone: what was said, by whom, introduced by which words."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.attribution.finder import QuoteFinder
from reader.analysis.quotes import find_quotes
from reader.analysis.reading import Array
from reader.model.results import Quote, QuoteKind
from reader.text.cutting import cut
from reader.text.document import Document


def direct(text: str) -> list[tuple[str, str | None]]:
    return [
        (quote.span.of(text).rstrip(",."), quote.speaker)
        for quote in find_quotes(cut(text), None)
        if quote.kind is QuoteKind.DIRECT
    ]


def speakers(text: str) -> list[str | None]:
    return [speaker for _, speaker in direct(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will stay here,” said Anna Vale.", "Anna Vale"),
        ("“We will stay here,” Anna Vale said.", "Anna Vale"),
        ("“We will stay here,” said the mayor, Anna Vale, on Monday.", "Anna Vale"),
        ("“We will stay here,” Anna Vale, the mayor, said.", "Anna Vale"),
        ("Anna Vale said: “We will stay here.”", "Anna Vale"),
        ("Anna Vale, 43, added: “We will stay here.”", "Anna Vale"),
        ("Anna Vale told the Evening Post: “We will stay here.”", "Anna Vale"),
        ("Anna Vale left the hall, saying: “We will stay here.”", "Anna Vale"),
        ("“We will stay here,” Anna Vale began.", "Anna Vale"),
        ("Anna Vale: “We will stay here.”", "Anna Vale"),
        ("“We will stay here.” — Anna Vale", "Anna Vale"),
        ("“We will stay here,” a source said.", "a source"),
        ("“We will stay here,” officials said.", "officials"),
        ("“We will stay here,” a spokesman for Anna Vale said.", "a spokesman for Anna Vale"),
        ("“We will stay here,” said the Northern Water Board.", "Northern Water Board"),
        ("“We will stay here,” somebody said.", None),
        ("The note hung on the door. “We will stay here.”", None),
    ],
)
def test_the_speaker_of_a_quotation(text: str, expected: str | None) -> None:
    assert speakers(text) == [expected]


def test_the_fullest_name_that_the_article_gives() -> None:
    text = "Mayor Anna Vale came late.\n\n“The bridge is closed,” Vale said."
    assert speakers(text) == ["Anna Vale"]


def test_a_broken_quotation_has_one_speaker() -> None:
    text = "“The bridge,” Anna Vale said, “will be closed tomorrow. It is old.”"
    assert direct(text) == [
        ("The bridge", "Anna Vale"),
        ("will be closed tomorrow. It is old", "Anna Vale"),
    ]


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = "Anna Vale said: “The bridge is closed.\n\n“It is old and nobody mended it.”"
    assert speakers(text) == ["Anna Vale", "Anna Vale"]


def test_a_floating_quotation_goes_on_with_the_speaker_before() -> None:
    text = "“The bridge is closed,” Anna Vale said.\n\n“It is old and nobody mended it.”"
    assert speakers(text) == ["Anna Vale", "Anna Vale"]


def test_a_sentence_with_a_colon_introduces_the_next_paragraph() -> None:
    text = "Anna Vale issued a statement:\n\n“It is old and nobody mended it.”"
    assert speakers(text) == ["Anna Vale"]


def test_he_and_she_by_gender() -> None:
    text = (
        "Anna Vale met Martin Orr on Monday.\n\n“It is old and rotten,” she said.\n\n"
        "“It will do for a year,” he said."
    )
    assert speakers(text) == ["Anna Vale", "Martin Orr"]


def test_he_who_tells_somebody_is_not_that_somebody() -> None:
    text = (
        "Martin Orr came late. Paul Hale asked Orr for a word.\n\n"
        "“It will do for a year,” he told Hale."
    )
    assert speakers(text) == ["Martin Orr"]


def test_the_company_is_the_one_that_was_named() -> None:
    text = (
        "Orrfield Corp. said that it would cut jobs.\n\n“We are very sorry,” the company said. "
        "“This is hard.”"
    )
    assert speakers(text) == ["Orrfield Corp", "Orrfield Corp"]


def test_a_nickname_stays_in_the_name() -> None:
    text = "“I do not believe a word of it,” said Tom “Tiny” Baker, a welder."
    assert direct(text) == [("I do not believe a word of it", "Tom “Tiny” Baker")]


def test_british_marks_and_namesakes() -> None:
    text = (
        "‘It’s the engineers’ view that it is unsafe,’ Councillor Maria Hendricks told the press."
        "\n\nHer brother, Paul Hendricks, who runs a ferry, disagreed. ‘They want to ruin us,’ "
        "he said.\n\nMs Hendricks said: ‘We had no choice in the matter.’"
    )
    assert speakers(text) == ["Maria Hendricks", "Paul Hendricks", "Maria Hendricks"]


def test_a_pronoun_without_anybody_named_stays_open() -> None:
    assert speakers("“It is old and rotten,” she said.") == [None]


def test_a_description_is_resolved_by_titles() -> None:
    text = (
        "Norwegian Prime Minister Kari Solberg met Danish Prime Minister Jens Holm.\n\n"
        "“It was a good talk,” the Danish prime minister said."
    )
    assert speakers(text) == ["Jens Holm"]


def test_an_unnamed_description_stays_unnamed() -> None:
    text = "Anna Vale came late.\n\n“It is old and rotten,” the engineer said."
    assert speakers(text) == ["the engineer"]


def test_partial_quotations_are_speech_and_scare_quotes_are_not() -> None:
    assert direct("Anna Vale said the plan was “impossible”.") == [("impossible", "Anna Vale")]
    assert direct("The “experts” met in the town hall again.") == []
    assert direct("Anna Vale said that the “experts” had failed.") == []


def test_titles_and_nicknames_are_no_speech() -> None:
    assert direct("The band played “The Long Road Home” twice.") == []
    assert direct("William “Bill” Orr came late.") == []


def indirect(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (quote.span.of(text), quote.speaker, quote.cue)
        for quote in find_quotes(cut(text), None)
        if quote.kind is QuoteKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        ("Anna Vale said she rated the talks.", "she rated the talks", "Anna Vale", "said"),
        (
            "According to Anna Vale, the bridge is old.",
            "the bridge is old",
            "Anna Vale",
            "According to",
        ),
        (
            "The bridge is old, according to Anna Vale.",
            "The bridge is old",
            "Anna Vale",
            "according to",
        ),
        ("Anna Vale accused Orr of lying.", "Orr of lying", "Anna Vale", "accused"),
        (
            "Critics fear that the law will be abused.",
            "that the law will be abused",
            "critics",
            "fear",
        ),
        ("The bridge will close, Anna Vale said.", "The bridge will close", "Anna Vale", "said"),
    ],
)
def test_indirect_speech(text: str, content: str, speaker: str, cue: str) -> None:
    [(found, who, by)] = indirect(text)
    assert (found, by) == (content, cue)
    assert who is not None
    assert who.casefold() == speaker.casefold()


def test_the_inner_speaker_of_a_nested_attribution_holds_the_quotation() -> None:
    text = "According to the Evening Post, Anna Vale said the plan was “impossible”."
    assert direct(text) == [("impossible", "Anna Vale")]


def test_source_and_cue_are_kept_for_the_explanation() -> None:
    text = "Anna Vale claimed that the bridge was safe."
    [quote] = find_quotes(cut(text), None)
    assert quote.source_span is not None
    assert quote.cue_span is not None
    assert (quote.source_span.of(text), quote.cue_span.of(text)) == ("Anna Vale", "claimed")


def by_paragraphs(document: Document) -> list[Quote]:
    finder = QuoteFinder(document)
    return [
        quote
        for number in range(len(document.paragraphs))
        for quote in finder.quotes_in(range(number, number + 1), None)
    ]


def test_paragraph_by_paragraph_gives_the_same(sample_article: str) -> None:
    document = cut(sample_article)
    assert by_paragraphs(document) == find_quotes(document, None)


def test_the_seed_article(seed_article: str) -> None:
    quotes = [
        quote for quote in find_quotes(cut(seed_article), None) if quote.kind is QuoteKind.DIRECT
    ]
    long = [quote.speaker for quote in quotes if len(quote.span.of(seed_article).split()) > 9]
    short = {quote.span.of(seed_article): quote.speaker for quote in quotes}
    assert long.count("Vladimir Putin") + long.count("Donald Trump") == len(long)
    assert short["highly"] == short["impossible"] == "Vladimir Putin"
    assert short["I do."] == "Donald Trump"
    assert "cards" not in short


@dataclass(frozen=True)
class Silent:
    """A reading that finds nothing."""

    source: Array
    cue: Array
    content: Array


def silent(document: Document) -> Silent:
    row = np.log(np.array([[0.98, 0.01, 0.01]], np.float32))
    outside = np.repeat(row, len(document.words), axis=0)
    return Silent(outside, outside, outside)


def test_rules_fill_in_where_the_model_has_no_answer() -> None:
    text = "“We will stay here tonight,” said Anna Vale."
    document = cut(text)
    [quote] = QuoteFinder(document).quotes_in(range(1), silent(document))
    assert quote.speaker == "Anna Vale"


def test_a_source_behind_according_to_is_left_to_it() -> None:
    text = "According to the Evening Post, the owner Anna Vale said the plan was good."
    document = cut(text)
    tags = {"source": "OOBIIO" + "O" * 10, "cue": "BIOOOOOOOOBOOOOO", "content": "O" * 11 + "BIIIO"}
    likely = {tag: [0.9 if tag == one else 0.05 for one in "OBI"] for tag in "OBI"}
    layers = {
        name: np.log(np.array([likely[tag] for tag in row], np.float32))
        for name, row in tags.items()
    }
    quotes = QuoteFinder(document).quotes_in(range(1), Silent(**layers))
    assert [(one.span.of(text), one.speaker) for one in quotes] == [
        ("the plan was good", "Anna Vale")
    ]


@given(
    st.text(alphabet=st.sampled_from("“”\"‘’'«» .,:—-!?\n\ud800\x00aéZ5 said heVale"), max_size=120)
)
def test_any_text_at_all_gives_quotes_that_lie_in_it(text: str) -> None:
    document = cut(text)
    quotes = find_quotes(document, None)
    assert all(0 <= quote.span.start < quote.span.end <= len(text) for quote in quotes)
    assert by_paragraphs(document) == quotes
