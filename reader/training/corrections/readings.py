"""What the encoder says of the annotated articles, from models that did not learn from them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reader.analysis.encoder.engine import Encoder
from reader.analysis.reading import Array as Floats
from reader.text.document import Document
from reader.training.corrections.regression import Array


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a model says of an article that it did not learn from, as in `Reading`."""

    log_odds: Sequence[float]
    links: Floats


def read_left_out(path: Path) -> Mapping[str, LeftOut]:
    """Return the answers by article, from lines {"id", "logodds", "links"}, a row per sentence.

    The encoder in the resources has learned from folds 1 to 4, so what it says of them is too good
    to learn from; these come from models of the same make that did not see the article.
    """
    with path.open(encoding="utf-8") as lines:
        return {
            record["id"]: LeftOut(record["logodds"], np.array(record["links"], np.float32))
            for record in map(json.loads, lines)
        }


def encoder_log_odds(documents: Sequence[Document]) -> Array:
    """Return what the encoder in the resources says of all sentences of `documents`."""
    encoder = Encoder()
    found = []
    for document in documents:
        run = encoder.begin(document)
        run.read(range(len(document.paragraphs)))
        run.read_article()
        found.append(run.reading.corrective)
    return np.concatenate(found).astype(float)
