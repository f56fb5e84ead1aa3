"""Names, aliases and who bears them."""

import pytest

from reader.analysis.attribution.marks import find_quotations
from reader.analysis.attribution.names import Entity, Names
from reader.analysis.attribution.wordlists import Gender, load_people
from reader.text.cutting import cut


def names(text: str) -> Names:
    document = cut(text)
    return Names(document, find_quotations(document), load_people())


def bearers(text: str) -> list[str]:
    return [mention.entity.name for mention in names(text).mentions]


def entity(text: str, name: str) -> Entity:
    return next(m.entity for m in names(text).mentions if m.entity.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Anna Lindqvist spoke. Lindqvist left.", ["Anna Lindqvist", "Anna Lindqvist"]),
        ("Lindqvist left. Later Anna Lindqvist spoke.", ["Anna Lindqvist", "Anna Lindqvist"]),
        ("Sen. Tom R. Hale spoke. Mr. Hale left.", ["Tom R. Hale", "Tom R. Hale"]),
        ("Martin Orr Jr. spoke. Then Orr left.", ["Martin Orr Jr.", "Martin Orr Jr."]),
        ("Ursula von der Heide spoke.", ["Ursula von der Heide"]),
        ("The mayor met Anna Lindqvist’s staff.", ["Anna Lindqvist"]),
        ("J. Hale spoke. John Hale left.", ["John Hale", "John Hale"]),
    ],
)
def test_one_entity_for_all_forms_of_a_name(text: str, expected: list[str]) -> None:
    assert bearers(text) == expected


def test_people_who_share_a_surname_are_told_apart() -> None:
    text = (
        "Anna Hale met her brother Martin Hale. Ms. Hale spoke first. "
        "Mr. Hale answered. Then Ms. Hale left."
    )
    assert bearers(text) == [
        "Anna Hale",
        "Martin Hale",
        "Anna Hale",
        "Martin Hale",
        "Anna Hale",
    ]


def test_the_words_at_the_head_of_a_sentence_are_no_names() -> None:
    assert bearers("Hours later it rained. Alluding to that, nobody spoke.") == []


def test_a_heading_makes_no_names() -> None:
    text = "Council Leader Says Bridge Will Close\n\nAnna Lindqvist said the bridge would close."
    assert "Anna Lindqvist" in bearers(text)
    assert not any("Bridge" in name for name in bearers(text))


def test_gender_by_address_by_first_name_and_by_the_article() -> None:
    text = (
        "Ms. Okafor spoke. Martin Vale left. Ansel Orr said he was late. "
        "Robin Hale went home with her dog."
    )
    assert entity(text, "Okafor").gender is Gender.FEMALE
    assert entity(text, "Martin Vale").gender is Gender.MALE
    assert entity(text, "Ansel Orr").gender is Gender.MALE
    assert entity(text, "Robin Hale").gender is Gender.FEMALE


def test_a_body_is_no_person() -> None:
    text = "The Northern Water Board met Anna Lindqvist. The board thanked her."
    assert not entity(text, "Northern Water Board").is_person
    assert entity(text, "Anna Lindqvist").is_person


def test_titles_and_descriptions_become_roles() -> None:
    text = "Norwegian Prime Minister Kari Solberg spoke."
    assert {"norwegian", "prime", "minister"} <= entity(text, "Kari Solberg").roles
