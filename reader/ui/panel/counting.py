"""Makes the statistics of an article when a tab asks for them, and forgets them when it changes."""

from PySide6.QtCore import QObject

from reader.ui.panel.statistics import Material, Statistics
from reader.ui.spans import SpanTable
from reader.ui.state import ArticleState


class Counting(QObject):
    """Holds the statistics of one article for all tabs that show some of them."""

    def __init__(self, state: ArticleState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._statistics: Statistics | None = None
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

    def current(self) -> Statistics:
        """Return the statistics of the article as it is now; each figure is counted when read."""
        if self._statistics is None:
            self._statistics = Statistics(_material(self._state))
        return self._statistics


def _material(state: ArticleState) -> Material:
    findings = state.findings
    if isinstance(findings, SpanTable):
        # the table keeps places apart from findings, and both are many times faster to walk
        plain, starts = findings.raw, findings.starts
    else:
        plain, starts = findings, [finding.span.start for finding in findings]
    return Material(
        text=state.text,
        findings=plain,
        starts=starts,
        indices=state.counted_findings(),
        quotes=list(state.quotes),
        claims=state.claims,
    )
