"""What the article reader's teachers are trained on; needs no training group."""

import json
from pathlib import Path

import numpy as np
import pytest

from reader.analysis.encoder.engine import Encoder
from reader.analysis.encoder.model_files import VOCABULARY
from reader.analysis.encoder.pieces import PieceCutter
from reader.resources import resource
from reader.text.cutting import cut
from reader.training.article_reader.openings import openings
from reader.training.article_reader.texts import LONGEST_SENTENCE, Text, text_of
from reader.training.corrections.articles import read

CLAIM = "“Nobody has crossed the bridge since March,” Ada Orr said."
FACT = "Forty carts crossed it on the first day of June."


def laid_out(text: str) -> Text:
    """Return `text` with its second sentence marked as an unsure answer to the first."""
    document = cut(text)
    encoded = Encoder().begin(document)
    encoded.read(range(len(document.paragraphs)))
    first, second = (sentence.span for sentence in document.sentences[:2])
    correction = {
        "start": second.start,
        "end": second.end,
        "type": "rebuttal",
        "claim": {"start": first.start, "end": first.end},
        "claim_alt": [],
        "sure": False,
    }
    gold = {"corrections": [correction], "disputes": [], "borderline": []}
    record = {"id": "own", "fold": 2, "text": text, "gold": gold}
    return text_of(
        read(record, document, encoded.reading), PieceCutter(resource(f"models/{VOCABULARY}"))
    )


def test_sentences_of_an_article_are_joined_and_none_is_lost(tmp_path: Path) -> None:
    lines = [("a", "One  two."), ("a", "Three."), ("a", "Four."), ("a", "Five."), ("b", "Six.")]
    path = tmp_path / "sentences.jsonl"
    path.write_text(
        "".join(json.dumps({"article": article, "text": text}) + "\n" for article, text in lines),
        encoding="utf-8",
    )
    first, second = openings(path)
    assert first["text"].split() == ["One", "two.", "Three.", "Four.", "Five."]
    assert (first["id"], second["id"], second["text"]) == ("opening-a", "opening-b", "Six.")


def test_pieces_tell_whose_words_they_are_and_what_is_claimed() -> None:
    text = laid_out(f"{CLAIM} {FACT}")
    (ids, _, voices, claimed), (_, _, others, unclaimed) = text.pieces
    quoted = np.flatnonzero(voices == 1)
    assert len(ids) == len(voices)
    assert 0 < len(quoted) < len(ids)
    assert claimed[quoted].any()
    assert not others.any()
    assert not unclaimed.any()


def test_labels_lie_beside_the_sentences() -> None:
    text = laid_out(f"{CLAIM} {FACT}")
    assert text.corrective.tolist() == [0, 1]
    assert text.weights.tolist() == [1, 0.6]
    assert text.kinds.tolist() == [-1, 1]
    assert text.contested.tolist() == [1, 0]
    assert text.answers[1] == {0}


@pytest.mark.parametrize("words", [1, 500])
def test_a_long_sentence_is_cut(words: int) -> None:
    text = laid_out(f"{CLAIM} The {'old ' * words}carts crossed it.")
    assert all(pieces.shape[1] <= LONGEST_SENTENCE for pieces in text.pieces)
