"""Writes a trained network as the files that the program runs."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from reader.analysis.encoder.model_files import (
    ENCODER,
    NUMBERS,
    VOCABULARY,
    Calibration,
    Judgement,
)
from reader.training.corpus import CLASSIFY, SEPARATE
from reader.training.network import Network
from reader.training.pretrained import pretrained_files
from reader.training.student import LONGEST_WINDOW, SingleWindow

_OPERATORS = 17
_DIGITS = 7

# too small to be worth rounding, and what rounds the embeddings of words
_SMALL_PARTS, _SCALES = ("/tokens/", "/shapes/"), "scales"
# the quantisation makes a product and a sum of a linear layer, and names the product so
_PRODUCT = "_MatMul"


def export(network: Network, loaded: Judgement, bias: Calibration, folder: Path) -> None:
    """Write the encoder with int8 weights, the vocabulary and the numbers."""
    network.cpu().eval()
    folder.mkdir(parents=True, exist_ok=True)
    _write_encoder(network, folder / ENCODER)
    shutil.copyfile(pretrained_files() / "tokenizer.json", folder / VOCABULARY)
    _write_numbers(network.sentence, loaded, bias, folder / NUMBERS)


def _write_encoder(network: Network, path: Path) -> None:
    """Export one window without padding; dynamic int8 per channel, but for the small parts."""
    ids = torch.randint(network.encoder.shape.vocabulary, (40,))
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            SingleWindow(network.encoder),
            (ids, torch.zeros_like(ids)),
            str(plain),
            input_names=["ids", "shapes"],
            output_names=["hidden", "tokens"],
            dynamic_axes={name: {0: "pieces"} for name in ("ids", "shapes", "hidden", "tokens")},
            dynamo=False,
            opset_version=_OPERATORS,
        )
        kept = [
            name
            for node in onnx.load(plain).graph.node
            if any(part in node.name for part in _SMALL_PARTS) or _SCALES in node.input
            for name in (node.name, node.name + _PRODUCT)
        ]
        quantize_dynamic(
            plain, path, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=kept
        )


def _write_numbers(sentence: nn.Linear, loaded: Judgement, bias: Calibration, path: Path) -> None:
    numbers = {
        "longest_window": LONGEST_WINDOW,
        "classify": CLASSIFY,
        "separate": SEPARATE,
        "loaded": asdict(loaded),
        "bias": asdict(bias),
        "bias_weights": [round(value, _DIGITS) for value in sentence.weight[0].tolist()],
        "bias_intercept": round(sentence.bias[0].item(), _DIGITS),
    }
    path.write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
