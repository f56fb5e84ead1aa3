"""Has the encoder in the resources read the annotated articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reader.analysis.encoder.close_reading import KEPT
from reader.analysis.encoder.engine import Encoder
from reader.text.cutting import cut
from reader.training.corrections.articles import Read, read


@dataclass(frozen=True, slots=True)
class Seen:
    """An article, and what the encoder says of its sentences: vectors, states and their number."""

    read: Read
    vectors: npt.NDArray[np.float32]
    states: Sequence[npt.NDArray[np.float16]]
    lengths: Sequence[int]


def see(articles: Iterable[Mapping[str, Any]]) -> Iterator[Seen]:
    """Yield `articles` as the encoder sees them."""
    encoder = Encoder()
    for article in articles:
        document = cut(article["text"])
        run = encoder.begin(document)
        run.read(range(len(document.paragraphs)))
        lengths = [len(own) for own in run.states]
        states = [own.first(KEPT).astype(np.float16) for own in run.states]
        own = read(article, document, run.reading)
        yield Seen(own, run.reading.vectors, states, lengths)
