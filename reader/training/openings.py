"""Openings of articles, and what we marked in them, in the form of the bench's articles."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np

from reader.training.annotations import Annotated, Json
from reader.training.examples import read_lines

UNLABELLED = "unlabelled_sentences.jsonl"
"""In the bench."""
MARKED_OPENINGS = "openings.jsonl"
"""Among our own data."""

# how many sentences a paragraph of news has, and how often
_LENGTHS, _SHARES = (1, 2, 3), (0.45, 0.35, 0.2)


def openings(path: Path, marks: Path) -> Iterator[Json]:
    """Yield the openings that we have read, with what we marked in them.

    The texts do not tell where paragraphs begin: they are given lengths by chance.

    Args:
        path: `unlabelled_sentences.jsonl`, whose lines are sentences with their `article`.
        marks: `data/openings.jsonl`, whose lines tell what we marked in an `article`.
    """
    random = np.random.default_rng(0)
    marked = {line["article"]: line for line in read_lines(marks)}
    for article, own in groupby(read_lines(path), key=lambda line: line["article"]):
        sentences = [" ".join(line["text"].split()) for line in own]
        text = "\n\n".join(_paragraphs(sentences, random))
        if article in marked:
            gold = marked[article]
            yield Annotated(
                f"opening-{article}",
                1 + article % 4,
                text,
                sentences,
                gold["corrections"],
                gold["disputes"],
                gold["borderline"],
            ).record()


def _paragraphs(sentences: list[str], random: np.random.Generator) -> Iterator[str]:
    start = 0
    while start < len(sentences):
        stop = start + int(random.choice(_LENGTHS, p=_SHARES))
        yield " ".join(sentences[start:stop])
        start = stop
