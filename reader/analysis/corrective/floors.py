"""The least probability that a sentence has for the sake of one strong cue."""

from collections.abc import Iterator, Mapping

from reader.analysis.corrective.evidence import Evidence, Scope


def strong_signs(one: Evidence) -> Iterator[str]:
    """Yield the cues in the writer's voice, each also together with a word for a claim."""
    claims = one.has("claim verb", Scope.WRITER) or one.has("claim noun", Scope.WRITER)
    for cued in one.cued:
        if cued.scope is Scope.WRITER:
            yield cued.name
            if claims:
                yield f"{cued.name} with a claim word"


def floor_of(one: Evidence, floors: Mapping[str, float]) -> float:
    """Return the largest of the measured precisions of its signs, 0 where none is measured."""
    return max((floors.get(sign, 0.0) for sign in strong_signs(one)), default=0.0)
