"""Reads the short articles of our own as if they were annotated ones."""

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]


def annotated(record: Json, number: int) -> dict[str, Any]:
    """Return an article of `data/corrections.jsonl` in the form of `corrections.dev.jsonl`.

    Args:
        record: names its sentences by their places.
        number: its place in the file, which gives its fold, 1 to 4.
    """
    offsets = []
    at = 0
    for sentence in record["sentences"]:
        at = record["text"].index(sentence, at)
        offsets.append({"start": at, "end": at + len(sentence)})
        at += len(sentence)
    corrections = [
        {
            **offsets[one["sentence"]],
            "type": one["type"],
            "claim": None if one.get("claim") is None else offsets[one["claim"]],
            "claim_alt": [],
            "sure": True,
        }
        for one in record["corrections"]
    ]
    disputes = [offsets[place] for place in record.get("disputes", [])]
    return {
        "id": f"invented-{number}",
        "fold": 1 + number % 4,
        "text": record["text"],
        "gold": {"corrections": corrections, "disputes": disputes, "borderline": []},
    }
