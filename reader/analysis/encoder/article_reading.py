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
        if not len(vectors):
            return Passages(np.zeros(0, np.float32), np.zeros((0, 3), np.float32))
        scores: Array = self._session.run(["scores"], {"vectors": vectors, "features": features})[0]
        return Passages(scores[:, 0], scores[:, 1:])
