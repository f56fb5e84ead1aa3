"""Sums of weighted features, and of the encoder's vectors around a sentence."""

from pathlib import Path

import numpy as np
import pytest

from reader.analysis.corrective.scoring import (
    READ,
    Scorer,
    Stage,
    VectorWeights,
    load_weights,
    probability,
    read_weights,
)
from reader.errors import ResourceError


def test_vectors_of_the_neighbours_count_where_there_are_any() -> None:
    weights = VectorWeights(itself=(1.0, 0.0), before=(0.0, 10.0), after=(100.0, 0.0), intercept=5)
    vectors = np.array([[1, 2], [3, 4], [5, 6]], np.float32)
    assert weights.sums(vectors) == pytest.approx([5 + 1 + 300, 5 + 3 + 20 + 500, 5 + 5 + 40])


@pytest.mark.parametrize("sentences", [0, 1])
def test_a_short_text_has_no_neighbours(sentences: int) -> None:
    weights = VectorWeights((1.0,), (1.0,), (1.0,), 0.5)
    assert weights.sums(np.ones((sentences, 1), np.float32)) == [1.5] * sentences


def test_what_the_encoder_says_is_a_feature_like_others() -> None:
    scorer = Scorer(Stage(0.0, {READ: 2.0, "plain": 1.0}), Stage(1.0, {"own sum": 1.0}))
    rows = [{"plain": 1.0}, {"plain": 0.0}]
    assert scorer.sums(rows) == pytest.approx([2.0, 1.0])
    assert scorer.sums(rows, [3.0, -1.0]) == pytest.approx([8.0, -1.0])
    assert rows[0] == {"plain": 1.0}


def test_probabilities_of_any_log_odds() -> None:
    assert probability(0.0) == 0.5
    assert 0 < probability(-1e9) < probability(1e9) <= 1


def test_both_scorers_count_the_same_words() -> None:
    weights = load_weights()
    assert weights.alone.words == weights.read.words
    assert READ in weights.read.first.weights
    assert READ not in weights.alone.first.weights


@pytest.mark.parametrize("text", ["", "{}", '{"alone": {}}', "[]"])
def test_a_bad_file_of_weights_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "corrections.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match="corrections"):
        read_weights(path)
