"""What the window knows about one open article; every part of the window reads it from here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.article import Article
from reader.model.results import (
    Claim,
    ClaimStatus,
    Correction,
    Engine,
    Finding,
    Quote,
    SentenceScore,
)
from reader.model.span import Span
from reader.ui.filters import Counts, Filters, Unwanted, count, pick_visible, shows
from reader.ui.ignored import IgnoredKey, key_of, match_ignored
from reader.ui.results import Results
from reader.ui.spans import SpanTable

__all__ = ["ArticleState", "Counts", "Filters", "IgnoredKey", "Item"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be selected, by its kind and its index among the results of that kind."""

    kind: Literal["finding", "correction", "claim", "quote"]
    index: int


class ArticleState(QObject):
    """The text, its results, what is shown of them and what is selected; no widgets, no painting.

    All positions are code points. Results come with their spans as of the moment they are asked
    for: an edit moves them.

    Signals:
        text_replaced: a new text was set; everything else is cleared.
        edited: position, removed, added (code points), after spans were moved.
        results_changed: results came or went; at most one for a turn of the event loop.
        visibility_changed: filters or ignored findings changed, so `visible_findings` differs.
        selection_changed: the selected `Item`, or None.
    """

    text_replaced = Signal()
    edited = Signal(int, int, int)
    results_changed = Signal()
    visibility_changed = Signal()
    selection_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article = Article("")
        self._text = ""
        self._filters = Filters()
        self._ignored: dict[IgnoredKey, None] = {}
        self._ignored_words: frozenset[str] = frozenset()
        self._house_words: frozenset[str] = frozenset()
        self._place = 0
        self._results = Results()
        self._selected: Item | None = None
        self._visible: Sequence[int] | None = None
        self._unwanted_now: Unwanted | None = None
        self._counts: Counts | None = None
        self._announce = QTimer(self)
        self._announce.setSingleShot(True)
        self._announce.timeout.connect(self.results_changed)

    # the text

    @property
    def article(self) -> Article:
        """The article as it was opened; its `text` is the text as of then."""
        return self._article

    @property
    def text(self) -> str:
        """The text as of now."""
        return self._text

    def set_article(self, article: Article) -> None:
        """Show another article."""
        self._article = article
        self._text = article.text
        self._ignored = {}
        self._place = 0
        self._forget_results()
        self.text_replaced.emit()
        self.selection_changed.emit(None)

    def set_text(self, text: str) -> None:
        """Show another text, of which nothing else is known."""
        self.set_article(Article(text))

    def record_edit(self, start: int, end: int, text: str) -> None:
        """Put `text` in place of code points `start` to `end`; called by the view alone."""
        dropped = self._move_spans(start, end - start, len(text))
        self._text = self._text[:start] + text + self._text[end:]
        self._place = start + len(text)
        self.edited.emit(start, end - start, len(text))
        if dropped:
            self._results_differ()

    def _move_spans(self, position: int, removed: int, added: int) -> bool:
        selected = self._selected_start()
        dropped = self._results.edit(position, removed, added)
        if dropped:
            self._reselect(selected, Span(position, position + removed), added - removed)
        return dropped

    # the results

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings, in the order of the text."""
        return self._results.findings

    @property
    def quotes(self) -> Sequence[Quote]:
        """All quotations, in the order of the text."""
        return self._results.quotes

    @property
    def corrections(self) -> Sequence[Correction]:
        """All corrective passages, in the order of the text."""
        return self._results.corrections

    @property
    def claims(self) -> Sequence[Claim]:
        """All reported claims, in the order of the text."""
        return self._results.claims

    @property
    def standing_claims(self) -> int:
        """How many claims the article neither corrects nor disputes."""
        return sum(claim.status is ClaimStatus.STANDING for claim in self._results.claims.raw)

    @property
    def sentences(self) -> Sequence[SentenceScore]:
        """The scores of all sentences, in the order of the text."""
        return self._results.sentences

    @property
    def engine(self) -> Engine | None:
        """What made the results, None before the analysis is done."""
        return self._results.engine

    @property
    def findings_raw(self) -> Sequence[Finding]:
        """All findings with the spans they came with: to count 20,000 of them fast."""
        return self._results.findings.raw

    @property
    def finding_starts(self) -> Sequence[int]:
        """Where each finding begins as of now."""
        return self._results.findings.starts

    @property
    def correction_starts(self) -> Sequence[int]:
        """Where each corrective passage begins as of now."""
        return self._results.corrections.starts

    @property
    def correction_ends(self) -> Sequence[int]:
        """Where each corrective passage ends as of now."""
        return self._results.corrections.ends

    @property
    def corrected_claim_starts(self) -> Sequence[int | None]:
        """Where the claim begins that each corrective passage answers, None where there is none."""
        return self._results.corrections.claim_starts

    def finding_span(self, index: int) -> Span:
        """Return where a finding lies as of now."""
        return self.span_of(Item("finding", index))

    def findings_in(self, span: Span) -> list[int]:
        """Return the indices of the findings that overlap `span`, hidden ones too."""
        return self._results.findings.overlapping(span)

    def quotes_in(self, span: Span) -> list[int]:
        """Return the indices of the quotations that overlap `span`."""
        return self._results.quotes.overlapping(span)

    def corrections_in(self, span: Span) -> list[int]:
        """Return the indices of the corrective passages that overlap `span`, hidden ones too."""
        return self._results.corrections.overlapping(span)

    def claims_in(self, span: Span) -> list[int]:
        """Return the indices of the claims that overlap `span`."""
        return self._results.claims.overlapping(span)

    def add_part(
        self,
        findings: Iterable[Finding],
        quotes: Iterable[Quote],
        sentences: Iterable[SentenceScore],
    ) -> None:
        """Add what the analyser found in one stretch of the text."""
        selected = self._selected_start()
        self._results.add(findings, quotes, sentences)
        self._reselect(selected)
        self._results_differ()

    def set_closing(
        self, corrections: Iterable[Correction], claims: Iterable[Claim], engine: Engine | None
    ) -> None:
        """Set what the analyser knows only after the whole text."""
        selected = self._selected_start()
        self._results.close(corrections, claims, engine)
        self._reselect(selected)
        self._results_differ()

    def replace_results_in(
        self,
        span: Span,
        findings: Iterable[Finding],
        quotes: Iterable[Quote],
        sentences: Iterable[SentenceScore],
    ) -> None:
        """Put results of a second look in place of those that overlap `span`."""
        selected = self._selected_start()
        self._results.remove_in(span)
        self._results.add(findings, quotes, sentences)
        self._reselect(selected)
        self._results_differ()

    def clear_results(self) -> None:
        """Forget all results; text, filters and what is ignored stay."""
        self.select(None)
        self._forget_results()
        self._results_differ()

    def _forget_results(self) -> None:
        self._results = Results()
        self._selected = None
        self._forget_visible()

    def _results_differ(self) -> None:
        self._forget_visible()
        self._announce.start()

    # what is shown

    @property
    def filters(self) -> Filters:
        """What the user wants to see."""
        return self._filters

    def set_filters(self, filters: Filters) -> None:
        """Show what `filters` say."""
        if filters != self._filters:
            self._filters = filters
            self._visibility_differs()

    def visible_findings(self) -> Sequence[int]:
        """Return the indices of the findings that are shown, in the order of the text."""
        if self._visible is None:
            self._visible = pick_visible(
                self._results.findings.raw, self._filters, self._unwanted()
            )
        return self._visible

    def is_visible(self, index: int) -> bool:
        """Say whether the finding is shown."""
        return shows(index, self._results.findings.raw[index], self._filters, self._unwanted())

    def visible_corrections(self) -> list[int]:
        """Return the indices of the corrective passages that are shown."""
        shows = self._filters.shows_correction
        return [one for one, item in enumerate(self._results.corrections.raw) if shows(item)]

    def counts(self) -> Counts:
        """Return how many findings lie above the threshold, by category and by voice."""
        if self._counts is None:
            self._counts = count(self._results.findings.raw, self._filters, self._unwanted())
        return self._counts

    def counted_findings(self) -> list[int]:
        """Return the indices of the findings that `counts` counts, in the order of the text."""
        above = Filters(threshold=self._filters.threshold)
        return pick_visible(self._results.findings.raw, above, self._unwanted())

    def _visibility_differs(self) -> None:
        self._forget_visible()
        self.visibility_changed.emit()

    def _forget_visible(self) -> None:
        self._visible = None
        self._unwanted_now = None
        self._counts = None

    # what is ignored

    @property
    def ignored(self) -> frozenset[IgnoredKey]:
        """The single findings that the user ignores."""
        return frozenset(self._ignored)

    @property
    def ignored_words(self) -> frozenset[str]:
        """The case-folded words that the user ignores everywhere."""
        return self._ignored_words

    @property
    def house_words(self) -> frozenset[str]:
        """The case-folded words that the house style does not count as loaded."""
        return self._house_words

    def set_ignored(self, keys: Iterable[IgnoredKey]) -> None:
        """Ignore exactly the findings with these keys, as kept with the article."""
        self._ignored = dict.fromkeys(keys)
        self._visibility_differs()

    def ignore_finding(self, index: int) -> IgnoredKey:
        """Ignore one finding and return the key that brings it back."""
        span = self._results.findings[index].span
        words = span.of(self._text).casefold()
        raw = self._results.findings.raw
        ordinal = sum(1 for one in range(index) if raw[one].text.casefold() == words)
        key = key_of(self._text, span, ordinal)
        self._ignored[key] = None
        self._after_ignoring()
        return key

    def restore(self, key: IgnoredKey) -> None:
        """Show the ignored finding again."""
        if key in self._ignored:
            del self._ignored[key]
            self._visibility_differs()

    def ignore_word(self, word: str) -> None:
        """Ignore a word or expression everywhere."""
        self.set_ignored_words(self._ignored_words | {word})

    def restore_word(self, word: str) -> None:
        """Show the ignored word again."""
        self.set_ignored_words(self._ignored_words - {word.casefold()})

    def set_ignored_words(self, words: Iterable[str]) -> None:
        """Ignore exactly these words everywhere."""
        self._ignored_words = frozenset(word.casefold() for word in words)
        self._after_ignoring()

    def set_house_words(self, words: Iterable[str]) -> None:
        """Take these words as not loaded, as the house style says."""
        self._house_words = frozenset(word.casefold() for word in words)
        self._after_ignoring()

    def _after_ignoring(self) -> None:
        self._visibility_differs()
        selected = self._selected
        if selected and selected.kind == "finding" and not self.is_visible(selected.index):
            self.select(None)

    def _unwanted(self) -> Unwanted:
        if self._unwanted_now is None:
            words = self._ignored_words | self._house_words
            self._unwanted_now = Unwanted(self._ignored_indices(), words)
        return self._unwanted_now

    def _ignored_indices(self) -> frozenset[int]:
        if not self._ignored:
            return frozenset()
        texts = {key.text for key in self._ignored}
        spans = [
            (index, self.finding_span(index))
            for index, finding in enumerate(self._results.findings.raw)
            if finding.text.casefold() in texts
        ]
        return frozenset(match_ignored(self._ignored, self._text, spans))

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
