"""What the article reader is trained on; needs no training group."""

import json
from pathlib import Path

import numpy as np
import pytest

from reader.analysis.corrective.whole_article import columns
from reader.analysis.encoder.engine import Encoder
from reader.text.cutting import cut
from reader.training.article_reader.lessons import Lesson, lesson_of
from reader.training.corrections.articles import read
from reader.training.openings import openings

CLAIM = "“Nobody has crossed the bridge since March,” Ada Orr said."
FACT = "Forty carts crossed it on the first day of June."
OTHER = "The market opens at nine."


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A file of three openings, and one with what was marked in two of them."""
    lines = [(8, "One  two."), (8, "Three."), (8, "Four."), (8, "Five."), (9, "Six."), (11, "Ten.")]
    texts, marks = tmp_path / "sentences.jsonl", tmp_path / "marks.jsonl"
    texts.write_text(
        "".join(json.dumps({"article": article, "text": text}) + "\n" for article, text in lines),
        encoding="utf-8",
    )
    correction = {"sentence": 2, "type": "rebuttal", "claims": [0, 1], "sure": True}
    nothing: dict[str, list[object]] = {"corrections": [], "disputes": [], "borderline": []}
    marked = [{"article": 8, **nothing, "corrections": [correction]}, {"article": 11, **nothing}]
    marks.write_text("".join(json.dumps(one) + "\n" for one in marked), encoding="utf-8")
    return texts, marks


def test_the_openings_that_were_read_are_whole(files: tuple[Path, Path]) -> None:
    first, second = openings(*files)
    assert first["text"].split() == ["One", "two.", "Three.", "Four.", "Five."]
    assert (first["id"], second["id"], second["text"]) == ("opening-8", "opening-11", "Ten.")
    assert (first["fold"], second["fold"]) == (1, 4)


def test_an_opening_holds_what_was_marked(files: tuple[Path, Path]) -> None:
    first, second = openings(*files)
    (correction,) = first["gold"]["corrections"]
    text = first["text"]
    assert text[correction["start"] : correction["end"]] == "Four."
    claims = [correction["claim"], *correction["claim_alt"]]
    assert [text[one["start"] : one["end"]] for one in claims] == ["One two.", "Three."]
    assert second["gold"]["corrections"] == []


def lesson(*, sure: bool) -> Lesson:
    """Return a lesson whose second sentence answers the first; the third is borderline."""
    document = cut(f"{CLAIM} {FACT} {OTHER} {OTHER}")
    encoded = Encoder().begin(document)
    encoded.read(range(len(document.paragraphs)))
    claim, fact, borderline, _ = (
        {"start": one.span.start, "end": one.span.end} for one in document.sentences
    )
    correction = {**fact, "type": "rebuttal", "claim": claim, "claim_alt": [], "sure": sure}
    gold = {"corrections": [correction], "disputes": [claim], "borderline": [borderline]}
    own = read({"id": "own", "fold": 2, "text": "", "gold": gold}, document, encoded.reading)
    rows = [{"length": float(number)} for number in range(4)]
    names, pairs = columns(["length"]), columns(["distance", "reports"])
    return lesson_of(own, encoded.reading.vectors, rows, names, pairs)


def test_a_lesson_tells_what_careful_readers_would_mark() -> None:
    sure, unsure = lesson(sure=True).corrective, lesson(sure=False).corrective
    assert sure[1] > unsure[1] > 0.5 > sure[2] > sure[3] == sure[0] > 0


def test_a_lesson_lays_labels_and_features_beside_the_sentences() -> None:
    one = lesson(sure=True)
    assert one.kinds.tolist() == [-1, 1, -1, -1]
    assert one.disputed.tolist() == [1, 0, 0, 0]
    assert one.features.tolist() == [[0], [1], [2], [3]]


def test_a_lesson_tells_which_place_reports_the_claim() -> None:
    (link,) = lesson(sure=True).links
    assert (link.sentence, link.places) == (1, range(4))
    assert link.right.tolist() == [True, False, False, False]
    assert link.pairs[:2].tolist() == [[pytest.approx(np.log(2)), 1], [0, 0]]
