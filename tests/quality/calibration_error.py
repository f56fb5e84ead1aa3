"""Measures how far the scores of loaded words are from probabilities.

    python tests/quality/calibration_error.py loaded --gold GOLD --pred ANSWERS

The expected calibration error is the mean distance, weighted by words, between the mean score of
the words of a bin and the share of them that is loaded (Naeini et al. 2015, "Obtaining Well
Calibrated Probabilities Using Bayesian Binning"), in ten bins of equal width. A word without a
finding has a score of 0. Prints {"expected_calibration_error": ...}.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_BINS = 10
_WORD = re.compile(r"\w+(?:['’]\w+)*")

Spans = Iterable[tuple[int, int, float]]


def main() -> None:
    """Read both files and print the error."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("task", choices=["loaded"])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--pred", type=Path, required=True)
    options = parser.parse_args()
    answers = {line["id"]: line for line in _lines(options.pred)}
    pairs = [pair for line in _lines(options.gold) for pair in scored(line, answers[line["id"]])]
    print(json.dumps({"expected_calibration_error": round(calibration_error(pairs), 5)}))  # noqa: T201


def scored(gold: dict[str, Any], answer: dict[str, Any]) -> Iterator[tuple[float, bool]]:
    """Yield the score of each word of a text and whether it is loaded."""
    said = [
        (finding["start"], finding["end"], finding["score"])
        for finding in answer["findings"]
        if finding["category"].startswith("loaded")
    ]
    true = [(span["start"], span["end"], 1.0) for span in gold["gold"]["spans"]]
    for word in _WORD.finditer(gold["text"]):
        yield _highest(said, word), _highest(true, word) > 0


def calibration_error(pairs: Iterable[tuple[float, bool]]) -> float:
    """Return the expected calibration error of pairs of score and truth."""
    surplus, count = [0.0] * _BINS, 0
    for score, truth in pairs:
        surplus[min(int(score * _BINS), _BINS - 1)] += score - truth
        count += 1
    return sum(map(abs, surplus)) / max(1, count)


def _highest(spans: Spans, word: re.Match[str]) -> float:
    over = (score for start, end, score in spans if start < word.end() and end > word.start())
    return max(over, default=0.0)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
