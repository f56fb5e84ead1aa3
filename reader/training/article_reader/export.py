"""Writes the trained networks as the files that the program runs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn

from reader.analysis.corrective.trained import Calibration
from reader.analysis.corrective.whole_article import FILE
from reader.analysis.encoder.model_files import ARTICLE_READER, CLAIM_POINTER
from reader.training.article_reader.network import ArticleNetwork, PointersTogether, Together

_OPERATORS = 17
_DIGITS = 4
_SENTENCES = 5


def export(
    networks: Sequence[ArticleNetwork],
    features: Sequence[str],
    pairs: Sequence[str],
    calibration: Calibration,
    folder: Path,
) -> None:
    """Write the networks, the names of what they read, and what their scores mean."""
    together = Together(networks).eval()
    rows = (torch.randn(_SENTENCES, len(networks[0].mean)), torch.randn(_SENTENCES, len(features)))
    _, asking, asked = together(*rows)
    _write(
        together,
        folder / ARTICLE_READER,
        dict(zip(("vectors", "features"), rows, strict=True)),
        ("scores", "asking", "asked"),
        "sentences",
    )
    _write(
        PointersTogether(networks).eval(),
        folder / CLAIM_POINTER,
        {"asking": asking[0], "asked": asked, "pairs": torch.randn(_SENTENCES, len(pairs))},
        ("sums",),
        "places",
    )
    numbers = {
        "calibration": {name: round(value, _DIGITS) for name, value in asdict(calibration).items()},
        "features": list(features),
        "pairs": list(pairs),
    }
    text = json.dumps(numbers, indent=1, ensure_ascii=False) + "\n"
    (folder / Path(FILE).name).write_text(text, encoding="utf-8")


def _write(
    network: nn.Module, path: Path, given: Mapping[str, Tensor], gives: Sequence[str], axis: str
) -> None:
    """Write a network that takes and gives tables of any number of rows, called `axis`."""
    tables = [name for name, value in given.items() if value.dim() > 1]
    torch.onnx.export(
        network,
        tuple(given.values()),
        str(path),
        input_names=list(given),
        output_names=list(gives),
        dynamic_axes={name: {0: axis} for name in (*tables, *gives)},
        dynamo=False,
        opset_version=_OPERATORS,
    )
