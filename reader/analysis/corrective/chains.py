"""Chooses one place per sentence so that the whole chain has the largest sum."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

MOVES = ("same", "later", "earlier")
Sums = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Step:
    """What it adds to stay at a place, to go to a later one, to go to an earlier one."""

    same: float
    later: float
    earlier: float


def best_chain(sums: Sequence[Sums], steps: Sequence[Step]) -> list[int]:
    """Return a place for each of `sums`; `steps` lie between them, one fewer.

    The time grows with the number of places, not with its square.
    """
    if not sums:
        return []
    reached = dict(sums[0])
    trail: list[dict[int, int]] = []
    for own, step in zip(sums[1:], steps, strict=True):
        origins = dict(_origins(reached, own, step))
        reached = {place: own[place] + best for place, (best, _) in origins.items()}
        trail.append({place: origin for place, (_, origin) in origins.items()})
    return _traced(max(reached, key=lambda place: reached[place]), trail)


def _origins(
    reached: Sums, places: Iterable[int], step: Step
) -> Iterator[tuple[int, tuple[float, int]]]:
    """Yield each place with the best sum that leads to it and where that comes from."""
    order = sorted({*reached, *places})
    below, above = _running_best(order, reached), _running_best(order[::-1], reached)
    for place in places:
        ways = [(reached.get(place, -inf) + step.same, place)]
        if (origin := below[place]) is not None:
            ways.append((reached[origin] + step.later, origin))
        if (origin := above[place]) is not None:
            ways.append((reached[origin] + step.earlier, origin))
        yield place, max(ways)


def _running_best(order: Iterable[int], reached: Sums) -> dict[int, int | None]:
    """Return for each place the best one that `order` names before it."""
    best: int | None = None
    found: dict[int, int | None] = {}
    for place in order:
        found[place] = best
        if place in reached and (best is None or reached[place] > reached[best]):
            best = place
    return found


def _traced(last: int, trail: Sequence[Mapping[int, int]]) -> list[int]:
    chain = [last]
    for origins in reversed(trail):
        chain.append(origins[chain[-1]])
    return chain[::-1]
