"""Finds attributions by rules: a cue of the lexicon, its subject, and what it attributes."""

from collections.abc import Iterator, Sequence

from reader.analysis.attribution.attributions import Attribution, shared
from reader.analysis.attribution.beside_marks import BesideMarks
from reader.analysis.attribution.clauses import Clauses
from reader.analysis.attribution.cue_finding import MARKS, CueFinder, FoundCue
from reader.analysis.attribution.extents import Extents
from reader.analysis.attribution.vocabulary import Takes, load_cues
from reader.analysis.attribution.wordlists import load_grammar
from reader.text.document import Document


class Reported:
    """Reads the sentences of a document for cues outside quotation marks."""

    def __init__(self, document: Document, clauses: Clauses) -> None:
        self._document = document
        self._words = document.words
        self._folded = document.folded
        self._clauses = clauses
        self._cues = CueFinder(document, load_cues())
        self._extents = Extents(document, self._cues)
        self._beside = BesideMarks(document, clauses)
        self._grammar = load_grammar()

    def attributions(self, sentence: int, marked: Sequence[range]) -> list[Attribution]:
        """Return what a sentence attributes; `marked` are the words in quotation marks."""
        within = self._document.sentences[sentence].words
        found: list[Attribution] = []
        for cue in sorted(self._cues.find(within, marked), key=self._rank):
            found += self._read(cue, sentence, self._without_opening(cue, within), marked, found)
        found += self._beside.find(sentence, within, marked, found)
        return sorted(found, key=lambda one: one.content.start)

    def _read(
        self,
        cue: FoundCue,
        sentence: int,
        within: range,
        marked: Sequence[range],
        earlier: Sequence[Attribution],
    ) -> Iterator[Attribution]:
        source = self._source(cue, within, earlier)
        if source is None or any(shared(source, one) for one in marked):
            return
        taken = [one.content for one in earlier if not self.is_phrase(one)]
        if any(shared(cue.words, content) for content in taken):
            return
        contents = [
            content
            for content in self._extents.around(cue, source, within)
            if len(content) and not any(shared(content, one) for one in taken)
        ]
        for content in contents or [range(cue.words.stop, cue.words.stop)]:
            yield Attribution(content, cue.words, source, sentence)

    def _rank(self, found: FoundCue) -> tuple[int, int]:
        """Put phrases first, then cues beside a quotation, a colon or "that"."""
        start, stop = found.words.start, found.words.stop
        if found.cue.is_phrase:
            return 0, start
        if self._folded[start].endswith("ing"):
            return 4, start
        near = {
            self._folded[word] for word in (start - 2, stop, stop + 1) if word < len(self._words)
        }
        if near & (MARKS | {":", "that"}) or self._folded[start - 1] == ",":
            return 1, start
        return (2 if found.cue.takes is Takes.CLAUSE else 3), start

    def _without_opening(self, found: FoundCue, within: range) -> range:
        """Leave "According to Vale," out of the clause that follows it."""
        if found.words.start == within.start or not self._opens_with_phrase(within):
            return within
        for word in within:
            if self._folded[word] == "," and word < found.words.start:
                return range(word + 1, within.stop)
        return within

    def _opens_with_phrase(self, within: range) -> bool:
        return any(self._cues.is_phrase(within[:length]) for length in (2, 4))

    def is_phrase(self, one: Attribution) -> bool:
        """Say whether an attribution rests on a fixed phrase such as "according to"."""
        return one.cue is not None and self._cues.is_phrase(one.cue)

    def follows_phrase(self, source: range) -> bool:
        """Say whether a fixed phrase stands right before a source: "according to Vale"."""
        return any(
            source.start >= length
            and self._cues.is_phrase(range(source.start - length, source.start))
            for length in (2, 4)
        )

    def _source(
        self, found: FoundCue, within: range, earlier: Sequence[Attribution]
    ) -> range | None:
        if found.cue.is_phrase:
            return self._clauses.phrase_after(found.words.stop, within)
        subject = self._clauses.subject(found.words, within)
        before = self._folded[found.words.start - 1]
        joined = subject is None and before in self._grammar.conjunctions
        is_participle = self._folded[found.words.start].endswith("ing")
        if joined or (is_participle and (subject is None or before == ",")):
            return earlier[-1].source if earlier else self._clauses.first_subject(within)
        return subject
