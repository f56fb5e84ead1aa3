import pytest

from reader.analysis.exclusions import load_exclusions, with_odds
from reader.lexicon.patterns import Row, lowered
from reader.text.cutting import cut


def excluded(text: str) -> dict[str, float]:
    """Return the words whose odds are lowered, and by which factor."""
    words = cut(text).words
    factors = load_exclusions().factors(Row(words, lowered(words)))
    return {words[place].text: factor for place, factor in factors.items()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Then Savage spoke.", {"Savage"}),
        ("The Dirty Projectors played in Brooklyn.", {"Dirty"}),
        ("They flew to Great Britain.", {"Great"}),
        ("She reads “The Evil Twin” at night.", {"The", "Evil", "Twin"}),
        ("Savage attacks shook the town.", set()),
        ("He said: “Savage men came.”", set()),
        ("Mayor Slams Savage Budget Cuts Again", set()),
        ("A Marxist and a Fascist met.", set()),
    ],
)
def test_names_and_titles(text: str, words: set[str]) -> None:
    assert set(excluded(text)) == words


def test_a_name_of_several_words_is_surer() -> None:
    assert (
        excluded("The Dirty Projectors played.")["Dirty"] < excluded("Then Savage spoke.")["Savage"]
    )


def test_odds() -> None:
    assert with_odds(0.5, 0.1) == pytest.approx(1 / 11)
    assert with_odds(0.8, 1.0) == pytest.approx(0.8)
    assert with_odds(0.0, 0.5) == 0.0
    assert with_odds(1.0, 0.5) == 1.0
