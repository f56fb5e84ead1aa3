"""The entries of lexicon/alternatives have the form that their head describes."""

import re
from collections import Counter

from reader.lexicon.entries import Entry, load_entries
from reader.lexicon.implications import load_implications
from reader.lexicon.inflection import PartOfSpeech, load_inflector
from reader.lexicon.lookup import Lexicon
from reader.model.results import LEAVE_OUT

ENTRIES = load_entries()


def _words(entry: Entry) -> list[str]:
    return [word for word in entry.alternatives if word != LEAVE_OUT]


def test_there_are_enough() -> None:
    assert len(ENTRIES) > 2000


def test_each_is_there_once() -> None:
    counts = Counter((entry.lemma, entry.part) for entry in ENTRIES)
    assert [key for key, count in counts.items() if count > 1] == []


def test_lemmas_are_in_lower_case_and_base_form() -> None:
    wrong = [e.lemma for e in ENTRIES if not re.fullmatch(r"[a-z][a-z'é-]*( [a-z',-]+)*", e.lemma)]
    assert wrong == []


def test_no_alternative_is_a_loaded_word_itself() -> None:
    known = {(entry.lemma, entry.part) for entry in ENTRIES}
    wrong = [(e.lemma, word) for e in ENTRIES for word in _words(e) if (word, e.part) in known]
    assert wrong == []


def test_alternatives_are_plain_words() -> None:
    wrong = [
        (entry.lemma, word)
        for entry in ENTRIES
        for word in _words(entry)
        if not re.fullmatch(r"[\w'’-]+( [\w'’-]+){0,5}( …)?", word)
    ]
    assert wrong == []


def test_notes_are_sentences() -> None:
    wrong = [e.lemma for e in ENTRIES if e.note and not re.fullmatch(r"[“A-Z].*[.?]", e.note)]
    assert wrong == []


def test_every_kind_of_implication_is_used() -> None:
    assert Counter(e.implication for e in ENTRIES).keys() == load_implications().keys()


def test_every_entry_is_found_by_its_own_lemma() -> None:
    lexicon = Lexicon(ENTRIES, load_inflector())
    for entry in ENTRIES:
        words = entry.lemma.split(" ")
        if len(words) > 1:
            found = lexicon.expression(words)
            assert found is not None, entry.lemma
            assert found[0] == len(words)
        else:
            assert any(sense.entry is entry for sense in lexicon.senses(entry.lemma)), entry.lemma


def test_explanations_can_be_made_of_every_kind() -> None:
    for kind in load_implications().values():
        for part in PartOfSpeech:
            text = kind.explain(part, "WORD", "the plan")
            assert "“WORD”" in text
            assert text.endswith((".", "?"))
