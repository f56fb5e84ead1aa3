"""Makes the examples from which the close reader learns which claim a sentence answers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.analysis.corrective.links import Context, Linker
from reader.analysis.encoder.close_reading import beside_claim
from reader.training.closer.lines import Asked
from reader.training.corrections.sight import Seen

_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class LinkExample:
    """A corrective sentence beside each of its likeliest claims.

    `sums` are the linker's, from weights that were not fitted on the article; `right` tells which
    of the claims it answers. At least one is.
    """

    asked: Sequence[Asked]
    sums: npt.NDArray[np.float32]
    right: npt.NDArray[np.bool_]


def link_examples(
    seen: Sequence[Seen], log_odds: Sequence[Sequence[float]], linkers: Sequence[Linker]
) -> list[LinkExample]:
    """Return the examples of some articles, with the regression's log-odds and a linker of each."""
    return [
        example
        for one, odds, linker in zip(seen, log_odds, linkers, strict=True)
        for number, answers in enumerate(one.read.answers)
        if answers and (example := _example(one, odds, linker, number))
    ]


def _example(
    seen: Seen, log_odds: Sequence[float], linker: Linker, number: int
) -> LinkExample | None:
    context = Context(seen.read.evidence, seen.read.memory, log_odds)
    sums = linker.sums(context, number)
    likely = sorted(sums, key=lambda place: -sums[place])
    right = {place for place in likely if _answers(seen, number, place)}
    chosen = likely[:_CANDIDATES]
    if not right:
        return None
    if right.isdisjoint(chosen):
        chosen.append(next(place for place in likely if place in right))
    return LinkExample(
        [Asked(seen, beside_claim(number, place)) for place in chosen],
        np.array([sums[place] for place in chosen], np.float32),
        np.array([place in right for place in chosen]),
    )


def _answers(seen: Seen, number: int, place: int) -> bool:
    span = seen.read.document.sentences[place].span
    return any(map(span.overlaps, seen.read.answers[number]))
