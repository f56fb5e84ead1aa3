"""Measures how often a sentence with a strong cue is corrective."""

from collections import Counter
from collections.abc import Sequence

from reader.analysis.corrective.floors import strong_signs
from reader.training.corrections.articles import Read

_FEWEST_USES = 8
_LEAST = 0.4


def measure_floors(articles: Sequence[Read]) -> dict[str, float]:
    """Return the cues of at least a few uses that are mostly right, with their precision."""
    uses, right = Counter[str](), Counter[str]()
    for article in articles:
        for one, mark in zip(article.evidence, article.corrective, strict=True):
            signs = set(strong_signs(one))
            uses.update(signs)
            if mark:
                right.update(signs)
    # two more wrong ones than were seen: few uses make a precision look better than it is
    shares = {sign: right[sign] / (count + 2) for sign, count in sorted(uses.items())}
    return {
        sign: share
        for sign, share in shares.items()
        if uses[sign] >= _FEWEST_USES and share >= _LEAST
    }
