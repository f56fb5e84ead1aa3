from pathlib import Path

import pytest

from reader.errors import ResourceError
from reader.lexicon.cues import read_cues
from reader.lexicon.entries import read_entries
from reader.lexicon.inflection import load_inflector
from reader.lexicon.lookup import load_lexicon
from reader.lexicon.marks import read_mark
from reader.lexicon.shares import load_shares
from reader.lexicon.tables import number_of, read_toml

HEAD = "# A head.\nlemma\tpos\timplication\talternatives\tnote\n"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("odd\tadjective\tfinds-strange\n", "line 3: expected 4 to 5 filled columns"),
        ("odd\tadjectve\tfinds-strange\t-\n", r"line 3 \(odd\): expected adjective, adverb"),
        ("odd\tadjective\tstrange\t-\n", r"line 3 \(odd\): expected one of"),
        ("odd\tadjective\tfinds-strange\trare|rare\n", "different alternatives"),
        ("odd\tadjective\tfinds-strange\trare | new\n", "different alternatives"),
        ("odd\tnoun\tgeneral\t-\naxe\tnoun\tgeneral\t-\n", r"line 4 \(axe\): .* in order"),
        ("odd\tnoun\tgeneral\t-\nodd\tnoun\tgeneral\t-\n", "once each"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, rows: str, fault: str) -> None:
    path = tmp_path / "o.tsv"
    path.write_text(HEAD + rows, encoding="utf-8")
    with pytest.raises(ResourceError, match=rf"^o\.tsv, .*{fault}"):
        list(read_entries(path, {"finds-strange", "general"}))


def test_wrong_columns_are_named(tmp_path: Path) -> None:
    path = tmp_path / "o.tsv"
    path.write_text("lemma\tpos\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="expected the columns lemma, pos, implication"):
        list(read_entries(path, ()))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("[[cue]\n", "cannot be read"),
        ("score = 1\n", r"expected tables \[\[cue\]\]"),
        ("[[cue]]\nwords = ['odd']\nmarks = ['[odd]']\n", "a list of texts called “leaves”"),
        ("[[cue]]\nwords = ['odd']\nmarks = ['odd']\nleaves = ['a']\n", "brackets"),
        ("[[cue]]\nwords = ['_ <NN>']\nmarks = ['[odd]']\nleaves = ['a']\n", "to begin with"),
        ("[[cue]]\nwords = ['[ odd']\nmarks = ['[odd]']\nleaves = ['a']\n", "do not pair"),
    ],
)
def test_a_bad_cue_file_is_reported(tmp_path: Path, content: str, fault: str) -> None:
    path = tmp_path / "cues.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=fault):
        read_cues(path, load_inflector())


def test_a_mark_needs_a_known_category(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text("category = 'odd'\nscore = 0.5\nexplanation = 'x'\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="a category, and voices, as in the results"):
        read_mark(path)


def test_a_number_outside_its_range_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="a number from 0 to 1 called “score”"):
        number_of({"score": 2}, "score", tmp_path / "odd.toml", "the head")


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"odd\.toml cannot be read"):
        read_toml(tmp_path / "odd.toml")


def test_a_word_is_found_in_other_forms_and_spellings() -> None:
    lexicon = load_lexicon()
    lemmas = {
        word: {s.entry.lemma for s in lexicon.senses(word)}
        for word in (
            "slammed",
            "weaponized",
            "demonising",
            "shamefully",
            "dramatically",
            "laughably",
            "angrily",
            "tyrants",
            "uglier",
        )
    }
    assert lemmas == {
        "slammed": {"slam"},
        "weaponized": {"weaponised", "weaponise"},
        "demonising": {"demonise"},
        "shamefully": {"shameful"},
        "dramatically": {"dramatically"},
        "laughably": {"laughable"},
        "angrily": {"angrily"},
        "tyrants": {"tyrant"},
        "uglier": {"ugly"},
    }
    assert not lexicon.senses("table")


def test_the_longest_expression_is_found() -> None:
    found = load_lexicon().expression(["ticking", "time", "bomb", "under", "the", "town"])
    assert found is not None
    assert (found[0], found[1].entry.lemma) == (3, "ticking time bomb")
    assert load_lexicon().expression(["time", "flies"]) is None


def test_the_share_of_annotators_is_told_where_it_is_known() -> None:
    assert "called it biased" in load_shares().sentence("illegal")
    assert load_shares().sentence("table") == ""
