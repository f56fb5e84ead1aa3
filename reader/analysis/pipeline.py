"""Runs the steps of the analysis in order and hands out results as they are ready."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader import __version__
from reader.analysis.claims import find_claims
from reader.analysis.corrections import find_corrections
from reader.analysis.quotes import find_quotes
from reader.analysis.voices import Voices
from reader.analysis.words import find_words
from reader.model.results import (
    Analysis,
    Claim,
    Correction,
    Engine,
    Finding,
    Quote,
    SentenceScore,
)
from reader.text.cutting import cut

DEFAULT_THRESHOLD = 0.35


@dataclass(frozen=True, slots=True)
class Outline:
    """The first thing known of a text: how much there is to do."""

    paragraphs: int
    sentences: int
    words: int


@dataclass(frozen=True, slots=True)
class Part:
    """The results of the next paragraphs; all before code point `done` is finished."""

    findings: tuple[Finding, ...]
    quotes: tuple[Quote, ...]
    sentences: tuple[SentenceScore, ...]
    done: int


@dataclass(frozen=True, slots=True)
class Closing:
    """What needs the whole article, and comes last."""

    corrections: tuple[Correction, ...]
    claims: tuple[Claim, ...]
    engine: Engine


class Analyser:
    """Analyses one text after another; loads what it needs with the first."""

    def steps(
        self, text: str, threshold: float = DEFAULT_THRESHOLD
    ) -> Iterator[Outline | Part | Closing]:
        """Yield an Outline, some Parts and a Closing; to cancel is to stop asking."""
        document = cut(text)
        yield Outline(len(document.paragraphs), len(document.sentences), len(document.words))
        quotes = find_quotes(document, None)
        findings = find_words(document, None, Voices(quotes), range(len(document.sentences)))
        kept = tuple(finding for finding in findings if finding.score >= threshold)
        scores = tuple(SentenceScore(sentence.span, 0.0) for sentence in document.sentences)
        yield Part(kept, tuple(quotes), scores, len(text))
        claims = find_claims(document, None, quotes)
        corrections, settled = find_corrections(document, None, quotes, claims)
        yield Closing(tuple(corrections), tuple(settled), self.engine)

    def analyse(self, text: str, threshold: float = DEFAULT_THRESHOLD) -> Analysis:
        """Return all results for `text`; findings below `threshold` are left out."""
        findings: list[Finding] = []
        quotes: list[Quote] = []
        sentences: list[SentenceScore] = []
        corrections: tuple[Correction, ...] = ()
        claims: tuple[Claim, ...] = ()
        for step in self.steps(text, threshold):
            match step:
                case Part():
                    findings += step.findings
                    quotes += step.quotes
                    sentences += step.sentences
                case Closing():
                    corrections, claims = step.corrections, step.claims
        return Analysis(
            tuple(findings), tuple(quotes), corrections, claims, tuple(sentences), self.engine
        )

    @property
    def engine(self) -> Engine:
        """What makes the results."""
        return Engine(__version__, "none")
