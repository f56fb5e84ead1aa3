"""Finds the cues of a sentence: forms of the lexicon's verbs that are used as verbs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.attribution.vocabulary import Cue
from reader.analysis.attribution.wordlists import load_grammar
from reader.text.document import Document

MARKS = frozenset('“”"„«»')
_NOUN_BEFORE = frozenset({"DT", "PRP$", "JJ", "POS", "CD"})


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue at its place; `words` are indices into the document's words."""

    words: range
    cue: Cue


class CueFinder:
    """Looks for cues outside quotation marks."""

    def __init__(self, document: Document, cues: Mapping[str, Sequence[Cue]]) -> None:
        self._words = document.words
        self._folded = document.folded
        self._cues = cues
        self._grammar = load_grammar()

    def is_phrase(self, cue: range) -> bool:
        """Say whether the words of a cue are a fixed phrase such as "according to"."""
        rest = [self._folded[word] for word in cue[1:]]
        return any(
            one.is_phrase and list(one.rest) == rest
            for one in self._cues.get(self._folded[cue.start], ())
        )

    def may_be_cue(self, word: int) -> bool:
        """Say whether a cue may begin with a word, whatever stands around it."""
        return self._folded[word] in self._cues

    def find(self, within: range, marked: Sequence[range]) -> Iterator[FoundCue]:
        """Yield the cues of a sentence; `marked` are the words in quotation marks."""
        stop = within.start
        if self._cues.keys().isdisjoint(self._folded[within.start : within.stop]):
            return
        for word in within:
            forms = self._cues.get(self._folded[word])
            if forms is None or word < stop or any(word in part for part in marked):
                continue
            for cue in forms:
                words = range(word, word + 1 + len(cue.rest))
                if self._matches(words, cue, within) and self._is_used_as_cue(words, cue, within):
                    yield FoundCue(words, cue)
                    stop = words.stop
                    break

    def _matches(self, words: range, cue: Cue, within: range) -> bool:
        return words.stop <= within.stop and all(
            self._folded[word] == text for word, text in zip(words[1:], cue.rest, strict=True)
        )

    def _is_used_as_cue(self, words: range, cue: Cue, within: range) -> bool:
        """Say whether a form is a verb here, and neither an infinitive nor passive."""
        if cue.is_phrase:
            return True
        if words.start == within.start or self._words[words.start].text[0].isupper():
            return False
        before = self._words[self._past_adverbs(words.start, within)]
        if before.tag in _NOUN_BEFORE or before.text.casefold() in self._grammar.no_verb_after:
            return False
        tag = self._words[words.start].tag
        if tag == "VB" and before.tag in {"NN", "NNP"} and not before.text.endswith("s"):
            return False
        if tag[:2] == "VB" or before.tag == "PRP":
            return True
        return words.stop < within.stop and (
            self._folded[words.stop] == "that" or self._folded[words.stop] in MARKS
        )

    def _past_adverbs(self, word: int, within: range) -> int:
        """Return the word before a verb and its adverbs."""
        before = word - 1
        while before > within.start and self._words[before].tag == "RB":
            before -= 1
        return before
