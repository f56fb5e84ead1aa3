"""Phrases are found where the file of cues says, and a bad file is named."""

from pathlib import Path

import pytest

from reader.analysis.corrective.cues import Cues, read_cues
from reader.errors import ResourceError

ENTRY = """
[[cue]]
name = "error"
group = "verdict"
phrases = ["false", "not|n't ~ true", "no ~ evidence"]
before = ["teeth"]
after = ["all"]
marks = ["It is false."]
leaves = ["It is."]
"""


def cues(tmp_path: Path, text: str) -> Cues:
    path = tmp_path / "cues.toml"
    path.write_text(text, encoding="utf-8")
    return Cues(read_cues(path))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("it is false", [(2, 3)]),
        ("false teeth", []),
        ("all false", []),
        ("that is n't true", [(2, 4)]),
        ("that is not quite yet true", [(2, 6)]),
        ("that is not at all in true", []),
        ("no evidence false", [(0, 2), (2, 3)]),
        ("no", []),
    ],
)
def test_phrases(tmp_path: Path, words: str, found: list[tuple[int, int]]) -> None:
    hits = cues(tmp_path, ENTRY).hits(words.split())
    assert [(hit.first, hit.last) for hit in hits] == found


def test_a_start_may_follow_an_opening_mark_only(tmp_path: Path) -> None:
    looked_up = cues(tmp_path, ENTRY + "start = true\n")
    assert list(looked_up.hits(["“", "false"]))
    assert not list(looked_up.hits(["it", "false"]))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cue = 3", r"cues\.toml, the file: expected tables called \[\[cue\]\]"),
        (ENTRY.replace('name = "error"', ""), r"cue 1: expected a text called “name”"),
        (
            ENTRY.replace('["It is."]', "[]"),
            r"cue 1 \(error\): expected at least one text in “leaves”",
        ),
        ("[[cue", "cannot be read"),
    ],
)
def test_a_bad_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ResourceError, match=told):
        cues(tmp_path, text)
