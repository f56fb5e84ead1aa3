"""What must hold for the results on any text at all."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.pipeline import Analyser
from reader.model.codec import analysis_from_json, analysis_to_json
from reader.model.results import Analysis
from reader.model.span import Span

# words that the analyser has something to say about, so that random texts are not random noise
PHRASES = (
    "The mayor", "Ada Roe", "she", "said", "falsely claimed", "“", "”", '"', "‘", "’", "'s",
    "bizarre", "a blistering attack", "critics say", "incredibly", "never", "perhaps", "in fact",
    "There is no", "evidence for that", "according to", "?", ".", ",", ":", "…", "–", "\n", "\n\n",
    "\r\n", "\t", "so-called", "Correction:", "1,200", "3.5", "U.S.", "Mr.", "😀", "\u202e", "שלום",
    "e\u0301", "\x00", "\ud800", "\udfff", "\ufeff", "\u2028", "\x85", "ﬁ", "İ",
)  # fmt: skip

news = st.lists(st.sampled_from(PHRASES), max_size=40).map(" ".join)
characters = st.characters(codec=None, exclude_categories=())
anything = st.text(characters, max_size=80)
texts = st.one_of(news, anything, st.builds("{} {}".format, news, anything))
paragraphs = st.lists(
    st.sampled_from([
        "The mayor launched a blistering attack on the bizarre plan.",
        "“It is a disgraceful lie,” Ada Roe said. “Nobody wants it.”",
        "Critics say the scheme is extremely unpopular.",
        "He falsely claimed that the bridge had never been inspected.",
        "The bridge was inspected in May.",
    ]),
    min_size=1,
    max_size=4,
).map("\n\n".join)  # fmt: skip

warm = Analyser()

# the window asks for all that its slider can bring to light
LOWEST_OF_SLIDER = 0.1


def spans(analysis: Analysis) -> list[Span]:
    found = [finding.span for finding in analysis.findings]
    found += [quote.span for quote in analysis.quotes]
    found += [passage.span for passage in analysis.corrections]
    found += [passage.claim for passage in analysis.corrections if passage.claim is not None]
    found += [claim.span for claim in analysis.claims]
    return found + [sentence.span for sentence in analysis.sentences]


@given(texts)
def test_every_span_lies_in_the_text(text: str) -> None:
    for span in spans(warm.analyse(text, 0)):
        assert 0 <= span.start < span.end <= len(text)


@given(texts)
def test_the_marked_text_is_the_text_of_the_span(text: str) -> None:
    for finding in warm.analyse(text, 0).findings:
        assert finding.span.of(text) == finding.text


@given(texts)
def test_scores_are_probabilities_and_reasons_are_given(text: str) -> None:
    analysis = warm.analyse(text, 0)
    for finding in analysis.findings:
        assert 0 <= finding.score <= 1
        assert finding.explanation
    for passage in analysis.corrections:
        assert 0 <= passage.score <= 1
        assert passage.explanation
    assert all(0 <= sentence.bias <= 1 for sentence in analysis.sentences)


@given(texts)
def test_claims_and_corrections_point_at_each_other(text: str) -> None:
    analysis = warm.analyse(text, 0)
    for claim in analysis.claims:
        assert all(0 <= index < len(analysis.corrections) for index in claim.corrections)


@given(texts)
def test_json_goes_there_and_back(text: str) -> None:
    value = analysis_to_json(warm.analyse(text, 0))
    assert analysis_to_json(analysis_from_json(json.loads(json.dumps(value)))) == value


@given(texts)
def test_the_same_text_gives_the_same_results(text: str) -> None:
    assert warm.analyse(text, 0) == warm.analyse(text, 0)


@given(texts, st.floats(LOWEST_OF_SLIDER, 1))
def test_a_threshold_only_leaves_out(text: str, threshold: float) -> None:
    """What the slider of the window leaves is what the command line gives at that threshold."""
    every = warm.analyse(text, LOWEST_OF_SLIDER).findings
    kept = warm.analyse(text, threshold).findings
    assert kept == tuple(finding for finding in every if finding.score >= threshold)


@given(paragraphs, paragraphs)
def test_what_follows_a_blank_line_changes_no_finding_before_it(first: str, second: str) -> None:
    alone = warm.analyse(first, 0).findings
    together = warm.analyse(f"{first}\n\n{second}", 0).findings
    before = [finding for finding in together if finding.span.end <= len(first)]

    def places(found: object) -> list[tuple[Span, str]]:
        assert isinstance(found, list | tuple)
        return [(finding.span, finding.category) for finding in found]

    assert places(before) == places(alone)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 40_000,
        "“" * 5_000,
        "a" * 200_000,
        "“He said “she said ” " * 3_000,
        "\n" * 50_000,
        "\ud800" * 1_000,
        "😀 A bizarre plan. " * 500,
        "הוא אמר «bizarre» \u202e plan. " * 500,
    ],
    ids=["words", "open-quotes", "one-word", "nested", "blank", "surrogates", "emoji", "hebrew"],
)
def test_odd_texts_get_a_result(text: str) -> None:
    for span in spans(warm.analyse(text)):
        assert 0 <= span.start < span.end <= len(text)
