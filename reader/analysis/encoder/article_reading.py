"""Reads a whole article for corrective passages, a row of numbers per sentence.

The encoder sees a paragraph at a time. Here what it made of each sentence, and what else is known
of it, is read in the order of the article, forwards and backwards, by small recurrent networks.
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
        asking: (n, ·) what each sentence looks for, should it answer a claim; for `ClaimPointer`.
        asked: (n, ·) what there is to find in it, should it report one.
    """

    corrective: Array
    kinds: Array
    asking: Array
    asked: Array


class ArticleReader:
    """The recurrent networks; loaded with the first article."""

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
            # the runtime aborts on a recurrent layer without rows
            nothing = np.zeros((0, 4), np.float32)
            return Passages(nothing[:, 0], nothing[:, 1:], nothing, nothing)
        starts = range(0, len(vectors), _STRETCH)
        parts = [slice(start, start + _STRETCH) for start in starts]
        given = [{"vectors": vectors[part], "features": features[part]} for part in parts]
        said = [self._session.run(["scores", "asking", "asked"], one) for one in given]
        scores, asking, asked = (np.concatenate(own) for own in zip(*said, strict=True))
        return Passages(scores[:, 0], scores[:, 1:], asking, asked)
