"""Finds the words to mark: loaded language and the smaller categories."""

from collections.abc import Iterator

import numpy as np

from reader.analysis.explanations import alternatives, explanation
from reader.analysis.loaded import Loaded, find_loaded, lexicon_scores
from reader.analysis.marked import Marked, find_marked, offered
from reader.analysis.reading import Reading
from reader.analysis.voices import Voices
from reader.lexicon.patterns import Row, lowered
from reader.lexicon.replacing import article_before
from reader.model.results import Category, Finding
from reader.model.span import Span
from reader.text.document import Document

_LOWEST_THRESHOLD = 0.02


def find_words(
    document: Document,
    reading: Reading | None,
    voices: Voices,
    sentences: range,
    threshold: float = _LOWEST_THRESHOLD,
) -> list[Finding]:
    """Return the findings of `sentences` that reach `threshold`, in the order of the text.

    A word is loaded language where its probability reaches the threshold; only where it does not
    is it looked up in the smaller categories, so that no word is marked twice.
    """
    findings: list[Finding] = []
    for number in sentences:
        words = document.sentences[number].words
        row_words = document.words[words.start : words.stop]
        row = Row(row_words, lowered(row_words))
        scores = _scores(reading, words, threshold) if reading else lexicon_scores(row)
        findings += sorted(
            _in_sentence(document.text, row, scores, voices, threshold),
            key=lambda finding: finding.span,
        )
    return findings


def _scores(reading: Reading, words: range, threshold: float) -> dict[int, float]:
    scores = reading.loaded[words.start : words.stop]
    return {int(index): float(scores[index]) for index in np.flatnonzero(scores >= threshold)}


def _in_sentence(
    text: str, row: Row, scores: dict[int, float], voices: Voices, threshold: float
) -> Iterator[Finding]:
    loaded = [
        item
        for item in find_loaded(row, scores, threshold)
        if any(not row.words[place].is_punctuation for place in item.words)
    ]
    yield from (_loaded_finding(text, row, item, voices) for item in loaded)
    taken = {place for item in loaded for place in item.words}
    for item in find_marked(row, taken, threshold):
        finding = _marked_finding(text, row, item, voices)
        if finding.voice in item.mark.voices:
            yield finding


def _loaded_finding(text: str, row: Row, found: Loaded, voices: Voices) -> Finding:
    span = _span(row, found.words)
    voice, speaker = voices.at(span)
    return Finding(
        span,
        span.of(text),
        Category(f"loaded-{found.part}"),
        found.score,
        voice,
        speaker,
        explanation(row, found),
        alternatives(row, found, article_before(text, span.start)),
    )


def _marked_finding(text: str, row: Row, found: Marked, voices: Voices) -> Finding:
    span = _span(row, found.words)
    voice, speaker = voices.at(span)
    return Finding(
        span,
        span.of(text),
        found.mark.category,
        found.mark.score,
        voice,
        speaker,
        found.mark.explanation.replace("{word}", span.of(text)),
        offered(row, found),
    )


def _span(row: Row, words: range) -> Span:
    return Span(row.words[words.start].start, row.words[words.stop - 1].end)
