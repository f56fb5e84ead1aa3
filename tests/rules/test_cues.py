"""Every cue marks its own examples and leaves those that it says it leaves."""

import re

import pytest

from reader.analysis.exclusions import load_exclusions
from reader.analysis.marked import find_marked
from reader.analysis.scare_quotes import load_scare_quotes
from reader.lexicon.cues import Cue
from reader.lexicon.marks import load_marks
from reader.lexicon.patterns import Row, lowered
from reader.model.results import Category
from reader.text.cutting import cut

BRACKETS = re.compile(r"\[(.+?)\]")


def _examples(cues: tuple[Cue, ...], key: str) -> list[object]:
    return [
        pytest.param(cue, text, id=f"{cue.name[:40]}-{number}")
        for cue in cues
        for number, text in enumerate(getattr(cue, key))
    ]


def _rows(text: str) -> list[Row]:
    document = cut(text)
    rows = []
    for sentence in document.sentences:
        words = document.words[sentence.words.start : sentence.words.stop]
        rows.append(Row(words, lowered(words)))
    return rows


def _text(row: Row, words: range, text: str) -> str:
    return text[row.words[words.start].start : row.words[words.stop - 1].end]


def _marked(text: str, category: Category) -> list[str]:
    return [
        _text(row, item.words, text)
        for row in _rows(text)
        for item in find_marked(row)
        if item.mark.category is category
    ]


def _excluded(text: str) -> list[str]:
    words = [
        (row.words[place].text, factor)
        for row in _rows(text)
        for place, factor in sorted(load_exclusions().factors(row).items())
    ]
    return [word for word, factor in words if factor < 1]


def _plain(text: str) -> str:
    return text.replace("[", "").replace("]", "")


MARKS = load_marks().cues
EXCLUSIONS = load_exclusions().cues
EXCEPTIONS = load_scare_quotes().exceptions


@pytest.mark.parametrize(("cue", "text"), _examples(MARKS, "marks"))
def test_cue_marks_its_example(cue: Cue, text: str) -> None:
    category = load_marks().of(cue).category
    assert _marked(_plain(text), category) == BRACKETS.findall(text)


@pytest.mark.parametrize(("cue", "text"), _examples(MARKS, "leaves"))
def test_cue_leaves_its_example(cue: Cue, text: str) -> None:
    assert _marked(text, load_marks().of(cue).category) == []


@pytest.mark.parametrize(("cue", "text"), _examples(EXCLUSIONS, "marks"))
def test_exclusion_excludes_its_example(cue: Cue, text: str) -> None:
    expected = [word for part in BRACKETS.findall(text) for word in part.split()]
    assert _excluded(_plain(text)) == expected


@pytest.mark.parametrize(("cue", "text"), _examples(EXCLUSIONS, "leaves"))
def test_exclusion_leaves_its_example(cue: Cue, text: str) -> None:
    assert _excluded(text) == []


@pytest.mark.parametrize(("cue", "text"), _examples(EXCEPTIONS, "marks"))
def test_no_scare_quote_where_there_is_an_exception(cue: Cue, text: str) -> None:
    rows = _rows(_plain(text))
    assert [words for row in rows for words in load_scare_quotes().find(row)] == []


@pytest.mark.parametrize(("cue", "text"), _examples(EXCEPTIONS, "leaves"))
def test_a_scare_quote_stays_one(cue: Cue, text: str) -> None:
    assert len(_marked(text, Category.SCARE_QUOTE)) == 1
