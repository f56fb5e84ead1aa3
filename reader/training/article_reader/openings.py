"""Openings of articles that nobody has annotated, in the form of annotated ones."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

# how many sentences a paragraph of news has, and how often
_LENGTHS, _SHARES = (1, 2, 3), (0.45, 0.35, 0.2)


def openings(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the articles of a file whose lines are sentences with the `article` they stand in.

    The file does not tell where paragraphs begin: they are given lengths by chance.
    """
    random = np.random.default_rng(0)
    with path.open(encoding="utf-8") as lines:
        for article, own in groupby(map(json.loads, lines), key=lambda line: line["article"]):
            sentences = [" ".join(line["text"].split()) for line in own]
            yield {
                "id": f"opening-{article}",
                "fold": 1,
                "text": "\n\n".join(_paragraphs(sentences, random)),
                "gold": {"corrections": [], "disputes": [], "borderline": []},
            }


def _paragraphs(sentences: list[str], random: np.random.Generator) -> Iterator[str]:
    start = 0
    while start < len(sentences):
        stop = start + int(random.choice(_LENGTHS, p=_SHARES))
        yield " ".join(sentences[start:stop])
        start = stop
