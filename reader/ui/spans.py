"""Things with a span, in the order of the text, whose spans follow what is typed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar, overload

from reader.model.span import Span

# up to so many results are put into a table one by one
_FEW = 500


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Thing = TypeVar("Thing", bound=_Spanned)


class SpanTable(Sequence[Thing], Generic[Thing]):
    """A sequence of results by start; asked for one, it gives it with its span as of now.

    Starts and ends are kept apart in lists of numbers. What is typed shifts all that follow: that
    is noted as a distance from an index on, and moved into the lists when somebody reads them all,
    so that a key press costs the same among 20,000 results as among twenty. A result itself is
    made anew only when somebody asks for it.
    """

    def __init__(self, things: Iterable[Thing] = ()) -> None:
        self._things = sorted(things, key=lambda thing: (thing.span.start, thing.span.end))
        self._starts = [thing.span.start for thing in self._things]
        self._ends = [thing.span.end for thing in self._things]
        self._longest = max((len(thing.span) for thing in self._things), default=0)
        self._shifted_from = len(self._things)
        self._distance = 0

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, index: int) -> Thing: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Thing]: ...
    def __getitem__(self, index: int | slice) -> Thing | Sequence[Thing]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        thing, span = self._things[index], self.span_at(index)
        if thing.span != span:
            moved: Any = replace(thing, span=span)  # type: ignore[type-var]
            self._things[index] = thing = moved
        return thing

    def span_at(self, index: int) -> Span:
        """Return where the result at `index` lies as of now."""
        if index < 0:
            index += len(self)
        distance = self._distance if index >= self._shifted_from else 0
        return Span(self._starts[index] + distance, self._ends[index] + distance)

    @property
    def starts(self) -> Sequence[int]:
        """Where each result begins as of now."""
        self._shift_from(len(self))
        return self._starts

    @property
    def ends(self) -> Sequence[int]:
        """Where each result ends as of now."""
        self._shift_from(len(self))
        return self._ends

    @property
    def raw(self) -> Sequence[Thing]:
        """The results with the spans they came with: for everything but their place, and fast."""
        return self._things

    def add(self, things: Iterable[Thing]) -> None:
        """Put `things`, whose spans are as of now, in their places."""
        added = SpanTable(things)
        if not added:
            return
        self._shift_from(len(self))
        self._longest = max(self._longest, added._longest)
        if self._starts and added.starts[0] < self._starts[-1]:
            self._insert(added)
        else:
            self._things += added.raw
            self._starts += added.starts
            self._ends += added.ends
        self._shifted_from = len(self)

    def _insert(self, added: "SpanTable[Thing]") -> None:
        # a table of 20,000 takes 0.1 s to make anew, and an edited paragraph has a handful of them
        if len(added) > _FEW:
            self.__init__([*self, *added])  # type: ignore[misc]
            return
        for thing, start, end in zip(added.raw, added.starts, added.ends, strict=True):
            place = bisect_left(self._starts, start)
            while place < len(self) and (self._starts[place], self._ends[place]) <= (start, end):
                place += 1
            self._things.insert(place, thing)
            self._starts.insert(place, start)
            self._ends.insert(place, end)

    def touching(self, span: Span) -> range:
        """Return a range of indices that holds all that overlap `span`, and maybe a few before."""
        first = self._first_at(span.start - self._longest)
        return range(first, self._first_at(max(span.end, span.start + 1)))

    def overlapping(self, span: Span) -> list[int]:
        """Return the indices of all that share a code point with `span`."""
        return [index for index in self.touching(span) if self.span_at(index).end > span.start]

    def _first_at(self, place: int) -> int:
        """Return the index of the first result that begins at `place` or after it."""
        found = bisect_left(self._starts, place, 0, self._shifted_from)
        if found < self._shifted_from:
            return found
        return bisect_left(self._starts, place - self._distance, self._shifted_from)

    def remove(self, indices: Iterable[int]) -> None:
        """Take out those at `indices`."""
        doomed = set(indices)
        if not doomed:
            return
        kept = [index for index in range(len(self)) if index not in doomed]
        self._shifted_from = bisect_left(kept, self._shifted_from)
        self._things = [self._things[index] for index in kept]
        self._starts = [self._starts[index] for index in kept]
        self._ends = [self._ends[index] for index in kept]

    def edit(self, position: int, removed: int, added: int, *, rigid: bool) -> bool:
        """Move the spans after an edit of the text; return whether any result was dropped.

        A rigid result (a word) is dropped when the edit changes it; any other grows and shrinks
        with the edit, and is dropped when nothing is left of it.
        """
        end = position + removed
        touched = range(self._first_at(position - self._longest), self._first_at(end))
        self._shift_from(touched.stop)
        doomed = [one for one in touched if not self._bend(one, position, end, added, rigid)]
        self._distance += added - removed
        self.remove(doomed)
        return bool(doomed)

    def _bend(self, index: int, position: int, end: int, added: int, rigid: bool) -> bool:
        start, stop = self._starts[index], self._ends[index]
        if stop <= position:
            return True
        if rigid or (position <= start and stop <= end):
            return False
        self._starts[index] = start if start <= position else position + added
        self._ends[index] = stop + added - (end - position) if stop >= end else position
        self._longest = max(self._longest, self._ends[index] - self._starts[index])
        return True

    def _shift_from(self, index: int) -> None:
        """Have only what stands at `index` and after it wait to be shifted."""
        first, last = sorted((index, self._shifted_from))
        distance = self._distance if index > self._shifted_from else -self._distance
        if distance and first < last:
            for places in (self._starts, self._ends):
                places[first:last] = [one + distance for one in places[first:last]]
        self._shifted_from = index
        if index == len(self):
            self._distance = 0
