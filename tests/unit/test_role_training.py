"""What the decoder's weights are fitted on, measured by and written as; needs no training group."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.analysis.attribution.boundaries import FILE, Boundaries, boundaries_in, by_kind
from reader.analysis.attribution.decoding import ROLES, Hints
from reader.analysis.reading import Reading
from reader.resources import resource
from reader.text.cutting import cut
from reader.training.attribution.articles import Article, read_articles
from reader.training.attribution.classes import choose_classes
from reader.training.attribution.figures import figures
from reader.training.attribution.table import HEAD, write
from reader.training.roles import role_labels

TEXT = "Orr said that Vale had called the bridge safe."
EMPTY: dict[str, list[dict[str, int]]] = {role: [] for role in ROLES}


def span(part: str) -> dict[str, int]:
    start = TEXT.index(part)
    return {"start": start, "end": start + len(part)}


def record(*attributions: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": TEXT,
        "fold": 1,
        "gold": {"attributions": [EMPTY | one for one in attributions]},
    }


def article(labels: dict[str, list[int]], said: dict[str, list[int]]) -> Article:
    """Return an article of which the encoder says `said`, and is sure."""
    document = cut(TEXT)
    rows = {role: np.log(np.eye(3, dtype=np.float32)[said[role]] * 0.97 + 0.01) for role in ROLES}
    nothing = np.zeros(0, np.float32)
    reading = Reading(loaded=nothing, bias=nothing, vectors=nothing, **rows)
    return Article(1, document, reading, Hints(), np.zeros(len(document.words), np.bool_), labels)


def zeros(documents: Sequence[str]) -> Boundaries:
    classes = choose_classes(map(cut, documents))
    shape = (3, 4)
    return Boundaries(
        by_kind(classes),
        np.zeros((2, len(classes), *shape), np.float32),
        np.zeros((2, 4, *shape), np.float32),
    )


def test_of_spans_within_one_another_the_outermost_counts() -> None:
    inner = {"source": [span("Vale")], "cue": [span("called")], "content": [span("bridge safe")]}
    outer = {"source": [span("Orr")], "content": [span("Vale had called the bridge safe")]}
    labels = role_labels(cut(TEXT), record(inner, outer))
    assert labels == {
        "source": [1, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        "cue": [0, 0, 0, 0, 0, 1, 0, 0, 0, 0],
        "content": [0, 0, 0, 1, 2, 2, 2, 2, 2, 0],
    }


def test_a_role_that_an_attribution_lacks_has_no_words() -> None:
    assert role_labels(cut(TEXT), record({"source": None}))["source"] == [0] * 10


def test_frequent_words_and_tags_are_classes_and_rare_ones_are_not() -> None:
    classes = choose_classes(map(cut, [TEXT] * 30))
    assert {("start", "sentence"), ("other", "words"), ("word", "that")} <= set(classes)
    assert sorted(classes.values()) == list(range(len(classes)))
    assert set(choose_classes(map(cut, [TEXT] * 29))) == {("start", "sentence"), ("other", "words")}


def test_figures_count_words_and_whole_stretches() -> None:
    true = {"source": [1, 0, 0], "cue": [0, 1, 0], "content": [0, 0, 1]}
    true = {role: row + [0] * 7 for role, row in true.items()}
    true["content"] = [0, 0, 0, 1, 2, 2, 2, 2, 2, 0]
    said = true | {"content": [0, 0, 0, 0, 1, 2, 2, 2, 2, 0], "cue": [0] * 10}
    measured = figures([article(true, said)], zeros([TEXT]))
    assert measured == pytest.approx(
        {
            "source words": 1.0,
            "source exact": 1.0,
            "cue words": 0.0,
            "cue exact": 0.0,
            "content words": 10 / 11,
            "content exact": 0.0,
        },
        abs=1e-4,
    )


def test_the_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    boundaries = zeros([TEXT] * 30)
    boundaries.weights[:] = np.arange(boundaries.weights.size).reshape(boundaries.weights.shape)
    boundaries.chances[:] = -0.25
    write(boundaries, tmp_path / "boundaries.tsv")
    again = boundaries_in(tmp_path / "boundaries.tsv")
    assert np.array_equal(again.chances, boundaries.chances)
    for kind, numbers in boundaries.classes.items():
        for name, number in numbers.items():
            place = again.classes[kind][name]
            assert np.array_equal(again.weights[0, place], boundaries.weights[0, number])
            if kind != "start":
                assert np.array_equal(again.weights[1, place], boundaries.weights[1, number])


def test_a_class_that_changes_next_to_nothing_has_no_row(tmp_path: Path) -> None:
    write(zeros([TEXT] * 30), tmp_path / "boundaries.tsv")
    assert set(boundaries_in(tmp_path / "boundaries.tsv").classes["word"]) == set()


def test_the_weights_that_ship_were_written_by_this() -> None:
    assert resource(FILE).read_text(encoding="utf-8").startswith(HEAD)


def test_the_encoder_reads_an_article_as_the_program_does(tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text(
        '{"text": "", "fold": 1, "gold": {"attributions": []}}\n'
        '{"text": "Orr said: “Shut it.”", "fold": 2, "gold": {"attributions": []}}\n',
        encoding="utf-8",
    )
    [read] = read_articles(lines)
    assert read.fold == 2
    assert read.reading.source.shape == (len(read.document.words), 3)
    assert read.reading.source[0, 1] > read.reading.source[0, 0]
    assert [
        word.text
        for word, in_marks in zip(read.document.words, read.in_marks, strict=True)
        if in_marks
    ][1] == "Shut"
