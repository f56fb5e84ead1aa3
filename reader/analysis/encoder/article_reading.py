"""Reads a whole article for corrective passages, a row of numbers per sentence.

The encoder sees a paragraph at a time. Here what it made of each sentence, and what else is known
of it, is read in the order of the article, forwards and backwards, by a small recurrent network.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import onnxruntime

from reader.analysis.reading import Array

# sentences that are read at once: longer than any article, so that a pile of them takes no more
# memory than one
_STRETCH = 1_000


@dataclass(frozen=True, slots=True)
class Passages:
    """What was found of an article's n sentences.

    Attributes:
        corrective: (n,) log-odds that the sentence is part of a corrective passage, not calibrated.
        kinds: (n, 3) scores of label, rebuttal and notice, should it be corrective.
    """

    corrective: Array
    kinds: Array


class ArticleReader:
    """The recurrent network; loaded with the first article."""

    def __init__(self, load: Callable[[], onnxruntime.InferenceSession]) -> None:
        self._load = load

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return self._load()

    def read(self, vectors: Array, features: Array) -> Passages:
        """Return what is said of the sentences of one article, given a row of each for every one.

        Args:
            vectors: (n, d) the encoder's.
            features: (n, k) in the order of the features' names.
        """
        scores = np.zeros((len(vectors), 4), np.float32)
        for start in range(0, len(vectors), _STRETCH):
            part = slice(start, start + _STRETCH)
            given = {"vectors": vectors[part], "features": features[part]}
            scores[part] = self._session.run(["scores"], given)[0]
        return Passages(scores[:, 0], scores[:, 1:])
