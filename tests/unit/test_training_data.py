"""The hand-made training texts are well formed and are nobody else's."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
DATA = PROJECT / "reader" / "training" / "data"
BENCH = PROJECT.parent / "shared" / "bench" / "data"
# Shorter beginnings ("He did not say whether") are shared by chance.
COMPARED = 40
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
def articles() -> list[dict[str, Any]]:
    """Return the articles written for the model of corrective passages."""
    return rows_of(DATA / "corrections.jsonl")


def test_an_article_is_its_sentences(articles: list[dict[str, Any]]) -> None:
    for article in articles:
        starts = [*article["paragraphs"], len(article["sentences"])]
        paragraphs = [" ".join(article["sentences"][start:end]) for start, end in pairwise(starts)]
        assert starts[0] == 0
        assert all(paragraphs), article["text"]
        assert "\n\n".join(paragraphs) == article["text"]


def test_a_correction_points_back_to_a_claim(articles: list[dict[str, Any]]) -> None:
    for article in articles:
        for correction in article["corrections"]:
            assert 0 <= correction["sentence"] < len(article["sentences"])
            if correction["type"] == "notice":
                assert correction["claim"] is None
            else:
                assert correction["type"] in {"label", "rebuttal"}
                assert 0 <= correction["claim"] <= correction["sentence"]


def test_no_sentence_is_both_a_correction_and_a_dispute(articles: list[dict[str, Any]]) -> None:
    for article in articles:
        corrective = [correction["sentence"] for correction in article["corrections"]]
        assert len(set(corrective)) == len(corrective), article["text"]
        assert not set(corrective) & set(article["disputes"]), article["text"]
        assert all(0 <= index < len(article["sentences"]) for index in article["disputes"])


def test_look_alikes_hold_no_correction_and_the_others_do(
    articles: list[dict[str, Any]],
) -> None:
    for article in articles:
        look_alike = article["kind"].startswith("negative")
        assert bool(article["corrections"]) != look_alike, article["text"]


def test_articles_are_many_and_no_sentence_comes_twice(articles: list[dict[str, Any]]) -> None:
    sentences = [sentence for article in articles for sentence in article["sentences"]]
    assert len(articles) >= 300
    assert len(set(sentences)) == len(sentences)


@pytest.fixture(scope="module")
def public_beginnings() -> set[str]:
    """Return how each sentence of the public data sets begins, where they lie beside us."""
    if not BENCH.is_dir():
        pytest.skip("the public data sets are not beside the project")
    paths = [*BENCH.glob("*.dev.jsonl"), BENCH / "unlabelled_sentences.jsonl"]
    texts = [row["text"] for path in paths for row in rows_of(path) if "text" in row]
    return {part[:COMPARED] for text in texts for part in re.split(r"(?<=\W)\s+", text)}


def test_no_sentence_is_taken_from_public_data(
    weak_spots: list[dict[str, Any]],
    articles: list[dict[str, Any]],
    public_beginnings: set[str],
) -> None:
    own = [row["text"] for row in weak_spots]
    own += [sentence for article in articles for sentence in article["sentences"]]
    beginnings = {text[:COMPARED] for text in own if len(text) >= COMPARED}
    assert not beginnings & public_beginnings
