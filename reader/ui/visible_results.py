"""What of an article's results is shown: what the filters let through and nobody ignores."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.ui.article_results import ArticleResults
from reader.ui.filters import Counts, Filters, Unwanted, count, pick_visible, shows
from reader.ui.ignored import IgnoredKey, key_of, match_ignored


class VisibleResults(ArticleResults):
    """The results of an article, with filters and with what the user ignores.

    Signals:
        visibility_changed: filters or ignored findings changed, so `visible_findings` differs.
    """

    visibility_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filters = Filters()
        self._ignored: dict[IgnoredKey, None] = {}
        self._ignored_words: frozenset[str] = frozenset()
        self._house_words: frozenset[str] = frozenset()
        self._visible: Sequence[int] | None = None
        self._unwanted_now: Unwanted | None = None
        self._counts: Counts | None = None

    def _forget_article(self) -> None:
        super()._forget_article()
        self._ignored = {}
        self._forget_visible()

    def _results_differ(self) -> None:
        self._forget_visible()
        super()._results_differ()

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
