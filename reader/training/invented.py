"""Reads the short articles of our own as if they were annotated ones."""

from typing import Any

from reader.training.annotations import Annotated, Json


def annotated(record: Json, number: int) -> dict[str, Any]:
    """Return an article of `data/corrections.jsonl` in the form of `corrections.dev.jsonl`.

    Args:
        record: names its sentences by their places.
        number: its place in the file, which gives its fold, 1 to 4.
    """
    corrections = [
        {**one, "claims": [] if one.get("claim") is None else [one["claim"]], "sure": True}
        for one in record["corrections"]
    ]
    return Annotated(
        f"invented-{number}",
        1 + number % 4,
        record["text"],
        record["sentences"],
        corrections,
        record.get("disputes", []),
    ).record()
