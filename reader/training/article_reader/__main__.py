"""Trains what reads a whole article: python -m reader.training.article_reader BENCH TARGET.

The encoder and `corrections.json` must lie in the resources. It learns from openings of articles
that we have read: the encoder has not learned corrections from them, as it has from those of the
bench, of which it therefore knows too much.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch

from reader.analysis.corrective.features import Row, each_row
from reader.analysis.corrective.scoring import load_weights
from reader.analysis.corrective.trained import Calibration
from reader.analysis.corrective.whole_article import columns
from reader.training.arrays import OWN_TEXTS
from reader.training.article_reader.crossing import crossed
from reader.training.article_reader.export import export
from reader.training.article_reader.learning import Recipe
from reader.training.article_reader.lessons import lesson_of
from reader.training.corrections.sight import see
from reader.training.corrections.stacking import calibrated
from reader.training.corrections.weighing import most_wrong
from reader.training.corrections.wording import choose_words
from reader.training.openings import MARKED_OPENINGS, UNLABELLED, openings

_FEWEST_USES = 50
_NOT_LOOKED_AT = "itself corrective"
"""What the network knows of a place without being told."""


def main() -> None:
    """Train the networks that ship and write them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bench", type=Path, help=f"folder of {UNLABELLED}")
    parser.add_argument("target", type=Path, help="the folder of the model's files")
    options = parser.parse_args()
    seen = list(see(openings(options.bench / UNLABELLED, OWN_TEXTS / MARKED_OPENINGS)))
    words = choose_words([one.read for one in seen])
    rows = [list(each_row(one.read.evidence, one.read.memory, words)) for one in seen]
    features = _features(row for own in rows for row in own)
    linker = load_weights().linker
    pairs = sorted(set(linker.weights) - {_NOT_LOOKED_AT})
    lessons = [
        lesson_of(one.read, one.vectors, own, columns(features), columns(pairs))
        for one, own in zip(seen, rows, strict=True)
    ]
    start = torch.tensor([linker.weights[name] for name in pairs])
    networks, said = crossed(lessons, start, Recipe())
    marks = np.array([mark for one in seen for mark in one.read.corrective], float)
    most = most_wrong([one.read for one in seen])
    calibration = Calibration(*calibrated(np.concatenate(said), marks, most))
    export(networks, features, pairs, calibration, options.target)


def _features(rows: Iterable[Row]) -> list[str]:
    """Return the features that at least some sentences have."""
    uses = Counter(name for row in rows for name, value in row.items() if value)
    return sorted(name for name, count in uses.items() if count >= _FEWEST_USES)


if __name__ == "__main__":
    main()
