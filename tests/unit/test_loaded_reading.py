"""The words that we marked in sentences by outlet; needs no training group."""

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.encoder.pieces import PieceCutter
from reader.resources import resource
from reader.training.examples import SHARES_READ, ExampleMaker

PROJECT = Path(__file__).parents[2]
MARKS = PROJECT / "reader" / "training" / "data" / "loaded_words.jsonl"
SENTENCES = PROJECT.parent / "shared" / "bench" / "data" / "unlabelled_sentences.jsonl"
RECORD = {"text": "The boorish mayor left early.", "kind": "wire"}


@pytest.fixture(scope="module")
def marks() -> list[dict[str, Any]]:
    """The marks that we train on."""
    return [json.loads(line) for line in MARKS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def maker() -> ExampleMaker:
    """Cuts with the vocabulary that ships."""
    return ExampleMaker(PieceCutter(resource("models/vocabulary.json")))


def test_each_sentence_is_named_once_and_in_order(marks: list[dict[str, Any]]) -> None:
    assert all(before["line"] < after["line"] for before, after in pairwise(marks))
    assert all(row.keys() <= {"line", "loaded", "perhaps"} for row in marks)


def test_marks_of_both_degrees_lie_apart(marks: list[dict[str, Any]]) -> None:
    for row in marks:
        spans = sorted([*row.get("loaded", ()), *row.get("perhaps", ())])
        assert all(start < end for start, end in spans), row
        assert all(one[1] <= other[0] for one, other in pairwise(spans)), row


def test_marks_are_whole_words(marks: list[dict[str, Any]]) -> None:
    if not SENTENCES.is_file():
        pytest.skip("the public data sets are not beside the project")
    texts = [json.loads(line)["text"] for line in SENTENCES.read_text("utf-8").splitlines()]
    for row in marks:
        text = texts[row["line"]]
        for start, end in (*row.get("loaded", ()), *row.get("perhaps", ())):
            assert end <= len(text), row
            assert not text[start - 1 : start].isalnum(), (row, text[start:end])
            assert not text[end : end + 1].isalnum(), (row, text[start:end])


def test_a_sentence_that_was_read_has_a_share_for_every_word(maker: ExampleMaker) -> None:
    unit = maker.by_outlet(RECORD, 6, {"line": 6, "loaded": [[4, 11]], "perhaps": [[23, 28]]})
    (sentence,) = unit.sentences
    by_word = [share for share, first in zip(sentence.loaded, sentence.first, strict=True) if first]
    loaded, perhaps, nothing = (SHARES_READ[name] for name in ("loaded", "perhaps", "nothing"))
    assert by_word[:5] == [nothing, loaded, nothing, nothing, perhaps]
    assert (unit.data_set, unit.fold, sentence.wire) == ("read", 3, 1.0)


def test_a_sentence_that_nobody_read_has_no_share(maker: ExampleMaker) -> None:
    unit = maker.by_outlet({**RECORD, "kind": "slanted"}, 7, None)
    (sentence,) = unit.sentences
    assert all(map(math.isnan, sentence.loaded))
    assert (unit.data_set, sentence.wire) == ("unlabelled", 0.0)
    assert len(sentence.entry) == len(sentence.ids)
