"""One attribution: who, by which words, said what; all as indices into a document's words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something that a sentence attributes to somebody.

    Attributes:
        content: the words of what is attributed.
        cue: the words that attribute it, None where there are none.
        source: the words that name who, None where there are none.
        sentence: index of the sentence.
    """

    content: range
    cue: range | None
    source: range | None
    sentence: int


def gap(one: range, other: range) -> int:
    """Return how many words lie between two stretches, 0 where they touch or overlap."""
    return max(0, other.start - one.stop, one.start - other.stop)


def shared(one: range, other: range) -> int:
    """Return how many words two stretches share."""
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))
