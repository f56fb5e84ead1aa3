"""The hand-made training texts are well formed and are nobody else's."""

import json
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
DATA = PROJECT / "reader" / "training" / "data"
BENCH = PROJECT.parent / "shared" / "bench" / "data"
NEUTRAL_KINDS = {
    "contrast-literal",
    "ideology-names",
    "literal-crime",
    "literal-disease-disaster",
    "mentioned-word",
    "names-and-titles",
    "numbers",
    "sober-wire",
    "technical-terms",
}


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file with one JSON object on each line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def weak_spots() -> list[dict[str, Any]]:
    """Return the sentences written for the loaded-word model."""
    return rows_of(DATA / "weak_spots.jsonl")


def test_spans_hold_the_words_they_mark(weak_spots: list[dict[str, Any]]) -> None:
    for row in weak_spots:
        marked = [row["text"][start:end] for start, end in row["spans"]]
        assert marked == row["loaded"], row["text"]


def test_spans_are_whole_words_in_order(weak_spots: list[dict[str, Any]]) -> None:
    for row in weak_spots:
        text, previous = row["text"], 0
        for start, end in row["spans"]:
            assert previous <= start < end, text
            assert not text[start - 1 : start].isalnum(), text
            assert not text[end : end + 1].isalnum(), text
            previous = end


def test_neutral_kinds_mark_nothing_and_the_others_something(
    weak_spots: list[dict[str, Any]],
) -> None:
    for row in weak_spots:
        assert bool(row["loaded"]) == (row["kind"] not in NEUTRAL_KINDS), row["text"]


def test_sentences_are_many_distinct_and_mostly_neutral(
    weak_spots: list[dict[str, Any]],
) -> None:
    texts = [row["text"] for row in weak_spots]
    neutral = sum(not row["loaded"] for row in weak_spots)
    assert len(set(texts)) == len(texts) >= 500
    assert 0.5 < neutral / len(texts) < 0.65


@pytest.fixture(scope="module")
def public_text() -> str:
    """Return the texts of the public data sets, where they lie beside the project."""
    if not BENCH.is_dir():
        pytest.skip("the public data sets are not beside the project")
    paths = [*BENCH.glob("*.dev.jsonl"), BENCH / "unlabelled_sentences.jsonl"]
    return "\n".join(row["text"] for path in paths for row in rows_of(path) if "text" in row)


def test_no_sentence_is_taken_from_public_data(
    weak_spots: list[dict[str, Any]], public_text: str
) -> None:
    for row in weak_spots:
        assert row["text"] not in public_text
