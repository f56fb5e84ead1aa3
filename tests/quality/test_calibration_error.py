"""The calibration error on scores that hold, and on some that do not."""

import pytest

from tests.quality.calibration_error import calibration_error, scored


def test_scores_that_hold_have_no_error() -> None:
    pairs = [(0.5, True), (0.5, False), (0.0, False)]
    assert calibration_error(pairs) == 0.0


def test_a_score_that_promises_too_much_counts_by_its_share_of_the_words() -> None:
    pairs = [(0.9, False), (0.0, False)]
    assert calibration_error(pairs) == pytest.approx(0.45)


def test_a_word_has_the_highest_score_of_the_findings_over_it() -> None:
    gold = {"text": "A bizarre plan", "gold": {"spans": [{"start": 2, "end": 9}]}}
    findings = [
        {"start": 2, "end": 14, "score": 0.4, "category": "loaded-noun"},
        {"start": 2, "end": 9, "score": 0.7, "category": "loaded-adjective"},
        {"start": 0, "end": 1, "score": 1.0, "category": "hedge"},
    ]
    pairs = list(scored(gold, {"findings": findings}))
    assert pairs == [(0.0, False), (0.7, True), (0.4, False)]
