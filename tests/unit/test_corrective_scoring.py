"""Sums of weighted features, and what becomes a probability."""

from pathlib import Path

import pytest

from reader.analysis.corrective.scoring import (
    Scorer,
    Stage,
    probability,
    read_weights,
)
from reader.errors import ResourceError


def test_both_stages_count_what_is_known_of_a_sentence() -> None:
    scorer = Scorer(Stage(0.0, {"plain": 1.0}), Stage(1.0, {"own sum": 1.0, "plain": 0.5}))
    rows = [{"plain": 1.0, "unknown": 9.0}, {"plain": 0.0}]
    assert scorer.sums(rows) == pytest.approx([2.5, 1.0])


def test_probabilities_of_any_log_odds() -> None:
    assert probability(0.0) == 0.5
    assert 0 < probability(-1e9) < probability(1e9) <= 1


@pytest.mark.parametrize("text", ["", "{}", '{"alone": {}}', "[]"])
def test_a_bad_file_of_weights_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "corrections.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match="corrections"):
        read_weights(path)
