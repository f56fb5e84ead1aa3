"""Finds sources for attributions that have none of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reader.analysis.attribution.attributions import Attribution, shared
from reader.analysis.attribution.clauses import Clauses
from reader.analysis.attribution.reported import Reported
from reader.text.document import Document

Rows = Mapping[int, list[Attribution]]


class Completion:
    """Completes the attributions of sentences by grammar and by their neighbours."""

    def __init__(self, document: Document, clauses: Clauses, reported: Reported) -> None:
        self._document = document
        self._clauses = clauses
        self._reported = reported

    def complete(self, sentences: range, rows: Rows) -> dict[int, list[Attribution]]:
        """Return the attributions with the sources that their sentence or paragraph gives them.

        A cue takes its grammatical subject; a content without any cue goes with the sentence before
        it in the paragraph, else with the one after it. A sentence that ends in a colon
        introduces what its subject says.
        """
        named = {key: [self._with_subject(one, row) for one in row] for key, row in rows.items()}
        for sentence in sentences:
            if sentence not in named and (opening := self._before_colon(sentence)):
                named[sentence] = [opening]
        found: dict[int, list[Attribution]] = {}
        for key, row in sorted(named.items()):
            found[key] = [self._with_neighbour(one, found, named) for one in row]
        return found

    def _before_colon(self, sentence: int) -> Attribution | None:
        words = self._document.sentences[sentence].words
        if self._document.words[words[-1]].text != ":":
            return None
        subject = self._clauses.first_subject(words)
        if subject is None:
            return None
        return Attribution(range(words.stop, words.stop), None, subject, sentence)

    def _with_subject(self, one: Attribution, row: list[Attribution]) -> Attribution:
        one = self._with_own_source(self._with_whole_source(one))
        if one.source is not None or one.cue is None:
            return one
        within = self._document.sentences[one.sentence].words
        subject = self._clauses.subject(one.cue, within)
        if subject is None or any(shared(subject, other.content) for other in row):
            return one
        return replace(one, source=subject)

    def _with_own_source(self, one: Attribution) -> Attribution:
        """Leave "according to Vale" its source: in "…, Orr said" it is not Vale who said."""
        if one.source is None or one.cue is None or self._reported.is_phrase(one):
            return one
        if not self._reported.follows_phrase(one.source):
            return one
        within = range(one.source.stop, self._document.sentences[one.sentence].words.stop)
        subject = self._clauses.subject(one.cue, within) if one.cue.start in within else None
        return one if subject is None else replace(one, source=subject)

    def _with_whole_source(self, one: Attribution) -> Attribution:
        """Mend a source that is nothing but an article, or that is the cue itself."""
        if one.source is None:
            return one
        if one.cue is not None and shared(one.source, one.cue):
            return replace(one, source=None)
        if any(self._document.words[word].tag != "DT" for word in one.source):
            return one
        within = self._document.sentences[one.sentence].words
        return replace(one, source=self._clauses.phrase_after(one.source.start, within))

    def _with_neighbour(self, one: Attribution, found: Rows, rows: Rows) -> Attribution:
        if one.source is not None or one.cue is not None:
            return one
        for cue, source in self._neighbours(one, found, rows):
            return replace(one, cue=cue, source=source)
        return one

    def _neighbours(
        self, one: Attribution, found: Rows, rows: Rows
    ) -> Iterator[tuple[range | None, range]]:
        paragraph = self._document.sentences[one.sentence].paragraph
        sentences = self._document.paragraphs[paragraph].sentences
        if one.sentence - 1 in sentences:
            for other in reversed(found.get(one.sentence - 1, ())):
                if other.source is not None:
                    yield other.cue, other.source
        if one.sentence + 1 in sentences:
            for other in rows.get(one.sentence + 1, ()):
                if other.source is not None:
                    yield other.cue, other.source
