"""Where the model's files lie, and the numbers beside them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import ResourceError
from reader.resources import resource

ENCODER = "encoder.onnx"
ARTICLE_READER, CLAIM_POINTER = "article_reader.onnx", "claim_pointer.onnx"
VOCABULARY, NUMBERS = "vocabulary.json", "encoder.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns what is said of a sentence into a probability.

    It is sigmoid(slope x logit + highest_word x the highest log-odds of its words + offset).
    """

    slope: float
    highest_word: float
    offset: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """Weights of what speaks for a word being loaded; their sum is the calibrated log-odds."""

    log_odds: float
    entry: float
    strength: float
    expression: float
    intercept: float


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of the model and what `encoder.json` says.

    Attributes:
        directory: where the files lie.
        longest_window: pieces in a window, the two marks at its ends included.
        classify: number of the piece that opens a window.
        separate: number of the piece that closes it.
        loaded: weighs the log-odds of a word and what the lexicon says of it.
        bias: calibration of a sentence's logit.
        bias_weights: what a sentence's vector is multiplied with to give that logit.
        bias_intercept: what is added to it.
    """

    directory: Path
    longest_window: int
    classify: int
    separate: int
    loaded: Judgement
    bias: Calibration
    bias_weights: tuple[float, ...]
    bias_intercept: float


def model_files() -> ModelFiles:
    """Return the model that ships with the program.

    Raises:
        ResourceError: a file is missing, or the numbers are not as the training writes them.
    """
    path = resource(f"models/{NUMBERS}")
    try:
        numbers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return ModelFiles(
            path.parent,
            numbers["longest_window"],
            numbers["classify"],
            numbers["separate"],
            Judgement(**numbers["loaded"]),
            Calibration(**numbers["bias"]),
            tuple(numbers["bias_weights"]),
            numbers["bias_intercept"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ResourceError(
            f"The data file models/{NUMBERS} is not as the training writes it: {error}."
        ) from error
