"""Finds the words to mark: loaded language and the smaller categories."""

from collections.abc import Iterator, Mapping, Sequence

from reader.analysis.explanations import alternatives, explanation
from reader.analysis.judgement import chances
from reader.analysis.loaded import Loaded, find_loaded
from reader.analysis.marked import Marked, find_marked, offered
from reader.analysis.reading import Array, Reading
from reader.analysis.voices import Voices
from reader.lexicon.patterns import Row
from reader.lexicon.replacing import article_before
from reader.model.results import Category, Finding
from reader.model.span import Span
from reader.text.document import Document

_LOWEST_THRESHOLD = 0.02
# a word that is this surely loaded is that before anything else
_FIRMLY_LOADED = 0.4


def find_words(
    document: Document,
    reading: Reading,
    voices: Voices,
    sentences: range,
    threshold: float = _LOWEST_THRESHOLD,
) -> list[Finding]:
    """Return the findings of `sentences` that reach `threshold`, in the order of the text.

    A word that is surely loaded belongs to no smaller category; one that is only possibly loaded
    may be both. What a word is does not depend on `threshold`, which only leaves findings out.
    """
    # the model's odds say nothing of what is rarer still
    threshold = max(threshold, _LOWEST_THRESHOLD)
    least = min(threshold, _FIRMLY_LOADED)
    findings: list[Finding] = []
    for number in sentences:
        words = document.sentences[number].words
        within = slice(words.start, words.stop)
        row = Row(document.words[within], document.lowered[within])
        log_odds = reading.loaded[within]
        scores = _scores(row, log_odds, least)
        loaded = [item for item in find_loaded(row, scores) if item.score >= least]
        found = _in_sentence(document.text, row, loaded, voices)
        findings += sorted(
            (finding for finding in found if finding.score >= threshold),
            key=lambda finding: finding.span,
        )
    return findings


def _scores(row: Row, log_odds: Array, least: float) -> Mapping[int, float]:
    """Return the chances of the words of `row`, those of none where none reaches `least`."""
    if not chances(row, log_odds, least):
        return {}
    return chances(row, log_odds, _LOWEST_THRESHOLD)


def _in_sentence(
    text: str, row: Row, loaded: Sequence[Loaded], voices: Voices
) -> Iterator[Finding]:
    surely = {place for item in loaded if item.score >= _FIRMLY_LOADED for place in item.words}
    for mark in find_marked(row, surely):
        finding = _marked_finding(text, row, mark, voices)
        if finding.voice in mark.mark.voices:
            yield finding
    for item in loaded:
        yield _loaded_finding(text, row, item, voices)


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
