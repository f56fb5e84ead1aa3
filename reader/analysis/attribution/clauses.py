"""Finds the subject of a cue by the words around it."""

from reader.analysis.attribution.wordlists import load_grammar
from reader.text.document import Document

_MARKS = frozenset('“”"„«»')
_INSIDE_NAMES = frozenset({".", "'s", "’s", "'", "’", "&", "(", ")", "/", "-"})
_CAPITALS = 2


class Clauses:
    """Reads the clauses of a document's sentences."""

    def __init__(self, document: Document) -> None:
        self._words = document.words
        self._folded = document.folded
        self._grammar = load_grammar()

    def subject(self, cue: range, within: range) -> range | None:
        """Return the words of who does what the cue says, None where there is nobody."""
        before = self._before(cue.start, within)
        if before is not None:
            return before
        if cue.start > within.start and not self._words[cue.start - 1].is_punctuation:
            return None
        return self._inverted(cue.stop, within)

    def phrase_after(self, start: int, within: range) -> range | None:
        """Return the noun phrase that begins at the word `start`, None where there is none."""
        return self._inverted(start, within)

    def first_subject(self, within: range) -> range | None:
        """Return the noun phrase before the first finite verb of a sentence."""
        for word in within:
            if self._words[word].tag in {"VBD", "VBZ", "VBP", "VBN", "MD"}:
                return self._before(word, within)
        return None

    def _before(self, stop: int, within: range) -> range | None:
        end = self._past_auxiliaries(stop, within.start)
        if end <= within.start:
            return None
        lower = self._folded[end - 1]
        if lower in self._grammar.subject_pronouns or lower in self._grammar.relatives:
            return range(end - 1, end)
        if lower == ",":
            return self._around_insertion(end - 1, within)
        return self.phrase_before(end, within)

    def _past_auxiliaries(self, stop: int, start: int) -> int:
        while stop > start and (
            self._folded[stop - 1] in self._grammar.auxiliaries or self._is_adverb(stop - 1)
        ):
            stop -= 1
        return stop

    def _is_adverb(self, word: int) -> bool:
        return self._words[word].tag == "RB" and self._words[word].text.endswith("ly")

    def _around_insertion(self, comma: int, within: range) -> range | None:
        """Return the subject before "..., a former minister,"; it may take an insertion along."""
        opening = comma - 1
        while opening > within.start and self._folded[opening] not in {",", *_MARKS}:
            opening -= 1
        if opening <= within.start or self._folded[opening] != ",":
            return None
        if self._words[opening + 1].text[0].isupper():
            # "after the vote, Ann Vale, 40, said" and "a spokesman, Ann Vale, said"
            return range(opening + 1, comma)
        subject = self.phrase_before(opening, within)
        if subject is None or not self._is_nominal(subject):
            return None
        return subject

    def phrase_before(self, end: int, within: range) -> range | None:
        """Return the noun phrase that ends before the word `end`, None where there is none."""
        start = end
        while start > within.start and not self._ends_phrase(start - 1, start, end):
            start -= 1
        while start < end and self._words[start].tag in {"IN", "CC", "TO", "RB"}:
            start += 1
        found = range(start, end)
        return found if found and self._is_nominal(found) else None

    def _ends_phrase(self, word: int, start: int, end: int) -> bool:
        lower, tag = self._folded[word], self._words[word].tag
        if lower == "and":
            # two names belong together, two clauses do not
            return not (
                start < end
                and self._words[start].text[0].isupper()
                and word > 0
                and self._words[word - 1].text[0].isupper()
            )
        if lower in self._grammar.clause_boundaries or lower in self._grammar.relatives:
            return True
        if self._words[word].is_punctuation:
            return lower not in _INSIDE_NAMES
        is_finite = tag in {"VBD", "VBZ", "VBP", "MD"} and not self._words[word].text[0].isupper()
        return is_finite and not lower.endswith("'s")

    def _is_nominal(self, words: range) -> bool:
        return any(
            self._words[word].tag[:2] in {"NN", "PR", "DT", "CD"}
            or self._words[word].text[0].isupper()
            for word in words
        )

    def _inverted(self, start: int, within: range) -> range | None:
        """Return the subject after the verb, as in "said the mayor of Lund, a lawyer"."""
        stop = start
        while stop < within.stop and not self._ends_inverted(stop, start):
            stop += 1
        found = range(start, self._with_apposition(stop, within))
        if not found or not self._is_nominal(found):
            return None
        first = self._words[start]
        begins = first.text[0].isupper() or first.tag in {"DT", "PRP", "PRP$", "JJ", "NN", "NNS"}
        return found if begins else None

    def _with_apposition(self, stop: int, within: range) -> int:
        """Return the end of a source with the name behind it: "the mayor, Ann Vale,"."""
        if stop + 1 >= within.stop or self._folded[stop] != ",":
            return stop
        end = stop + 1
        while end < within.stop and self._words[end].text[0].isupper():
            end += 1
        return end if end > stop + 2 else stop

    def _ends_inverted(self, word: int, start: int) -> bool:
        lower, item = self._folded[word], self._words[word]
        if item.is_punctuation:
            return lower not in _INSIDE_NAMES or (lower == "." and word == start)
        if lower in self._grammar.clause_boundaries or lower in self._grammar.relatives:
            return True
        return item.tag in {"VBD", "VBZ", "VBP", "MD", "VBG"} and not item.text[0].isupper()
