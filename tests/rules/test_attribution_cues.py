"""Every group of cues attributes its examples and leaves the others; every form is a cue."""

import re

import pytest

from reader.analysis.attribution.finder import QuoteFinder
from reader.analysis.attribution.vocabulary import FOLDER, CueGroup, load_cues, read_cue_groups
from reader.analysis.attribution.wordlists import load_people
from reader.lexicon.tables import read_toml
from reader.model.results import Quote, QuoteKind
from reader.resources import resource
from reader.text.cutting import cut

GROUPS = read_cue_groups(resource(f"{FOLDER}/cues.toml"))
EXAMPLES = read_toml(resource(f"{FOLDER}/people.toml"))["example"]
BRACKETS = re.compile(r"[\[\]{}]")
CONTENT = re.compile(r"{(.*?)}")
SOURCE = re.compile(r"\[(.*?)\]")


def quotes(text: str) -> list[Quote]:
    document = cut(text)
    return QuoteFinder(document).quotes_in(range(len(document.paragraphs)), None)


@pytest.mark.parametrize(
    ("group", "example"),
    [(group, text) for group in GROUPS for text in group.marks],
    ids=lambda value: value.name if isinstance(value, CueGroup) else value,
)
def test_a_group_attributes_its_examples(group: CueGroup, example: str) -> None:
    text = BRACKETS.sub("", example)
    [source] = SOURCE.findall(example)
    content = CONTENT.findall(example)[-1]
    found = [quote for quote in quotes(text) if quote.kind is QuoteKind.INDIRECT]
    assert [quote.span.of(text) for quote in found] == [content]
    assert found[0].source_span is not None
    assert found[0].source_span.of(text) == source


@pytest.mark.parametrize(
    "text", [text for group in GROUPS for text in group.leaves], ids=lambda text: text[:40]
)
def test_a_group_leaves_the_others(text: str) -> None:
    assert quotes(text) == []


def test_the_forms_of_verbs_are_cues() -> None:
    cues = load_cues()
    for form in ("said", "says", "saying", "told", "swore", "criticised", "argued", "according"):
        assert form in cues, form


def test_no_verb_stands_in_two_groups_that_read_it_differently() -> None:
    takes: dict[str, set[str]] = {}
    for group in GROUPS:
        for verb in group.verbs:
            takes.setdefault(verb, set()).add(group.takes)
    assert [verb for verb, kinds in takes.items() if len(kinds) > 1] == []


@pytest.mark.parametrize("example", [text for one in EXAMPLES for text in one["marks"]])
def test_a_name_is_found_as_a_persons(example: str) -> None:
    [name] = SOURCE.findall(example)
    text = BRACKETS.sub("", example) + f" {name.split()[-1]} said that it was late."
    assert [quote.speaker for quote in quotes(text)] == [name]


@pytest.mark.parametrize("text", [text for one in EXAMPLES for text in one["leaves"]])
def test_nothing_is_attributed(text: str) -> None:
    assert quotes(text) == []


def test_first_names_are_words_of_one_list() -> None:
    assert len(load_people().first_names) > 500
