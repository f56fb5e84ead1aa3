"""Writes a trained close reader as the file that the program runs."""

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from reader.training.closer.network import WIDTH, CloseNetwork, SingleLine

_OPERATORS = 17


def export(network: CloseNetwork, path: Path) -> None:
    """Write the network for one line at a time, with int8 weights."""
    given = (torch.randn(9, WIDTH), torch.randn(21, WIDTH), torch.ones(21, dtype=torch.long))
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "close_reader.onnx"
        torch.onnx.export(
            SingleLine(network).eval(),
            given,
            str(plain),
            input_names=["itself", "others", "roles"],
            output_names=["score"],
            dynamic_axes={
                "itself": {0: "own"},
                "others": {0: "other"},
                "roles": {0: "other"},
            },
            dynamo=False,
            opset_version=_OPERATORS,
        )
        quantize_dynamic(plain, path, per_channel=True, weight_type=QuantType.QInt8)
