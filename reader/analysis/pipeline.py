"""Runs the steps of the analysis in order and hands out results as they are ready."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader import __version__
from reader.analysis.attribution.own_words import writers_own
from reader.analysis.claims import find_claims
from reader.analysis.corrections import find_corrections
from reader.analysis.encoder.engine import Encoder
from reader.analysis.fingerprint import fingerprint
from reader.analysis.quotes import QuoteFinder
from reader.analysis.reading import Reading
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
from reader.text.document import Document

DEFAULT_THRESHOLD = 0.4

# in code points: about two paragraphs, and what takes a tenth of a second or so
_FIRST_BATCH, _LARGEST_BATCH = 600, 6_000


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

    def __init__(self) -> None:
        self._encoder = Encoder()

    def steps(
        self, text: str, threshold: float = DEFAULT_THRESHOLD
    ) -> Iterator[Outline | Part | Closing]:
        """Yield an Outline, some Parts and a Closing; to cancel is to stop asking."""
        document = cut(text)
        yield Outline(len(document.paragraphs), len(document.sentences), len(document.words))
        encoder = self._encoder.begin(document)
        finder = QuoteFinder(document)
        quotes: list[Quote] = []
        for paragraphs in _batches(document):
            encoder.read(paragraphs)
            found = finder.quotes_in(paragraphs, encoder.reading)
            quotes += found
            yield _part(document, encoder.reading, paragraphs, found, threshold)
        claims = find_claims(document, encoder.reading, quotes)
        corrections, settled = find_corrections(document, quotes, claims, encoder)
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

    @cached_property
    def engine(self) -> Engine:
        """What makes the results."""
        return Engine(__version__, fingerprint())


def _batches(document: Document) -> Iterator[range]:
    """Yield the paragraphs a few at a time: the first soon, the later ones with less ado."""
    start, size, least = 0, 0, _FIRST_BATCH
    for number, paragraph in enumerate(document.paragraphs):
        size += len(paragraph.span)
        if size >= least:
            yield range(start, number + 1)
            start, size, least = number + 1, 0, min(2 * least, _LARGEST_BATCH)
    if start < len(document.paragraphs):
        yield range(start, len(document.paragraphs))


def _part(
    document: Document,
    reading: Reading,
    paragraphs: range,
    quotes: Sequence[Quote],
    threshold: float,
) -> Part:
    first, last = document.paragraphs[paragraphs.start], document.paragraphs[paragraphs.stop - 1]
    sentences = range(first.sentences.start, last.sentences.stop)
    voices = Voices(quotes, writers_own(document, quotes))
    findings = find_words(document, reading, voices, sentences, threshold)
    scores = tuple(
        SentenceScore(document.sentences[number].span, float(reading.bias[number]))
        for number in sentences
    )
    return Part(tuple(findings), tuple(quotes), scores, last.span.end)
