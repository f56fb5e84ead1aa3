"""The examples of own_words.toml: which words of reported speech are the writer's own."""

import re
import tomllib

import pytest

from reader.analysis.attribution.own_words import FILE, writers_own
from reader.model.results import Quote, QuoteKind
from reader.model.span import Span
from reader.resources import resource
from reader.text.cutting import cut

TABLES = tomllib.loads(resource(FILE).read_text(encoding="utf-8"))
REPORTED = re.compile(
    r"(?P<cue>accused|blamed|told|said|spoke|Fears)(?: reporters)?(?: that)? (?P<content>.+)\."
)


def own_words(sentence: str) -> list[str]:
    match = REPORTED.search(sentence)
    assert match
    document = cut(sentence)
    quote = Quote(Span(*match.span("content")), "Hale", match["cue"], QuoteKind.INDIRECT)
    return [own.of(sentence) for own in writers_own(document, [quote])]


@pytest.mark.parametrize("example", [x for table in TABLES.values() for x in table["marks"]])
def test_the_words_in_brackets_are_the_writers(example: str) -> None:
    assert own_words(re.sub(r"[\[\]]", "", example)) == re.findall(r"\[(.+?)\]", example)


@pytest.mark.parametrize("example", [x for table in TABLES.values() for x in table["leaves"]])
def test_the_rest_is_not(example: str) -> None:
    assert own_words(example) == []
