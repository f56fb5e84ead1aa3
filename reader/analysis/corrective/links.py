"""Chooses the claim that a corrective sentence answers, at any distance within reach."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from reader.analysis.corrective.chains import MOVES, Step, Sums, best_chain
from reader.analysis.corrective.evidence import Evidence, Scope
from reader.analysis.corrective.features import Row, weighted
from reader.analysis.corrective.memory import Memory
from reader.analysis.reading import LINKS_AHEAD, LINKS_BACK

_VERDICTS = frozenset(("verdict", "unsupported"))
GAPS = ((1, "next"), (2, "one between"), (5, "near"), (10**9, "far"))
_BINS = ((0, 0), (1, 1), (2, 2), (3, 5), (6, 10), (11, 20), (21, LINKS_BACK))


@dataclass(frozen=True, slots=True)
class Context:
    """What the choice of a claim looks at, for one document."""

    evidence: Sequence[Evidence]
    memory: Memory
    # log-odds that each sentence is itself corrective: such a one is seldom the claim
    log_odds: Sequence[float]
    _natures: dict[int, Row] = field(default_factory=dict)

    def nature(self, candidate: int) -> Row:
        """Return what speaks for a candidate whatever the sentence that answers it."""
        if candidate not in self._natures:
            self._natures[candidate] = _nature(self, candidate)
        return self._natures[candidate]


def candidates(context: Context, number: int) -> range:
    """Return the sentences among which the claim of sentence `number` is looked for."""
    return range(max(0, number - LINKS_BACK), min(len(context.evidence), number + LINKS_AHEAD + 1))


def pair_features(context: Context, number: int, candidate: int) -> Row:
    """Return what speaks for `candidate` as the place of the claim that `number` answers."""
    row = dict(_distance(number - candidate))
    row.update(_alike(context, number, candidate))
    row.update(context.nature(candidate))
    row.update(_cued(context, number, candidate))
    return row


def near(gap: int) -> str:
    """Return how far the corrective sentence before this one is, in words."""
    return next(label for limit, label in GAPS if gap <= limit)


def _distance(distance: int) -> Iterator[tuple[str, float]]:
    if distance < 0:
        yield "comes later", 1.0
        return
    yield "distance", log(1 + distance)
    for first, last in _BINS:
        if first <= distance <= last:
            yield f"{first} to {last} before", 1.0


def _alike(context: Context, number: int, candidate: int) -> Row:
    one, other = context.evidence[number], context.evidence[candidate]
    likeness = context.memory.likeness
    alike = 0.0 if number == candidate else likeness.between(number, candidate)
    shared_names = one.names & other.names if number != candidate else frozenset()
    return {
        "likeness": alike,
        "shared stems": likeness.weight(one.stems & other.stems) / 10 if alike else 0.0,
        "shared names": likeness.weight(shared_names) / 10,
        "shared number": float(number != candidate and bool(one.numbers & other.numbers)),
        "other number": float(
            bool(one.numbers and other.numbers) and not one.numbers & other.numbers
        ),
        "other polarity": alike * (one.has("negation") != other.has("negation")),
        "same paragraph": float(one.paragraph == other.paragraph),
    }


def _nature(context: Context, candidate: int) -> Row:
    other = context.evidence[candidate]
    return {
        "reports": float(context.memory.reports(candidate)),
        "claim verb": float(other.has("claim verb", Scope.WRITER)),
        "claim noun": float(other.has("claim noun", Scope.WRITER)),
        "say verb": float(other.has("say verb", Scope.WRITER)),
        "denial": float(other.has("denial", Scope.WRITER)),
        "quoted": other.quoted,
        "verdict": float(other.has("verdict", Scope.WRITER)),
        "question": float(other.has("question")),
        "authority": float(other.has("authority", Scope.WRITER)),
        "short": float(other.words < 6),
        "first three": float(candidate < 3),
        "itself corrective": context.log_odds[candidate] / 3,
    }


def _cued(context: Context, number: int, candidate: int) -> Iterator[tuple[str, float]]:
    one = context.evidence[number]
    if number == candidate:
        for group in ("verdict", "unsupported", "turn", "concessive", "claim noun", "claim verb"):
            if one.has(group, Scope.WRITER):
                yield f"here {group}", 1.0
        if one.has("claim verb", Scope.WRITER) and one.has("turn", Scope.WRITER):
            yield "here claim and turn", 1.0
        if context.memory.reports(number):
            yield "here reports", 1.0
            for group in _VERDICTS:
                if one.has(group, Scope.WRITER):
                    yield f"here reports {group}", 1.0
    elif number - candidate == 1:
        for group in ("contrast", "referring", "verdict", "unsupported"):
            if one.has(group, Scope.WRITER):
                yield f"just before {group}", 1.0
        if one.opens_paragraph:
            yield "just before, new paragraph", 1.0
    if candidate < number and context.memory.reports(candidate):
        yield "claims since", log(1 + _claims_between(context, candidate, number))


def _claims_between(context: Context, candidate: int, number: int) -> int:
    return sum(map(context.memory.reports, range(candidate + 1, number)))


class Linker:
    """Chooses the claims of all corrective sentences of a document together."""

    def __init__(self, weights: Mapping[str, float], steps: Mapping[str, float]) -> None:
        self.weights = weights
        self._steps = steps

    def sums(self, context: Context, number: int) -> dict[int, float]:
        """Return what speaks for each candidate as the claim of a corrective sentence."""
        return {
            candidate: weighted(self.weights, pair_features(context, number, candidate))
            for candidate in candidates(context, number)
        }

    def choose(self, sentences: Sequence[int], sums: Sequence[Sums]) -> list[int]:
        """Return for each of the corrective `sentences` the one of its `sums` that it answers.

        The best chain is taken, for neighbours in a passage mostly answer the same claim.
        """
        steps = [self._step(number - before) for before, number in pairwise(sentences)]
        return best_chain(sums, steps)

    def _step(self, gap: int) -> Step:
        return Step(*(self._steps.get(f"{move}, {near(gap)}", 0.0) for move in MOVES))
