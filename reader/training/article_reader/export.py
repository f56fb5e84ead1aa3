"""Writes the trained network as the files that the program runs."""

import json
from collections.abc import Sequence
from pathlib import Path

import torch

from reader.analysis.corrective.whole_article import FILE
from reader.analysis.encoder.model_files import ARTICLE_READER
from reader.training.article_reader.network import ArticleNetwork, SingleArticle

# Chosen with the figures of fold 0 in view, of which nothing else is learned. What imitates the
# mean of two teachers is less sure than it may be, but there are no marks to fit this by: in folds
# 1 to 4 the encoder knows too much, and the openings have none.
_SLOPE, _OFFSET = 1.35, 0.85

_OPERATORS = 17
_DIGITS = 4


def export(network: ArticleNetwork, features: Sequence[str], possible: float, folder: Path) -> None:
    """Write the network, the names of its features, its calibration and the threshold."""
    given = (torch.randn(5, len(network.mean)), torch.randn(5, len(features)))
    torch.onnx.export(
        SingleArticle(network).eval(),
        given,
        str(folder / ARTICLE_READER),
        input_names=["vectors", "features"],
        output_names=["scores"],
        dynamic_axes={name: {0: "sentences"} for name in ("vectors", "features", "scores")},
        dynamo=False,
        opset_version=_OPERATORS,
    )
    numbers = {
        "calibration": {
            "slope": _SLOPE,
            "offset": _OFFSET,
            "possible": round(possible, _DIGITS),
        },
        "features": list(features),
    }
    text = json.dumps(numbers, indent=1, ensure_ascii=False) + "\n"
    (folder / Path(FILE).name).write_text(text, encoding="utf-8")
