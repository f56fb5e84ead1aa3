"""Has the encoder in the resources read the annotated articles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.analysis.encoder.close_reading import KEPT
from reader.analysis.encoder.engine import Encoder
from reader.training.corrections.articles import Read


@dataclass(frozen=True, slots=True)
class Seen:
    """An article, and what the encoder says of its sentences: vectors, states and their number."""

    read: Read
    vectors: npt.NDArray[np.float32]
    states: Sequence[npt.NDArray[np.float16]]
    lengths: Sequence[int]


def see(articles: Sequence[Read]) -> list[Seen]:
    """Return `articles` as the encoder sees them."""
    encoder = Encoder()
    found = []
    for article in articles:
        run = encoder.begin(article.document)
        run.read(range(len(article.document.paragraphs)))
        lengths = [len(own) for own in run.states]
        states = [own.first(KEPT).astype(np.float16) for own in run.states]
        found.append(Seen(article, run.reading.vectors, states, lengths))
    return found
