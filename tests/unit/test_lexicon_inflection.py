import pytest

from reader.lexicon.inflection import PartOfSpeech, load_inflector


@pytest.mark.parametrize(
    ("base", "tag", "form"),
    [
        ("slam", "VBD", "slammed"),
        ("slam", "VBG", "slamming"),
        ("criticise", "VBG", "criticising"),
        ("lash out", "VBD", "lashed out"),
        ("lash out", "VBZ", "lashes out"),
        ("say", "VBD", "said"),
        ("say", "VBZ", "says"),
        ("take", "VBN", "taken"),
        ("take", "VBD", "took"),
        ("give up", "VBD", "gave up"),
        ("cancel", "VBG", "cancelling"),
        ("admit", "VBD", "admitted"),
        ("panic", "VBG", "panicking"),
        ("die", "VBG", "dying"),
        ("deny", "VBZ", "denies"),
        ("deny", "VBD", "denied"),
        ("flee", "VBG", "fleeing"),
        ("quit", "VBG", "quitting"),
        ("visit", "VBD", "visited"),
        ("echo", "VBZ", "echoes"),
        ("be", "VBZ", "is"),
        ("have", "VBZ", "has"),
        ("crisis", "NNS", "crises"),
        ("gunman", "NNS", "gunmen"),
        ("party", "NNS", "parties"),
        ("member of the group", "NNS", "members of the group"),
        ("land grab", "NNS", "land grabs"),
        ("bad", "JJR", "worse"),
        ("large", "JJS", "largest"),
        ("ugly", "JJR", "uglier"),
        ("big", "JJS", "biggest"),
        ("unusual", "JJR", "more unusual"),
        ("strict", "JJR", "stricter"),
        ("odd", "NN", "odd"),
    ],
)
def test_inflects(base: str, tag: str, form: str) -> None:
    assert load_inflector().inflect(base, tag) == form


def test_forms_leave_out_comparatives_of_two_words() -> None:
    assert load_inflector().forms("unusual", PartOfSpeech.ADJECTIVE) == {"JJ": "unusual"}
    assert load_inflector().forms("crazy", PartOfSpeech.ADJECTIVE)["JJR"] == "crazier"
