"""Links the contents of a sentence to their cues, and the cues to their sources."""

from collections.abc import Sequence

from reader.analysis.attribution.attributions import Attribution, gap
from reader.analysis.attribution.decoding import Stretches


def link(stretches: Stretches, sentence: int) -> list[Attribution]:
    """Return an attribution for every content: the nearest cue, and that cue's nearest source.

    A cue that attributes nothing in its own sentence ("The minister wrote:") gets an attribution
    with an empty content, and so does a source without any cue ("— The minister").
    """
    found: list[Attribution] = []
    for content in _said(stretches):
        cue = _nearest(content, stretches.cues, stretches.contents)
        found.append(Attribution(content, cue, _source(cue or content, stretches), sentence))
    used = {one.cue for one in found}
    found += [
        _empty(cue, cue, _source(cue, stretches), sentence)
        for cue in stretches.cues
        if cue not in used
    ]
    if not found:
        found += [_empty(source, None, source, sentence) for source in stretches.sources]
    return sorted(found, key=lambda one: (one.content.start, one.content.stop))


def _said(stretches: Stretches) -> list[range]:
    """Return the contents, without those that only say who said something: "Vale said"."""
    naming = {word for part in (*stretches.sources, *stretches.cues) for word in part}
    return [content for content in stretches.contents if not naming.issuperset(content)]


def _source(anchor: range, stretches: Stretches) -> range | None:
    return _nearest(anchor, stretches.sources, stretches.cues)


def _empty(place: range, cue: range | None, source: range | None, sentence: int) -> Attribution:
    return Attribution(range(place.stop, place.stop), cue, source, sentence)


def _nearest(anchor: range, candidates: Sequence[range], between: Sequence[range]) -> range | None:
    """Return the candidate with the fewest words between; of two as near, the one before.

    Something else of its kind in between counts as some words more.
    """
    return min(candidates, key=lambda one: _distance(anchor, one, between), default=None)


def _distance(anchor: range, other: range, between: Sequence[range]) -> tuple[int, int]:
    low, high = min(anchor.stop, other.stop), max(anchor.start, other.start)
    crossed = sum(low <= item.start and item.stop <= high for item in between)
    return gap(anchor, other) + 3 * crossed, other.start
