"""The text of an article and what was found in it, moved with what is typed."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

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
from reader.ui.results import Results


class ArticleResults(QObject):
    """The text and its results.

    All positions are code points. Results come with their spans as of the moment they are asked
    for: an edit moves them.

    Signals:
        text_replaced: a new text was set; everything else is cleared.
        edited: position, removed, added (code points), after spans were moved.
        results_changed: results came or went; at most one for a turn of the event loop.
    """

    text_replaced = Signal()
    edited = Signal(int, int, int)
    results_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article = Article("")
        self._text = ""
        self._results = Results()
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
        self._forget_article()
        self.text_replaced.emit()

    def _forget_article(self) -> None:
        """Forget what belongs to the former article."""
        self._results = Results()

    def set_text(self, text: str) -> None:
        """Show another text, of which nothing else is known."""
        self.set_article(Article(text))

    def record_edit(self, start: int, end: int, text: str) -> None:
        """Put `text` in place of code points `start` to `end`; called by the view alone."""
        dropped = self._edit_results(start, end - start, len(text))
        # joined, as each sum of two would copy a megabyte once more
        self._text = "".join((self._text[:start], text, self._text[end:]))
        self.edited.emit(start, end - start, len(text))
        if dropped:
            self._results_differ()

    def _edit_results(self, position: int, removed: int, added: int) -> bool:
        """Move the results; return whether any was dropped."""
        return self._results.edit(position, removed, added)

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
        return self._results.findings.span_at(index)

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
        with self._changing_results():
            self._results.add(findings, quotes, sentences)

    def set_closing(
        self, corrections: Iterable[Correction], claims: Iterable[Claim], engine: Engine | None
    ) -> None:
        """Set what the analyser knows only after the whole text."""
        with self._changing_results():
            self._results.close(corrections, claims, engine)

    def replace_results_in(
        self,
        span: Span,
        findings: Iterable[Finding],
        quotes: Iterable[Quote],
        sentences: Iterable[SentenceScore],
    ) -> None:
        """Put results of a second look in place of those that overlap `span`."""
        with self._changing_results():
            self._results.remove_in(span)
            self._results.add(findings, quotes, sentences)

    def clear_results(self) -> None:
        """Forget all results; text, filters and what is ignored stay."""
        with self._changing_results():
            self._results = Results()

    @contextmanager
    def _changing_results(self) -> Iterator[None]:
        """Tell what depends on the results that they differ afterwards."""
        yield
        self._results_differ()

    def _results_differ(self) -> None:
        self._announce.start()
