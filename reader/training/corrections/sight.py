"""Has the encoder in the resources read the annotated articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reader.analysis.encoder.engine import Encoder
from reader.text.cutting import cut
from reader.training.corrections.articles import Read, read


@dataclass(frozen=True, slots=True)
class Seen:
    """An article, and the encoder's vector of each sentence, (n, d)."""

    read: Read
    vectors: npt.NDArray[np.float32]


def see(articles: Iterable[Mapping[str, Any]]) -> Iterator[Seen]:
    """Yield `articles` as the encoder sees them."""
    encoder = Encoder()
    for article in articles:
        document = cut(article["text"])
        run = encoder.begin(document)
        run.read(range(len(document.paragraphs)))
        yield Seen(read(article, document, run.reading), run.reading.vectors)
