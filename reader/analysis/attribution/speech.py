"""Tells speech in quotation marks from other words in marks, and finds its attribution."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.analysis.attribution.attributions import Attribution, gap, shared
from reader.analysis.attribution.quotation import Quotation
from reader.text.document import Document

# words: shorter stretches are speech only where the sentence attributes them
_SHORT = 3
# share of a short stretch that must be attributed; from PolNeAR, folds 1-4
_COVERED = 0.5
# words between a closing mark and the "said Vale" or "— Vale" that belongs to it
_NEAR = 6

_ENDS = frozenset({".", "!", "?", "…"})

Rows = Mapping[int, Sequence[Attribution]]


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch in marks that somebody said, with the words that say who, where there are any."""

    quotation: Quotation
    words: range
    cue: range | None
    source: range | None


class SpeechFinder:
    """Goes through the quotations of a document from first to last.

    `by_rules` gives the attributions of a sentence by rules, asked where nothing else has any.
    """

    def __init__(
        self, document: Document, by_rules: Callable[[int], Sequence[Attribution]]
    ) -> None:
        self._document = document
        self._by_rules = by_rules
        self._last: Speech | None = None

    def find(self, quotations: Sequence[Quotation], rows: Rows) -> list[Speech]:
        """Return the speech among `quotations`, given the attributions of each sentence."""
        speeches = [
            speech
            for quotation in quotations
            if (speech := self._speech(quotation, rows)) is not None
        ]
        found: list[Speech] = []
        for number, speech in enumerate(speeches):
            following = speeches[number + 1] if number + 1 < len(speeches) else None
            self._last = self._with_source(speech, following, rows)
            found.append(self._last)
        return found

    def _speech(self, quotation: Quotation, rows: Rows) -> Speech | None:
        words = self._spoken(quotation)
        if not len(words):
            return None
        own = [one for one in self._around(words, rows) if shared(one.content, words)]
        if not self._is_speech(words, own):
            return None
        best = _nearest(
            words, [one for one in own if one.cue is not None and one.source is not None]
        )
        best = best or self._behind(words, rows) or _nearest(words, own)
        if best is None:
            return Speech(quotation, words, None, None)
        return Speech(quotation, words, best.cue, best.source)

    def _spoken(self, quotation: Quotation) -> range:
        """Return the words between the marks, without punctuation at either end."""
        words = self._document.words_in(quotation.span)
        start, stop = words.start, words.stop
        while start < stop and self._document.words[start].is_punctuation:
            start += 1
        while stop > start and self._document.words[stop - 1].is_punctuation:
            stop -= 1
        return range(start, stop)

    def _around(self, words: range, rows: Rows) -> Iterator[Attribution]:
        for sentence in range(self._sentence(words.start), self._sentence(words[-1]) + 1):
            yield from rows.get(sentence, ())

    def _sentence(self, word: int) -> int:
        return self._document.sentence_at(self._document.words[word].start)

    def _paragraph(self, sentence: int) -> int | None:
        sentences = self._document.sentences
        return sentences[sentence].paragraph if sentence < len(sentences) else None

    def _is_speech(self, words: range, own: Sequence[Attribution]) -> bool:
        if self._is_nickname(words):
            return False
        covered = sum(shared(one.content, words) for one in own)
        if len(words) <= _SHORT and not self._is_sentence(words):
            return covered >= _COVERED * len(words) and not self._is_scare(words)
        return covered > 0 or not self._is_title(words)

    def _is_sentence(self, words: range) -> bool:
        """Say whether short words in marks are a sentence of their own, as “This is hard.” is."""
        around = self._document.words
        if len(words) < 2 or words.stop >= len(around) or around[words.stop].text not in _ENDS:
            return False
        sentence = self._document.sentences[self._sentence(words.start)]
        return words.start - 1 <= sentence.words.start and around[words.start].text[0].isupper()

    def _is_nickname(self, words: range) -> bool:
        """Say whether the marks stand within a name: Tom “Tiny” Baker."""
        around = self._document.words
        if len(words) > 2 or words.start < 2 or words.stop + 1 >= len(around):
            return False
        sides = (around[words.start - 2], around[words.stop + 1])
        return around[words.stop].is_punctuation and all(word.tag == "NNP" for word in sides)

    def _is_scare(self, words: range) -> bool:
        """Say whether the marks hold one noun that a definite article brings in: the “experts”."""
        if len(words) > 1 or words.start < 2:
            return False
        before = self._document.folded[words.start - 2]
        tag = self._document.words[words.start].tag
        return before in {"the", "all", "these", "those", "so-called"} and tag in {"NN", "NNS"}

    def _is_title(self, words: range) -> bool:
        """Say whether all words of some length begin with a capital letter: a book, a show."""
        long = [text for word in words if len(text := self._document.words[word].text) > 3]
        return all(text[0].isupper() for text in long)

    def _behind(self, words: range, rows: Rows) -> Attribution | None:
        """Return the cue or source that follows the closing mark: “…?” Vale asked, “…” — Vale."""
        last = self._sentence(words[-1])
        behind = [
            one
            for sentence in (last, last + 1)
            if self._document.sentences[last].paragraph == self._paragraph(sentence)
            for one in rows.get(sentence, ())
            if one.source is not None
            and not len(one.content)
            and words.stop <= min(part.start for part in (one.cue, one.source) if part)
            and self._is_near(words, one)
        ]
        return behind[0] if behind else None

    def _is_near(self, words: range, one: Attribution) -> bool:
        start = min(part.start for part in (one.cue, one.source) if part)
        between = self._document.words[words.stop : start]
        return len(between) <= _NEAR and all(word.is_punctuation for word in between)

    def _with_source(self, speech: Speech, following: Speech | None, rows: Rows) -> Speech:
        """Give speech without a source the one of its neighbours."""
        if speech.source is not None:
            return speech
        for cue, source in self._neighbours(speech, following, rows):
            if source is not None:
                return replace(speech, cue=speech.cue or cue, source=source)
        return speech

    def _neighbours(
        self, speech: Speech, following: Speech | None, rows: Rows
    ) -> Iterator[tuple[range | None, range | None]]:
        """Yield the cues and sources that may hold for a speech, the surest first."""
        paragraph, last = speech.quotation.paragraph, self._last
        reach = None if last is None else paragraph - last.quotation.paragraph
        if last is not None and speech.quotation.continued and reach == 1:
            yield last.cue, last.source
        if introduced := self._introduced(speech, rows):
            yield introduced.cue, introduced.source
        if last is not None and reach == 0:
            yield last.cue, last.source
        if before := self._before(speech, rows):
            yield before.cue, before.source
        if following is not None and following.quotation.paragraph == paragraph:
            yield following.cue, following.source
        if ruled := self._ruled(speech):
            yield ruled.cue, ruled.source
        if last is not None and reach == 1:
            yield last.cue, last.source
        if above := self._above(speech, rows):
            yield above.cue, above.source

    def _above(self, speech: Speech, rows: Rows) -> Attribution | None:
        """Return the last attribution of the sentence above a paragraph that is a quotation."""
        first = self._sentence(speech.words.start)
        paragraph = self._document.paragraphs[speech.quotation.paragraph]
        if first == 0 or speech.quotation.outer.start != paragraph.span.start:
            return None
        named = [one for one in rows.get(first - 1, ()) if one.source is not None]
        return named[-1] if named else None

    def _ruled(self, speech: Speech) -> Attribution | None:
        rows = {
            sentence: self._by_rules(sentence)
            for sentence in {self._sentence(speech.words.start), self._sentence(speech.words[-1])}
        }
        own = [
            one
            for row in rows.values()
            for one in row
            if shared(one.content, speech.words) and one.source is not None
        ]
        return _nearest(speech.words, own) or self._behind(speech.words, rows)

    def _introduced(self, speech: Speech, rows: Rows) -> Attribution | None:
        """Return what the sentence before says, if that ends in a colon."""
        first = self._sentence(speech.words.start)
        start = self._document.sentences[first].span.start
        outer = speech.quotation.outer.start
        if first == 0 or self._document.text[start:outer].strip():
            return None
        before = self._document.sentences[first - 1].span.of(self._document.text)
        named = [one for one in rows.get(first - 1, ()) if one.source is not None]
        return named[-1] if before.endswith(":") and named else None

    def _before(self, speech: Speech, rows: Rows) -> Attribution | None:
        """Return the last attribution of the sentence before in the same paragraph."""
        first = self._sentence(speech.words.start)
        if first not in self._document.paragraphs[speech.quotation.paragraph].sentences[1:]:
            return None
        named = [one for one in rows.get(first - 1, ()) if one.source is not None]
        return named[-1] if named else None


def _nearest(words: range, own: Sequence[Attribution]) -> Attribution | None:
    return min(
        own,
        key=lambda one: (gap(words, one.cue or one.source or one.content), one.content.start),
        default=None,
    )
