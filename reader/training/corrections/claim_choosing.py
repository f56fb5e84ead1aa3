"""Learns which of the claims of one sentence a corrective sentence answers."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from reader.analysis.corrective.claim_choice import claim_features
from reader.analysis.corrective.features import Row
from reader.training.corrections.articles import Read
from reader.training.corrections.linking import Link, fit_links
from reader.training.corrections.stacking import matrix


def choice_weights(articles: Sequence[Read]) -> dict[str, float]:
    """Return the weights of `claim_features` that tell the right claim of the data best."""
    choices = [choice for article in articles for choice in _choices(article)]
    names = sorted({name for rows, _ in choices for row in rows for name in row})
    chains = [
        [Link(0, matrix([rows], names), right, np.zeros((0, 0), np.intp))]
        for rows, right in choices
    ]
    weights, _ = fit_links(chains, len(names))
    return dict(zip(names, map(float, weights), strict=True))


def _choices(read: Read) -> Iterator[tuple[list[Row], npt.NDArray[np.bool_]]]:
    """Yield the features of the claims of each sentence where some are right and others not."""
    for number, answers in enumerate(read.answers):
        for indices in read.memory.claims.values():
            claims = [read.claims[index] for index in indices]
            right = np.array([any(map(claim.span.overlaps, answers)) for claim in claims])
            if right.any() and not right.all():
                yield (
                    claim_features(read.document, read.evidence, read.memory, number, claims),
                    right,
                )
