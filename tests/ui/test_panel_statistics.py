import subprocess
import sys
import time

import pytest

from reader.model.results import Category, ClaimStatus, Quote, QuoteKind, Voice
from reader.model.span import Span
from reader.ui.panel.paragraphs import Paragraphs
from reader.ui.panel.speakers import Speaker, SpeakerKind
from reader.ui.panel.speech import turns
from reader.ui.panel.statistics import Material, Statistics
from tests.ui import panel_sample as sample


def sample_material() -> Material:
    findings = sample.findings()
    starts = [finding.span.start for finding in findings]
    return Material(sample.TEXT, findings, starts, range(9), sample.quotes(), sample.claims())


@pytest.fixture
def statistics() -> Statistics:
    return Statistics(sample_material())


def speaker(statistics: Statistics, name: str) -> Speaker:
    return next(one for one in statistics.speakers if one.name == name)


def test_paragraphs_count_from_the_first_after_the_headline() -> None:
    paragraphs = Paragraphs(sample.TEXT)
    assert paragraphs.number_at(0) == 0
    assert paragraphs.number_at(sample.span_of("controversial").start) == 1
    assert paragraphs.number_at(sample.span_of("lashed out").start) == 4
    assert paragraphs.numbers() == range(7)
    assert paragraphs.text_of(4).startswith("Hale also falsely")


def test_a_text_of_sentences_alone_has_no_headline() -> None:
    paragraphs = Paragraphs("One sentence.\n\n  \nAnother one.\n")
    assert paragraphs.headline() is None
    assert [paragraphs.text_of(number) for number in paragraphs.numbers()] == [
        "One sentence.",
        "Another one.",
    ]
    assert paragraphs.number_at(19) == 2


@pytest.mark.parametrize("text", ["", "\n", "   \n\n", "one", "\ud800\n\x00"])
def test_any_text_has_paragraphs_and_figures(text: str) -> None:
    statistics = Statistics(Material(text, [], [], [], [], []))
    assert Paragraphs(text).number_at(0) >= 0
    assert [one.kind for one in statistics.speakers] == [SpeakerKind.WRITER]
    assert statistics.categories == []
    assert sum(statistics.density) == 0
    assert {voice.per_thousand for voice in statistics.voices} == {0.0}


def test_direct_speech_goes_before_the_indirect_speech_around_it() -> None:
    quotes = [
        Quote(Span(0, 20), "A", "said", QuoteKind.INDIRECT),
        Quote(Span(5, 10), "A", None, QuoteKind.DIRECT),
        Quote(Span(7, 9), "B", None, QuoteKind.INDIRECT),
    ]
    owners = [(one.start, one.end, one.quote) for one in turns(quotes)]
    assert owners == [(0, 5, 0), (5, 7, 1), (7, 9, 1), (9, 10, 1), (10, 20, 0)]


def test_the_inner_of_two_quotes_of_a_kind_owns_its_words() -> None:
    quotes = [
        Quote(Span(0, 20), "A", "said", QuoteKind.INDIRECT),
        Quote(Span(5, 10), "B", "said", QuoteKind.INDIRECT),
        Quote(Span(30, 30), "C", "said", QuoteKind.DIRECT),
    ]
    assert [(one.start, one.quote) for one in turns(quotes)] == [(0, 0), (5, 1), (10, 0)]


def test_every_word_belongs_to_one_speaker(statistics: Statistics) -> None:
    assert sum(one.words for one in statistics.speakers) == len(sample.TEXT.split())
    assert sum(one.share for one in statistics.speakers) == pytest.approx(1)
    assert sum(one.words for one in statistics.voices) == len(sample.TEXT.split())


def test_speakers_come_with_words_verbs_and_passages(statistics: Statistics) -> None:
    kinds = [one.kind for one in statistics.speakers]
    assert kinds == [
        SpeakerKind.WRITER,
        SpeakerKind.NAMED,
        SpeakerKind.NAMED,
        SpeakerKind.UNNAMED,
    ]
    hale = speaker(statistics, "Tomas Hale")
    assert hale.verbs == (("told", 2), ("claimed", 1), ("insisted", 1))
    assert hale.passages == (1, 2, 3, 5)
    # "Nobody" is an absolute and no loaded word
    assert hale.loaded == 2
    assert hale.loaded_per_hundred == pytest.approx(100 * 2 / hale.words)


def test_the_writer_is_led_through_by_own_loaded_words(statistics: Statistics) -> None:
    assert statistics.speakers[0].findings == (0, 5, 6)
    assert statistics.speakers[0].passages == ()


def test_categories_are_counted_by_voice(statistics: Statistics) -> None:
    adjectives = statistics.categories[0]
    assert adjectives.category is Category.LOADED_ADJECTIVE
    assert adjectives.by_voice == {Voice.WRITER: 1, Voice.QUOTED: 1, Voice.REPORTED: 1}
    assert adjectives.per_thousand == pytest.approx(3000 / len(sample.TEXT.split()))


def test_headline_and_body_are_compared(statistics: Statistics) -> None:
    assert statistics.headline is not None
    above, body = statistics.headline
    assert (above.words, above.count, body.count) == (9, 0, 9)


def test_density_holds_every_finding_in_its_place(statistics: Statistics) -> None:
    assert sum(statistics.density) == 9
    assert statistics.density[0] == 0


def test_frequent_words_and_claims(statistics: Statistics) -> None:
    assert [word for word, _ in statistics.frequent_words][:2] == ["bizarre", "boorish"]
    assert statistics.claims == {
        ClaimStatus.CORRECTED: 2,
        ClaimStatus.DISPUTED: 1,
        ClaimStatus.STANDING: 1,
    }


def test_no_figure_of_a_huge_article_takes_long() -> None:
    text, findings, quotes = sample.huge()
    starts = [finding.span.start for finding in findings]
    statistics = Statistics(Material(text, findings, starts, range(len(findings)), quotes, []))
    figures = "words paragraphs turns speakers categories voices density frequent_words headline"
    for figure in figures.split():
        started = time.process_time()
        getattr(statistics, figure)
        # 11 ms at most when measured; the rest is room for a slower machine
        assert time.process_time() - started < 0.1, figure


def test_a_verb_is_the_same_with_a_colon() -> None:
    quotes = [
        Quote(Span(0, 3), "A", cue, QuoteKind.DIRECT)
        for cue in ("said", "Said :", "also said", "—")
    ]
    statistics = Statistics(Material("one two three", [], [], [], quotes, []))
    assert speaker(statistics, "A").verbs == (("said", 2), ("also said", 1))


def test_the_figures_need_no_qt() -> None:
    command = (
        "import sys, reader.ui.panel.statistics, reader.ui.panel.claim_rows, "
        "reader.ui.panel.grouping, reader.ui.panel.tables; "
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
