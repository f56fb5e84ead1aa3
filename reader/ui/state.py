"""What the window knows about one open article; every part of the window reads it from here."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from reader.model.article import Article
from reader.model.results import Claim, Correction, Finding, Quote
from reader.model.span import Span
from reader.ui.filters import Counts, Filters
from reader.ui.ignored import IgnoredKey
from reader.ui.spans import SpanTable
from reader.ui.visible_results import VisibleResults

__all__ = ["ArticleState", "Counts", "Filters", "IgnoredKey", "Item"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be selected, by its kind and its index among the results of that kind."""

    kind: Literal["finding", "correction", "claim", "quote"]
    index: int


class ArticleState(VisibleResults):
    """The text, its results, what is shown of them and what is selected; no widgets, no painting.

    Signals:
        selection_changed: the selected `Item`, or None.
    """

    selection_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = 0
        self._selected: Item | None = None

    # what changes while something is selected

    def set_article(self, article: Article) -> None:
        """Show another article."""
        super().set_article(article)
        self.selection_changed.emit(None)

    def _forget_article(self) -> None:
        super()._forget_article()
        self._place = 0
        self._selected = None

    def clear_results(self) -> None:
        """Forget all results; text, filters and what is ignored stay."""
        self.select(None)
        super().clear_results()

    @contextmanager
    def _changing_results(self) -> Iterator[None]:
        start = self._selected_start()
        with super()._changing_results():
            yield
            self._reselect(start)

    def _edit_results(self, position: int, removed: int, added: int) -> bool:
        start = self._selected_start()
        dropped = super()._edit_results(position, removed, added)
        if dropped:
            self._reselect(start, Span(position, position + removed), added - removed)
        self._place = position + added
        return dropped

    def _after_ignoring(self) -> None:
        super()._after_ignoring()
        selected = self._selected
        if selected and selected.kind == "finding" and not self.is_visible(selected.index):
            self.select(None)

    # what is selected

    @property
    def selected(self) -> Item | None:
        """The selected item."""
        return self._selected

    def select(self, item: Item | None) -> None:
        """Select `item`, or nothing."""
        if item == self._selected:
            return
        self._selected = item
        if item is not None:
            self._place = self.span_of(item).start
        self.selection_changed.emit(item)

    def span_of(self, item: Item) -> Span:
        """Return where `item` lies as of now."""
        return self._table_of(item).span_at(item.index)

    def set_place(self, position: int) -> None:
        """Say where the user is reading, for `next_finding` and the like."""
        self._place = position

    def next_finding(self) -> None:
        """Select the next visible finding, after the last the first."""
        self._step("finding", self.visible_findings(), forwards=True)

    def previous_finding(self) -> None:
        """Select the visible finding before, before the first the last."""
        self._step("finding", self.visible_findings(), forwards=False)

    def next_correction(self) -> None:
        """Select the next visible corrective passage, after the last the first."""
        self._step("correction", self.visible_corrections(), forwards=True)

    def previous_correction(self) -> None:
        """Select the visible corrective passage before, before the first the last."""
        self._step("correction", self.visible_corrections(), forwards=False)

    def _step(
        self,
        kind: Literal["finding", "correction"],
        indices: Sequence[int],
        *,
        forwards: bool,
    ) -> None:
        if not indices:
            return
        is_beyond = self._beyond_selected(kind, forwards)
        ordered = indices if forwards else indices[::-1]
        chosen = next((index for index in ordered if is_beyond(index)), ordered[0])
        self.select(Item(kind, chosen))

    def _beyond_selected(
        self, kind: Literal["finding", "correction"], forwards: bool
    ) -> Callable[[int], bool]:
        sign = 1 if forwards else -1
        if self._selected and self._selected.kind == kind:
            current = self._selected.index
            return lambda index: sign * (index - current) > 0
        starts = self._table_of(Item(kind, 0)).starts
        place = self._place
        return lambda index: (
            sign * (starts[index] - place) > 0 or (forwards and starts[index] == place)
        )

    def _table_of(
        self, item: Item
    ) -> SpanTable[Finding] | SpanTable[Correction] | SpanTable[Claim] | SpanTable[Quote]:
        match item.kind:
            case "finding":
                return self._results.findings
            case "correction":
                return self._results.corrections
            case "claim":
                return self._results.claims
            case "quote":
                return self._results.quotes

    def _selected_start(self) -> int | None:
        return None if self._selected is None else self.span_of(self._selected).start

    def _reselect(self, start: int | None, gone: Span | None = None, shift: int = 0) -> None:
        """Find the selected item again by its start, after indices changed."""
        if start is None or self._selected is None:
            return
        if gone is not None and start >= gone.end:
            start += shift
        starts = self._table_of(self._selected).starts
        again = next((one for one, other in enumerate(starts) if other == start), None)
        item = None if again is None else Item(self._selected.kind, again)
        if item != self._selected:
            self._selected = item
            self.selection_changed.emit(item)
