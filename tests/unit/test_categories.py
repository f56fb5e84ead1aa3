import pytest

from reader.model.results import Category, ClaimStatus, CorrectionType, QuoteKind, Voice
from reader.ui import categories


def test_every_kind_has_names_and_a_definition() -> None:
    wordings = [
        *map(categories.category_wording, Category),
        *map(categories.voice_wording, Voice),
        *map(categories.correction_wording, CorrectionType),
        *map(categories.status_wording, ClaimStatus),
        *map(categories.quote_wording, QuoteKind),
    ]
    for wording in wordings:
        assert wording.singular == wording.singular.lower()
        assert wording.plural[0].isupper()
        assert wording.definition.endswith(".")


def test_no_two_categories_share_a_name() -> None:
    wordings = [categories.category_wording(category) for category in Category]
    assert len({wording.plural for wording in wordings}) == len(Category)
    assert len({wording.definition for wording in wordings}) == len(Category)


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (0.0, "possible"),
        (0.49, "possible"),
        (0.5, "likely"),
        (0.74, "likely"),
        (0.75, "very likely"),
        (1.0, "very likely"),
    ],
)
def test_scores_are_words(score: float, words: str) -> None:
    assert categories.score_words(score) == words
