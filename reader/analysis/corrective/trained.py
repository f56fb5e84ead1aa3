"""Reads what the training wrote, and what makes its scores probabilities."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from reader.lexicon.tables import fault

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Calibration:
    """What makes scores calibrated log-odds: slope * score + offset.

    `possible` is the least probability at which a sentence is marked.
    """

    slope: float
    offset: float
    possible: float


def read_trained(path: Path, what: str, made_of: Callable[[Any], T]) -> T:
    """Return what `made_of` makes of the content of a JSON file.

    Raises:
        ResourceError: the file is not as the training writes it; `what` says what it should hold.
    """
    try:
        return made_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise fault(path, "the file", f"{what} as the training writes them ({error})") from error
