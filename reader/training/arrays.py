"""Lays the examples of all sets end to end, as the training draws them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reader.training.examples import ExampleMaker, SentenceExample, Unit, read_lines

OWN_TEXTS = Path(__file__).parent / "data"


def all_units(bench: Path, maker: ExampleMaker) -> Iterator[Unit]:
    """Yield every unit that is trained on or validated with.

    Args:
        bench: the folder with `babe.dev.jsonl` and its neighbours.
        maker: makes the units.
    """
    for name, make in (
        ("babe", maker.babe),
        ("polnear", maker.polnear),
        ("corrections", maker.corrections),
    ):
        yield from map(make, read_lines(bench / f"{name}.dev.jsonl"))
    for number, record in enumerate(read_lines(OWN_TEXTS / "weak_spots.jsonl")):
        yield maker.weak_spot(record, number)
    for number, record in enumerate(read_lines(OWN_TEXTS / "corrections.jsonl")):
        yield maker.invented(record, number)
    marks = {line["line"]: line for line in read_lines(OWN_TEXTS / "loaded_words.jsonl")}
    for number, record in enumerate(read_lines(bench / "unlabelled_sentences.jsonl")):
        yield maker.by_outlet(record, number, marks.get(number))


def arrays_of(units: Sequence[Unit]) -> dict[str, Any]:
    """Return the piece, sentence and unit arrays of `units`."""
    sentences = [sentence for unit in units for sentence in unit.sentences]
    return {
        **{name: _pieces(sentences, name, kind) for name, kind in _PIECES.items()},
        **{name: np.array([getattr(s, name) for s in sentences], k) for name, k in _EACH.items()},
        **{name: _supports(sentences, name) for name in ("entry", "strength", "expression")},
        "length": np.array([len(sentence.ids) for sentence in sentences], np.int32),
        "claims": [(i, s.claims) for i, s in enumerate(sentences) if s.claims],
        "unit_len": np.array([len(unit.sentences) for unit in units], np.int32),
        "fold": np.array([unit.fold for unit in units], np.int8),
        "data_set": [unit.data_set for unit in units],
    }


_PIECES: dict[str, type] = {
    "ids": np.uint16, "shapes": np.uint8, "first": bool, "loaded": np.float16,
    "source": np.int8, "cue": np.int8, "content": np.int8,
}  # fmt: skip
_EACH: dict[str, type] = {
    "paragraph": np.int32, "bias": np.float16, "corrective": np.float16, "weight": np.float16,
    "disputed": np.float16, "kind": np.int8, "wire": np.float16,
}  # fmt: skip


def _pieces(sentences: Sequence[SentenceExample], name: str, kind: type) -> npt.NDArray[Any]:
    return np.array([value for sentence in sentences for value in getattr(sentence, name)], kind)


def _supports(sentences: Sequence[SentenceExample], name: str) -> npt.NDArray[np.float16]:
    """Return what the lexicon says of the word of each piece, 0 where it was not asked."""
    rows = (getattr(sentence, name) or [0.0] * len(sentence.ids) for sentence in sentences)
    return np.array([value for row in rows for value in row], np.float16)
