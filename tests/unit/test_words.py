from collections.abc import Mapping
from dataclasses import fields
from math import log

import numpy as np
import pytest

from reader.analysis.encoder.model_files import model_files
from reader.analysis.judgement import Support, supports
from reader.analysis.reading import Reading
from reader.analysis.voices import Voices
from reader.analysis.words import find_words
from reader.lexicon.desk_words import load_desk_openings, load_desk_words
from reader.lexicon.entries import load_entries
from reader.lexicon.inflection import load_inflector
from reader.lexicon.patterns import Row, lowered
from reader.model.results import LEAVE_OUT, Category, Finding, Quote, QuoteKind, Voice
from reader.model.span import Span
from reader.text.cutting import cut


def found(
    text: str, scores: Mapping[str, float], threshold: float = 0.3, quotes: tuple[Quote, ...] = ()
) -> list[Finding]:
    """Return the findings where the model gives these words these scores, and others none."""
    document = cut(text)
    nothing = np.zeros(len(document.words), np.float32)
    reading = Reading(**dict.fromkeys((field.name for field in fields(Reading)), nothing))
    for sentence in document.sentences:
        words = sentence.words
        own = [scores.get(word.text, 0.001) for word in document.words[words.start : words.stop]]
        row = Row(
            document.words[words.start : words.stop],
            lowered(document.words[words.start : words.stop]),
        )
        reading.loaded[words.start : words.stop] = list(map(log_odds_for, own, supports(row)))
    return find_words(document, reading, Voices(quotes), range(len(document.sentences)), threshold)


def log_odds_for(chance: float, support: Support) -> float:
    """Return the model's log-odds that make `chance` of a word, given what the lexicon says."""
    weights = model_files().loaded
    known = (
        weights.entry * support.entry
        + weights.strength * support.strength
        + weights.expression * support.expression
        + weights.intercept
    )
    return (log(chance / (1 - chance)) - known) / weights.log_odds


def only(text: str, word: str, score: float = 0.6) -> Finding:
    (finding,) = found(text, {word: score})
    return finding


@pytest.mark.parametrize(
    ("text", "word", "category"),
    [
        ("It was a bizarre plan.", "bizarre", Category.LOADED_ADJECTIVE),
        ("He falsely accused them.", "falsely", Category.LOADED_ADVERB),
        ("The furore grew.", "furore", Category.LOADED_NOUN),
        ("The union slammed the plan.", "slammed", Category.LOADED_VERB),
        ("She slams the plan.", "slams", Category.LOADED_VERB),
        ("His lies were many.", "lies", Category.LOADED_NOUN),
        ("He lies to us.", "lies", Category.LOADED_VERB),
        ("It was a damning report.", "damning", Category.LOADED_ADJECTIVE),
        ("They spoke zanily of it.", "zanily", Category.LOADED_ADVERB),
        ("An ugly affair.", "ugly", Category.LOADED_ADJECTIVE),
    ],
)
def test_the_part_of_speech_names_the_category(text: str, word: str, category: Category) -> None:
    finding = only(text, word)
    assert (finding.text, finding.category) == (word, category)
    assert finding.score == pytest.approx(0.6)


def test_an_expression_is_one_finding_with_the_mean_of_its_scores() -> None:
    (finding,) = found("He lashed out at them.", {"lashed": 0.7, "out": 0.5})
    assert (finding.text, finding.category) == ("lashed out", Category.LOADED_VERB)
    assert finding.score == pytest.approx(0.6)
    (finding,) = found("It began with a land grab.", {"land": 0.5, "grab": 0.5})
    assert (finding.text, finding.category) == ("land grab", Category.LOADED_NOUN)
    assert finding.alternatives == ("seizure of territory",)


def test_neighbours_are_findings_of_their_own() -> None:
    rabid, mob = found("A rabid mob came.", {"rabid": 0.4, "mob": 0.7})
    assert (rabid.text, rabid.category) == ("rabid", Category.LOADED_ADJECTIVE)
    assert (mob.text, mob.category) == ("mob", Category.LOADED_NOUN)
    assert mob.alternatives == ("crowd", "group")


@pytest.mark.parametrize("text", ["The mob raged.", "A liar, a thug.", "Fools whined."])
def test_words_of_two_phrases_are_two_findings(text: str) -> None:
    scores = {word.text: 0.6 for word in cut(text).words if len(word.text) > 3}
    assert len(found(text, scores)) == len(scores)


def test_alternatives_have_the_form_of_the_word() -> None:
    assert only("The union slammed it.", "slammed").alternatives == ("criticised", "objected to")
    assert "criticising" in only("The union is slamming it.", "slamming").alternatives
    assert "gangs" not in only("Two mobs came.", "mobs").alternatives
    assert "groups" in only("Two mobs came.", "mobs").alternatives


def test_the_participle_is_told_from_the_past() -> None:
    assert "taken" in only("The land was seized.", "seized").alternatives
    assert "took" in only("They seized the land.", "seized").alternatives


def test_alternatives_go_with_the_article() -> None:
    assert only("It was a massive plan.", "massive").alternatives[0] == "large"
    alternatives = only("It was an odd plan.", "odd").alternatives
    assert "unusual" in alternatives


def test_an_adjective_is_left_out_only_before_its_noun() -> None:
    assert LEAVE_OUT in only("It was a bizarre plan.", "bizarre").alternatives
    assert LEAVE_OUT not in only("The plan was bizarre.", "bizarre").alternatives


def test_the_explanation_names_what_the_word_describes() -> None:
    explanation = only("They drew up a shameful trade deal.", "shameful").explanation
    assert "“shameful” passes a moral verdict on the trade deal." in explanation


def test_a_word_without_an_entry_is_explained_too() -> None:
    finding = only("He is a complete zoomster.", "zoomster")
    assert "“zoomster” seems to carry a judgement" in finding.explanation
    assert finding.alternatives == ()


def test_voice_and_speaker() -> None:
    text = "“Why the hysteria?” Reed said."
    quote = Quote(Span(1, 18), "Ann Reed", "said", QuoteKind.DIRECT)
    (finding,) = found(text, {"hysteria": 0.6}, quotes=(quote,))
    assert (finding.voice, finding.speaker) == (Voice.QUOTED, "Ann Reed")


def test_excluded_words_sink() -> None:
    assert found("The law protects critical infrastructure.", {"critical": 0.6}) == []
    assert found("Mr Savage said little.", {"Savage": 0.6}) == []
    (kept,) = found("It was a savage attack.", {"savage": 0.6})
    assert kept.text == "savage"


def test_a_loaded_word_is_not_marked_again() -> None:
    text = "The plan is extraordinarily popular."
    (intensifier,) = found(text, {"extraordinarily": 0.1})
    assert intensifier.category is Category.INTENSIFIER
    (loaded,) = found(text, {"extraordinarily": 0.7})
    assert loaded.category is Category.LOADED_ADVERB


def test_what_is_only_possibly_loaded_may_be_something_else_as_well() -> None:
    text, both = (
        "The plan is extraordinarily popular.",
        {Category.INTENSIFIER, Category.LOADED_ADVERB},
    )
    (surely,) = found(text, {"extraordinarily": 0.6}, 0.02)
    assert surely.category is Category.LOADED_ADVERB
    assert {finding.category for finding in found(text, {"extraordinarily": 0.2}, 0.02)} == both
    (marked,) = found(text, {"extraordinarily": 0.2}, 0.3)
    assert marked.category is Category.INTENSIFIER


def test_scare_quotes_are_not_speech() -> None:
    text = "The “experts” disagreed again."
    (finding,) = found(text, {})
    assert (finding.text, finding.category) == ("experts", Category.SCARE_QUOTE)
    assert found(text, {}, quotes=(Quote(Span(5, 12), None, None, QuoteKind.DIRECT),)) == []


def test_findings_are_in_the_order_of_the_text_and_lie_in_it() -> None:
    text = "Critics say the bizarre plan possibly failed. Everyone knows that the mob whined."
    findings = found(text, {"bizarre": 0.5, "mob": 0.5, "whined": 0.5})
    spans = [finding.span for finding in findings]
    assert spans == sorted(spans)
    assert [finding.text for finding in findings] == [
        "Critics say",
        "bizarre",
        "possibly",
        "Everyone",
        "mob",
        "whined",
    ]
    assert all(finding.span.of(text) == finding.text for finding in findings)


def test_the_threshold_holds_for_all_categories() -> None:
    text = "Critics say the bizarre plan possibly failed."
    assert [f.text for f in found(text, {"bizarre": 0.6}, 0.45)] == ["Critics say", "bizarre"]
    assert [f.text for f in found(text, {"bizarre": 0.6}, 0.55)] == ["bizarre"]
    assert found(text, {"bizarre": 0.6}, 0.7) == []


@pytest.mark.parametrize("text", ["", "\n\n", "\ud800 \x00", "“”", "? ! ?", "a" * 5000])
def test_any_text_at_all(text: str) -> None:
    assert all(finding.span.of(text) == finding.text for finding in found(text, {}))


def test_every_form_of_a_desk_word_is_known_by_its_opening() -> None:
    lemmas = load_desk_words()
    forms = [
        form
        for entry in load_entries()
        if entry.lemma in lemmas
        for form in load_inflector().forms(entry.lemma, entry.part).values()
    ]
    adverbs = [f"{form.removesuffix('e')}ly" for form in forms] + [f"{form}ly" for form in forms]
    known = {}
    for form in {*forms, *adverbs}:
        texts = form.split()
        words = cut(form).words
        known[texts[0]] = any(one.is_desk_word for one in supports(Row(words, lowered(words))))
    assert {opening for opening, is_desk in known.items() if is_desk} <= load_desk_openings()
    assert {form.split()[0] for form in forms} <= load_desk_openings()
    assert load_desk_openings().isdisjoint({"the", "said", "committee"})
