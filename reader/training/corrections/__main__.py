"""Learns the weights over named features: python -m reader.training.corrections DATA TARGET.

The encoder must lie in the resources: it tells who says what.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from reader.analysis.corrective.scoring import FILE
from reader.training.corrections.articles import annotated_articles
from reader.training.corrections.sight import see
from reader.training.corrections.weighing import FOLDS, weigh

_DIGITS = 4


def main() -> None:
    """Learn from folds 1 to 4 and write the weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("data", type=Path, help="corrections.dev.jsonl")
    parser.add_argument("target", type=Path, help="the folder of the model's files")
    options = parser.parse_args()
    chosen = (one for one in annotated_articles(options.data) if one["fold"] in FOLDS)
    content = weigh([one.read for one in see(chosen)])
    text = json.dumps(_rounded(content), indent=1) + "\n"
    (options.target / Path(FILE).name).write_text(text, encoding="utf-8")


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, Mapping):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value


if __name__ == "__main__":
    main()
