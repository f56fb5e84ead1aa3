import pytest

from reader.analysis.scare_quotes import load_scare_quotes
from reader.lexicon.patterns import Row, lowered
from reader.text.cutting import cut


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The “experts” disagreed.", ["experts"]),
        ('The "so very free" press sat.', ["so very free"]),
        ("The ‘reform’ failed and the “cure” too.", ["reform", "cure"]),
        ("He met “the experts of the town” there.", []),
        ("She watched “Meet the Press” at home.", []),
        ("They sang “Imagine” again.", []),
        ('It was 5\'10" tall and 6" wide.', []),
        ("“Well,” she said.", []),
        ("The boys’ club and the girls’ team.", []),
        ("An open “ mark.", []),
    ],
)
def test_short_quotations(text: str, inside: list[str]) -> None:
    words = cut(text).words
    found = load_scare_quotes().find(Row(words, lowered(words)))
    assert [text[words[r.start].start : words[r.stop - 1].end] for r in found] == inside
