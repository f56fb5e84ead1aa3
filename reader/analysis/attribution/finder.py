"""Finds the quotes of a document, paragraphs at a time."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.analysis.attribution.attributions import Attribution, shared
from reader.analysis.attribution.boundaries import load_boundaries
from reader.analysis.attribution.clauses import Clauses
from reader.analysis.attribution.completion import Completion
from reader.analysis.attribution.decoding import Hints, Roles, decode
from reader.analysis.attribution.linking import link
from reader.analysis.attribution.marks import find_quotations
from reader.analysis.attribution.names import Names
from reader.analysis.attribution.quotation import Quotation
from reader.analysis.attribution.reported import Reported
from reader.analysis.attribution.speakers import Speakers
from reader.analysis.attribution.speech import SpeechFinder
from reader.analysis.attribution.wordlists import load_people
from reader.model.results import Quote, QuoteKind
from reader.model.span import Span
from reader.text.document import Document


class QuoteFinder:
    """Builds the tables of a document once, and then gives its quotes part by part.

    The parts are to be asked for in the order of the text: who "he" is depends on what came before.

    Attributes:
        in_marks: of each word, whether it stands in quotation marks.
    """

    def __init__(self, document: Document) -> None:
        people = load_people()
        self._document = document
        self._quotations = find_quotations(document)
        self._paragraphs = [quotation.paragraph for quotation in self._quotations]
        self._marked = self._marked_words()
        self.in_marks = self._words_in_marks()
        clauses = Clauses(document)
        self._reported = Reported(document, clauses)
        self._completion = Completion(document, clauses, self._reported)
        self._speech = SpeechFinder(document, self._by_rules)
        self._speakers = Speakers(document, Names(document, self._quotations, people), people)
        self._before: dict[int, list[Attribution]] = {}
        self._ruled: dict[int, list[Attribution]] = {}

    def quotes_in(self, paragraphs: range, reading: Roles | None) -> list[Quote]:
        """Return the quotes of some paragraphs in the order of the text.

        The rows of `reading` are the words of the whole document; those of other paragraphs are
        not looked at.
        """
        self._ruled.clear()
        sentences = self._sentences(paragraphs)
        quotations = self._quotations_in(paragraphs)
        rows = self._attributions(sentences, reading)
        said = [
            _Said(QuoteKind.DIRECT, speech.quotation.span, speech.cue, speech.source)
            for speech in self._speech.find(quotations, self._with_inner(self._before | rows))
        ]
        said += [
            _Said(QuoteKind.INDIRECT, self._span(one.content), one.cue, one.source)
            for row in rows.values()
            for one in row
            if len(one.content) and self._is_outside_marks(one)
        ]
        self._before = {key: row for key, row in rows.items() if key == sentences.stop - 1}
        said.sort(key=lambda one: (one.source.start if one.source else 0, one.span))
        quotes = [self._quote(one) for one in said if len(one.span)]
        return sorted(quotes, key=lambda quote: (quote.span, quote.kind))

    def hints(self, sentences: range) -> Hints:
        """Return what the rules take for sources, cues and contents."""
        known = [one for sentence in sentences for one in self._by_rules(sentence)]
        return Hints(
            {one.source for one in known if one.source is not None},
            {one.cue for one in known if one.cue is not None},
            {one.content for one in known if len(one.content)},
        )

    def _marked_words(self) -> dict[int, list[range]]:
        """Return the words in quotation marks of each sentence that has any."""
        marked: dict[int, list[range]] = defaultdict(list)
        for quotation in self._quotations:
            words = self._document.words_in(quotation.outer)
            first = self._document.sentence_at(quotation.outer.start)
            last = self._document.sentence_at(quotation.outer.end - 1)
            for sentence in range(first, last + 1):
                marked[sentence].append(words)
        return marked

    def _words_in_marks(self) -> npt.NDArray[np.bool_]:
        """Say of each word whether it stands in quotation marks."""
        inside = np.zeros(len(self._document.words), np.bool_)
        for row in self._marked.values():
            for words in row:
                inside[words.start : words.stop] = True
        return inside

    def _sentences(self, paragraphs: range) -> range:
        if not len(paragraphs):
            return range(0)
        first = self._document.paragraphs[paragraphs.start].sentences.start
        return range(first, self._document.paragraphs[paragraphs[-1]].sentences.stop)

    def _quotations_in(self, paragraphs: range) -> list[Quotation]:
        first = bisect_left(self._paragraphs, paragraphs.start)
        return self._quotations[first : bisect_left(self._paragraphs, paragraphs.stop)]

    def _attributions(
        self, sentences: range, reading: Roles | None
    ) -> dict[int, list[Attribution]]:
        """Return the attributions of each sentence that has any."""
        if reading is None:
            rows = {sentence: self._by_rules(sentence) for sentence in sentences}
        else:
            rows = self._by_model(sentences, reading)
        return self._completion.complete(
            sentences, {sentence: row for sentence, row in rows.items() if row}
        )

    def _by_model(self, sentences: range, reading: Roles) -> dict[int, list[Attribution]]:
        if not sentences:
            return {}
        words = [self._document.sentences[sentence].words for sentence in sentences]
        worth = load_boundaries().worth(self._document, sentences, reading, self.in_marks)
        decoded = zip(sentences, decode(reading, words, self.hints(sentences), worth), strict=True)
        return {sentence: link(stretches, sentence) for sentence, stretches in decoded}

    def _by_rules(self, sentence: int) -> list[Attribution]:
        if sentence not in self._ruled:
            marked = self._marked.get(sentence, ())
            self._ruled[sentence] = self._reported.attributions(sentence, marked)
        return self._ruled[sentence]

    def _with_inner(self, rows: dict[int, list[Attribution]]) -> dict[int, list[Attribution]]:
        """Add the inner ones of nested attributions: "according to Vale, Orr said …"."""
        return {
            sentence: row + self._inner(row, sentence)
            if sentence in self._marked and any(map(self._reported.is_phrase, row))
            else row
            for sentence, row in rows.items()
        }

    def _inner(self, row: list[Attribution], sentence: int) -> list[Attribution]:
        outer = [one for one in row if self._reported.is_phrase(one)]
        return [
            one
            for one in self._by_rules(sentence)
            if not self._reported.is_phrase(one)
            and any(one.cue is not None and shared(one.cue, other.content) for other in outer)
        ]

    def _is_outside_marks(self, one: Attribution) -> bool:
        """Say whether some word of what is attributed stands outside quotation marks."""
        marked = self._marked.get(one.sentence, ())
        return any(
            not self._document.words[word].is_punctuation
            and not any(word in part for part in marked)
            for word in one.content
        )

    def _span(self, words: range) -> Span:
        """Return where the words stand, without punctuation at the ends."""
        start, stop = words.start, words.stop
        while start < stop and self._document.words[start].is_punctuation:
            start += 1
        while stop > start and self._document.words[stop - 1].is_punctuation:
            stop -= 1
        if start == stop:
            start, stop = words.start, words.stop
        return Span(self._document.words[start].start, self._document.words[stop - 1].end)

    def _quote(self, said: "_Said") -> Quote:
        source, cue = said.source, said.cue
        return Quote(
            span=said.span,
            speaker=self._speakers.of(source) if source is not None else None,
            cue=self._text(cue) if cue is not None else None,
            kind=said.kind,
            source_span=self._span(source) if source is not None else None,
            cue_span=self._span(cue) if cue is not None else None,
        )

    def _text(self, words: range) -> str:
        return " ".join(self._document.words[word].text for word in words)


@dataclass(frozen=True, slots=True)
class _Said:
    kind: QuoteKind
    span: Span
    cue: range | None
    source: range | None
