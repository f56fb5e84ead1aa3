"""Finds who stands beside a quotation by position alone, with whatever verb or mark."""

from collections.abc import Iterator, Sequence

from reader.analysis.attribution.attributions import Attribution, shared
from reader.analysis.attribution.clauses import Clauses
from reader.text.document import Document

_ENDS_SPEECH = frozenset({",", "?", "!", "…", "-", "–", "—", "..."})
_DASHES = frozenset({"–", "—", "―", "-", "--"})
_INSIDE_NAMES = frozenset({".", ",", "'s", "’s"})
# words between a closing mark and the verb behind it
_REACH = 12


class BesideMarks:
    """Reads “…,” Vale began; Vale: “…”; “…” — Vale."""

    def __init__(self, document: Document, clauses: Clauses) -> None:
        self._words = document.words
        self._folded = document.folded
        self._clauses = clauses

    def find(
        self, sentence: int, within: range, marked: Sequence[range], found: Sequence[Attribution]
    ) -> Iterator[Attribution]:
        """Yield an attribution for each of `marked` that no content of `found` shares."""
        if signature := self._signature(within):
            cue, source = signature
            yield Attribution(range(source.stop, source.stop), cue, source, sentence)
        for part in marked:
            if any(shared(part, one.content) for one in found):
                continue
            content = range(max(part.start, within.start), min(part.stop, within.stop))
            beside = self._after(part.stop, within) or self._ahead(part.start, within)
            if beside is not None:
                yield Attribution(content, beside[0], beside[1], sentence)

    def _signature(self, within: range) -> tuple[range, range] | None:
        """Return the dash and the name of a sentence that is nothing else: "— Anna Vale"."""
        if self._folded[within.start] not in _DASHES or not 1 < len(within) < _REACH:
            return None
        source = self._clauses.phrase_after(within.start + 1, within)
        return (range(within.start, within.start + 1), source) if source else None

    def _after(self, stop: int, within: range) -> tuple[range, range] | None:
        if stop not in within or stop < 2:
            return None
        if self._folded[stop] in _DASHES:
            source = self._clauses.phrase_after(stop + 1, within)
            return (range(stop, stop + 1), source) if source else None
        if self._folded[stop - 2] not in _ENDS_SPEECH:
            return None
        for word in range(stop, min(within.stop, stop + _REACH)):
            item = self._words[word]
            if item.is_punctuation and item.text not in _INSIDE_NAMES:
                return None
            if item.tag in {"VBD", "VBZ"} and word > stop and not item.text[0].isupper():
                cue = range(word, word + 1)
                source = self._clauses.subject(cue, range(stop, within.stop))
                return (cue, source) if source else None
        return None

    def _ahead(self, start: int, within: range) -> tuple[range, range] | None:
        if start - 2 not in within or self._folded[start - 1] != ":":
            return None
        source = self._clauses.first_subject(range(within.start, start - 1))
        source = source or self._clauses.phrase_before(start - 1, within)
        return (range(start - 1, start), source) if source else None
