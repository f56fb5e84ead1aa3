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

    Starts and ends are kept apart in lists of numbers, so that a key press moves 20,000 of them
    within a millisecond or two; a result itself is made anew only when somebody asks for it.
    """

    def __init__(self, things: Iterable[Thing] = ()) -> None:
        self._things = sorted(things, key=lambda thing: (thing.span.start, thing.span.end))
        self.starts = [thing.span.start for thing in self._things]
        self.ends = [thing.span.end for thing in self._things]
        self._longest = max(map(len, self._spans()), default=0)

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, index: int) -> Thing: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Thing]: ...
    def __getitem__(self, index: int | slice) -> Thing | Sequence[Thing]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        thing = self._things[index]
        start, end = self.starts[index], self.ends[index]
        if (thing.span.start, thing.span.end) != (start, end):
            moved: Any = replace(thing, span=Span(start, end))  # type: ignore[type-var]
            self._things[index] = thing = moved
        return thing

    @property
    def raw(self) -> Sequence[Thing]:
        """The results with the spans they came with: for everything but their place, and fast."""
        return self._things

    def add(self, things: Iterable[Thing]) -> None:
        """Put `things`, whose spans are as of now, in their places."""
        added = SpanTable(things)
        if not added:
            return
        self._longest = max(self._longest, added._longest)
        if self.starts and added.starts[0] < self.starts[-1]:
            self._insert(added)
            return
        self._things += added._things
        self.starts += added.starts
        self.ends += added.ends

    def _insert(self, added: "SpanTable[Thing]") -> None:
        # a table of 20,000 takes 0.1 s to make anew, and an edited paragraph has a handful of them
        if len(added) > _FEW:
            self.__init__([*self, *added])  # type: ignore[misc]
            return
        for thing, start, end in zip(added.raw, added.starts, added.ends, strict=True):
            place = bisect_left(self.starts, start)
            while place < len(self) and (self.starts[place], self.ends[place]) <= (start, end):
                place += 1
            self._things.insert(place, thing)
            self.starts.insert(place, start)
            self.ends.insert(place, end)

    def touching(self, span: Span) -> range:
        """Return a range of indices that holds all that overlap `span`, and maybe a few before."""
        first = bisect_left(self.starts, span.start - self._longest)
        return range(first, bisect_left(self.starts, max(span.end, span.start + 1)))

    def overlapping(self, span: Span) -> list[int]:
        """Return the indices of all that share a code point with `span`."""
        return [index for index in self.touching(span) if self.ends[index] > span.start]

    def remove(self, indices: Iterable[int]) -> None:
        """Take out those at `indices`."""
        for index in sorted(indices, reverse=True):
            del self._things[index], self.starts[index], self.ends[index]

    def edit(self, position: int, removed: int, added: int, *, rigid: bool) -> bool:
        """Move the spans after an edit of the text; return whether any result was dropped.

        A rigid result (a word) is dropped when the edit changes it; any other grows and shrinks
        with the edit, and is dropped when nothing is left of it.
        """
        end = position + removed
        touched = range(
            bisect_left(self.starts, position - self._longest), bisect_left(self.starts, end)
        )
        doomed = [one for one in touched if not self._bend(one, position, end, added, rigid)]
        self._shift(touched.stop, added - removed)
        self.remove(doomed)
        return bool(doomed)

    def _bend(self, index: int, position: int, end: int, added: int, rigid: bool) -> bool:
        start, stop = self.starts[index], self.ends[index]
        if stop <= position:
            return True
        if rigid:
            return False
        self.starts[index] = start if start <= position else position + added
        self.ends[index] = stop + added - (end - position) if stop >= end else position
        self._longest = max(self._longest, self.ends[index] - self.starts[index])
        return self.ends[index] > self.starts[index]

    def _shift(self, first: int, distance: int) -> None:
        if distance:
            self.starts[first:] = [one + distance for one in self.starts[first:]]
            self.ends[first:] = [one + distance for one in self.ends[first:]]

    def _spans(self) -> list[Span]:
        return [thing.span for thing in self._things]
