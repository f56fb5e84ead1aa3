"""Every cue of resources/lexicon/corrections marks its examples and leaves the others."""

import pytest

from reader.analysis.corrective.cues import FILE, Cue, Cues, read_cues
from reader.analysis.corrective.evidence import Scope, gather
from reader.model.results import Quote, QuoteKind
from reader.model.span import Span
from reader.resources import resource
from reader.text.cutting import cut

CUES = read_cues(resource(FILE))


def quotes_of(text: str) -> list[Quote]:
    start, end = text.find("“") + 1, text.find("”")
    return [Quote(Span(start, end), None, None, QuoteKind.DIRECT)] if start else []


def counted(cue: Cue, text: str) -> bool:
    [one] = gather(cut(text), quotes_of(text), Cues([cue]))
    return one.has(cue.group, Scope.WRITER)


@pytest.mark.parametrize(
    ("cue", "text"), [(cue, text) for cue in CUES for text in cue.marks], ids=str
)
def test_a_cue_marks_its_examples(cue: Cue, text: str) -> None:
    assert counted(cue, text)


@pytest.mark.parametrize(
    ("cue", "text"), [(cue, text) for cue in CUES for text in cue.leaves], ids=str
)
def test_a_cue_leaves_the_others(cue: Cue, text: str) -> None:
    assert not counted(cue, text)


def test_names_are_unique() -> None:
    names = [cue.name for cue in CUES]
    assert len(names) == len(set(names))


def test_no_phrase_stands_twice_in_an_entry() -> None:
    for cue in CUES:
        assert len(cue.phrases) == len(set(cue.phrases)), cue.name
