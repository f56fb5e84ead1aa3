"""Finds how far what a cue attributes reaches, before and behind it."""

from collections.abc import Iterator

from reader.analysis.attribution.cue_finding import MARKS, CueFinder, FoundCue
from reader.analysis.attribution.vocabulary import Takes
from reader.analysis.attribution.wordlists import load_grammar
from reader.text.document import Document

_OPENING = frozenset('“"„«')
_ENDS_SPEECH = frozenset({",", "?", "!", "…", "-", "–", "—", "..."})
# words: how far behind a cue "that" or a quotation may begin ("told the court on Monday that")
_REACH = 12


class Extents:
    """Reads the clauses around the cues of a document."""

    def __init__(self, document: Document, cues: CueFinder) -> None:
        self._words = document.words
        self._folded = document.folded
        self._cues = cues
        self._grammar = load_grammar()

    def around(self, found: FoundCue, source: range, within: range) -> Iterator[range]:
        """Yield what is attributed before and behind a cue and its source."""
        first, last = min(source.start, found.words.start), max(source.stop, found.words.stop)
        behind = self._behind(found, last, within)
        quoted = first > within.start and self._words[first - 1].text in MARKS
        opens = behind is not None and (
            self._folded[behind.start] in self._grammar.reporting_openers
            or self._words[behind.start].text in MARKS
        )
        if found.cue.takes is not Takes.OBJECT and (quoted or not opens):
            before = self._before(first, within, quoted=quoted)
            if before is not None:
                yield before
                if not opens:
                    return
        if behind is not None:
            yield behind

    def _before(self, first: int, within: range, *, quoted: bool) -> range | None:
        """Return the clause before "…, she said"."""
        end = first - quoted
        if end <= within.start + 1 or self._folded[end - 1] not in _ENDS_SPEECH:
            return None
        start = end - 1
        while start > within.start and self._folded[start - 1] not in {";", ":"}:
            start -= 1
        while start < end and self._folded[start] in {"and", "but", "yet", "still", ","}:
            start += 1
        content = range(start, end - 1)
        return content if quoted or self._has_verb(content) else None

    def _behind(self, found: FoundCue, start: int, within: range) -> range | None:
        start = self._content_start(found, start, within)
        stop = self._content_stop(start, within)
        while (
            stop > start
            and self._words[stop - 1].is_punctuation
            and (self._words[stop - 1].text not in MARKS)
        ):
            stop -= 1
        content = range(start, stop)
        if not content:
            return None
        return content if self._may_be_said(content, found.cue.takes) else None

    def _may_be_said(self, content: range, takes: Takes) -> bool:
        """Say whether words behind a cue are what it attributes, not a time or a place."""
        lower, first = self._folded[content.start], self._words[content.start]
        if lower == "to":
            following = self._words[content.start + 1 : content.start + 2]
            return all(word.tag not in {"DT", "PRP$", "PRP", "NNP", "CD"} for word in following)
        if lower in self._grammar.clause_openers or first.text in MARKS or takes is Takes.OBJECT:
            return True
        return self._has_verb(content) or first.tag in {"DT", "PRP$", "NN", "NNS", "JJ", "CD"}

    def _content_start(self, found: FoundCue, start: int, within: range) -> int:
        limit = min(within.stop, start + _REACH)
        while start < limit and (
            self._folded[start] in self._grammar.days or self._folded[start] in {",", ":"}
        ):
            start += 1
        if found.cue.takes is Takes.OBJECT or start >= limit:
            return start
        if found.cue.takes is Takes.CLAUSE and self._words[start].tag not in {"IN", "TO", "RB"}:
            return start
        for word in range(start, limit):
            lower = self._folded[word]
            if lower in {"that", "whether"} or self._words[word].text in _OPENING:
                return word
            if (
                found.cue.takes is Takes.LISTENER
                and word > start
                and lower in self._grammar.clause_openers
            ):
                return word
            if word > start and (
                self._words[word].tag in {"VBD", "VBZ", "MD"} or lower in {",", ";"}
            ):
                break
        return start + 1 if found.cue.takes is Takes.LISTENER and start + 1 < limit else start

    def _content_stop(self, start: int, within: range) -> int:
        for word in range(start, within.stop - 1):
            if self._folded[word] == ";":
                return word
            if self._folded[word] not in {",", "–", "—", "-"}:
                continue
            following = self._folded[word + 1]
            if following in self._grammar.contrasts or (
                following.endswith("ing") and self._cues.may_be_cue(word + 1)
            ):
                return word
        return within.stop

    def _has_verb(self, words: range) -> bool:
        return any(self._words[word].tag[:2] in {"VB", "MD"} for word in words)
