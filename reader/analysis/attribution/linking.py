"""Links the contents of a sentence to their cues, and the cues to their sources."""

from collections.abc import Sequence

from reader.analysis.attribution.attributions import Attribution, gap
from reader.analysis.attribution.decoding import Stretches


def link(stretches: Stretches, sentence: int) -> list[Attribution]:
    """Return an attribution for every content: the nearest cue, and that cue's nearest source."""
    found: list[Attribution] = []
    for content in stretches.contents:
        cue = _nearest(content, stretches.cues, stretches.contents)
        anchor = cue if cue is not None else content
        source = _nearest(anchor, stretches.sources, stretches.cues)
        found.append(Attribution(content, cue, source, sentence))
    return found


def _nearest(anchor: range, candidates: Sequence[range], between: Sequence[range]) -> range | None:
    """Return the candidate with the fewest words between; of two as near, the one before.

    Something else of its kind in between counts as some words more.
    """
    return min(candidates, key=lambda one: _distance(anchor, one, between), default=None)


def _distance(anchor: range, other: range, between: Sequence[range]) -> tuple[int, int]:
    low, high = min(anchor.stop, other.stop), max(anchor.start, other.start)
    crossed = sum(low <= item.start and item.stop <= high for item in between)
    return gap(anchor, other) + 3 * crossed, other.start
