"""Says which of the sentences in reach report the claim that a corrective sentence answers."""

from collections.abc import Callable
from functools import cached_property

import onnxruntime

from reader.analysis.encoder.article_reading import Passages
from reader.analysis.reading import Array


class ClaimPointer:
    """The part of the article's networks that compares sentences; loaded with the first of them."""

    def __init__(self, load: Callable[[], onnxruntime.InferenceSession]) -> None:
        self._load = load

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return self._load()

    def sums(self, passages: Passages, number: int, places: range, pairs: Array) -> Array:
        """Return how much speaks for each place as that of the claim.

        Args:
            passages: what was found of the article's sentences.
            number: the corrective one.
            places: where the claim may be, (c,).
            pairs: (c, k) features of the sentence and each place, in the order of their names.
        """
        given = {
            "asking": passages.asking[number],
            "asked": passages.asked[places.start : places.stop],
            "pairs": pairs,
        }
        sums: Array = self._session.run(["sums"], given)[0]
        return sums
