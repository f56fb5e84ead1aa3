"""Has the encoder in the resources read the articles of PolNeAR, as the decoder sees them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reader.analysis.attribution.decoding import Hints, Roles
from reader.analysis.attribution.finder import QuoteFinder
from reader.analysis.encoder.engine import Encoder
from reader.text.cutting import cut
from reader.text.document import Document
from reader.training.roles import role_labels


@dataclass(frozen=True, slots=True)
class Article:
    """What the decoder is given of an article, and what it should make of it.

    Attributes:
        fold: its fold; 0 is never trained on.
        document: the cut text.
        reading: what the encoder says of its words.
        hints: what the rules say.
        in_marks: of each word, whether it stands in quotation marks.
        labels: O, B or I of each word, by role.
    """

    fold: int
    document: Document
    reading: Roles
    hints: Hints
    in_marks: npt.NDArray[np.bool_]
    labels: Mapping[str, Sequence[int]]

    @property
    def sentences(self) -> list[range]:
        """The words of each sentence."""
        return [sentence.words for sentence in self.document.sentences]


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a file of annotations that hold a sentence."""
    encoder = Encoder()
    with path.open(encoding="utf-8") as lines:
        articles = (_read(record, encoder) for record in map(json.loads, lines))
        yield from (article for article in articles if article.document.sentences)


def _read(record: Mapping[str, Any], encoder: Encoder) -> Article:
    document = cut(record["text"])
    run = encoder.begin(document)
    run.read(range(len(document.paragraphs)))
    finder = QuoteFinder(document)
    return Article(
        record["fold"],
        document,
        run.reading,
        finder.hints(range(len(document.sentences))),
        finder.in_marks,
        role_labels(document, record),
    )
