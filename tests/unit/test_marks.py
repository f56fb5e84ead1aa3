"""Quotation marks as real news has them."""

import pytest

from reader.analysis.attribution.marks import find_quotations
from reader.text.cutting import cut


def quoted(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in find_quotations(cut(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will stay,” she said.", ["We will stay,"]),
        ('"We will stay," she said.', ["We will stay,"]),
        ("„Wir bleiben“, sagte sie.", ["Wir bleiben"]),
        ("«We will stay,» she said.", ["We will stay,"]),
        ("‘We will stay,’ she said.", ["We will stay,"]),
        ("'We will stay,' she said.", ["We will stay,"]),
        ("“We will,” she said, “stay.”", ["We will,", "stay."]),
        ("“He shouted ‘stay’ twice,” she said.", ["He shouted ‘stay’ twice,"]),
        ("‘He shouted “stay” twice,’ she said.", ["He shouted “stay” twice,"]),
        ("He asked (“why now?”) and left.", ["why now?"]),
        ("She said—“stay”—and left.", ["stay"]),
    ],
)
def test_marks_of_all_kinds(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The boy is 5\'10" tall and the board is 6’2" long.',
        "It’s the workers’ day and the 1990s’ music.",
        "They sang 'til dawn in the '90s, ’cause they could.",
        "A ‘thing.",
        '<tweet id="1" author="x">No quotation</tweet>',
        "No marks at all.",
        "",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_inches_inside_a_quotation_do_not_close_it() -> None:
    assert quoted('"He is 6\'2" tall," she said.') == ["He is 6'2\" tall,"]


def test_a_plural_does_not_close_single_marks() -> None:
    text = "‘The workers’ pay must rise,’ she said."
    assert quoted(text) == ["The workers’ pay must rise,"]


def test_single_marks_are_left_where_speech_stands_in_double_ones() -> None:
    text = "Chief calls it ‘sad’\n“It is a sad day,” he said. “We go on.”"
    assert quoted(text) == ["It is a sad day,", "We go on."]


def test_a_quotation_runs_over_paragraphs() -> None:
    text = "“First we wait.\n\n“Then we go.\n\n“Then we return,” she said.\n\nThe end."
    quotations = find_quotations(cut(text))
    assert [one.span.of(text) for one in quotations] == [
        "First we wait.",
        "Then we go.",
        "Then we return,",
    ]
    assert [one.continues for one in quotations] == [True, True, False]
    assert [one.continued for one in quotations] == [False, True, True]


def test_a_following_paragraph_without_a_mark_at_its_head() -> None:
    text = "She said: “First we wait.\nThen we go.” They left."
    assert quoted(text) == ["First we wait.", "Then we go."]


def test_an_unclosed_mark_never_swallows_the_article() -> None:
    text = "She called it a “shame and left. The bus came.\n\nAll went home.\n\nIt rained."
    assert quoted(text) == ["shame and left."]


def test_an_unclosed_mark_behind_a_colon_reaches_to_the_end_of_its_paragraph() -> None:
    text = "She wrote: “It is a shame. I leave.\n\nAll went home."
    assert quoted(text) == ["It is a shame. I leave."]


def test_an_unopened_mark_marks_nothing() -> None:
    assert quoted("It is a shame,” she said. All went home.\n\n“Yes,” he said.") == ["Yes,"]


def test_wrong_way_round() -> None:
    assert quoted("They called it ”a shame“ and left.") == ["a shame"]


def test_a_long_run_of_marks_takes_linear_time() -> None:
    text = "“" * 20_000 + "\n" + "'" * 20_001
    assert len(quoted(text)) <= 20_001
