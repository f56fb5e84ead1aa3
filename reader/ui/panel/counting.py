"""Makes the statistics of an article when a tab asks for them, and forgets them when it changes."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.results import Finding
from reader.ui.panel.statistics import Material, Statistics
from reader.ui.spans import SpanTable
from reader.ui.state import ArticleState, Item

# a text shorter than this is counted at once, without a flicker
SHORT = 50_000


class Counting(QObject):
    """Holds the statistics of one article for all tabs that show some of them.

    Signals:
        speakers_counted: the speakers that `prepare` was asked for are there.
    """

    speakers_counted = Signal()

    def __init__(self, state: ArticleState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._statistics: Statistics | None = None
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        for changed in (
            state.text_replaced,
            state.edited,
            state.results_changed,
            state.visibility_changed,
        ):
            changed.connect(self.forget)

    def forget(self) -> None:
        """Count anew when somebody asks next."""
        self._statistics = None
        self._timer.stop()

    def prepare(self) -> None:
        """Count the speakers, in several turns of the event loop where the text is long."""
        self._steps = self._counted()
        if len(self._state.text) > SHORT:
            self._timer.start()
        else:
            for _ in self._steps:
                pass
            self.speakers_counted.emit()

    def _counted(self) -> Iterator[object]:
        statistics = self.current()
        yield statistics
        yield statistics.findings
        yield statistics.words
        yield statistics.turns
        yield statistics.speakers

    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._timer.stop()
            self.speakers_counted.emit()

    def current(self) -> Statistics:
        """Return the statistics of the article as it is now; each figure is counted when read."""
        if self._statistics is None:
            self._statistics = Statistics(_material(self._state))
        return self._statistics


def findings_and_starts(state: ArticleState) -> tuple[list[Finding], list[int]]:
    """Return the findings as they are now, and where they begin.

    The findings may still hold older places: what moves is kept apart from them, and to bring both
    together for 20,000 of them would take longer than a frame.
    """
    findings = state.findings
    if isinstance(findings, SpanTable):
        return list(findings.raw), list(findings.starts)
    return list(findings), [finding.span.start for finding in findings]


def speaker_count(state: ArticleState) -> int:
    """Return how many speakers there are, with the writer and the unnamed as one each."""
    quotes = state.quotes
    plain = quotes.raw if isinstance(quotes, SpanTable) else quotes
    return 1 + len({quote.speaker or None for quote in plain}) if state.text else 0


def exists(state: ArticleState, item: Item) -> bool:
    """Say whether an item that was shown a moment ago is still among the results."""
    results = {
        "finding": state.findings,
        "correction": state.corrections,
        "claim": state.claims,
        "quote": state.quotes,
    }
    return item.index < len(results[item.kind])


def _material(state: ArticleState) -> Material:
    findings, starts = findings_and_starts(state)
    return Material(
        text=state.text,
        findings=findings,
        starts=starts,
        indices=state.counted_findings(),
        quotes=list(state.quotes),
        claims=list(state.claims),
    )
