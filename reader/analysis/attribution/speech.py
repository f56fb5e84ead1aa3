"""Tells speech in quotation marks from other words in marks, and finds its attribution."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.attribution.attributions import Attribution, gap, shared
from reader.analysis.attribution.marks import Quotation
from reader.analysis.attribution.vocabulary import People
from reader.text.document import Document

# words: shorter stretches are speech only where the sentence attributes them
_SHORT = 3
# share of a short stretch that must be attributed; from PolNeAR, folds 1-4
_COVERED = 0.5


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch in marks that somebody said, with the words that say who, where there are any."""

    quotation: Quotation
    cue: range | None
    source: range | None


class SpeechFinder:
    """Goes through the quotations of a document from first to last."""

    def __init__(self, document: Document, people: People) -> None:
        self._document = document
        self._people = people
        self._last: Speech | None = None

    def find(
        self, quotations: Sequence[Quotation], attributions: dict[int, list[Attribution]]
    ) -> list[Speech]:
        """Return the speech among `quotations`, given the attributions of each sentence."""
        found: list[Speech] = []
        for quotation in quotations:
            speech = self._speech(quotation, attributions)
            if speech is not None:
                found.append(speech)
        return self._carried(found, attributions)

    def _speech(
        self, quotation: Quotation, attributions: dict[int, list[Attribution]]
    ) -> Speech | None:
        words = self._spoken(quotation)
        if not len(words):
            return None
        own = self._own(words, attributions)
        if len(words) <= _SHORT and not self._is_short_speech(words, own):
            return None
        best = self._nearest(words, [one for one in own if one.cue is not None])
        if best is None:
            best = self._nearest(words, [one for one in own if one.source is not None])
        if best is None:
            return Speech(quotation, None, None)
        return Speech(quotation, best.cue, best.source)

    def _spoken(self, quotation: Quotation) -> range:
        """Return the words between the marks, without punctuation at either end."""
        words = self._document.words_in(quotation.span)
        start, stop = words.start, words.stop
        while start < stop and self._document.words[start].is_punctuation:
            start += 1
        while stop > start and self._document.words[stop - 1].is_punctuation:
            stop -= 1
        return range(start, stop)

    def _own(self, words: range, attributions: dict[int, list[Attribution]]) -> list[Attribution]:
        first = self._document.sentence_at(self._document.words[words.start].start)
        last = self._document.sentence_at(self._document.words[words[-1]].start)
        return [
            one
            for sentence in range(first, last + 1)
            for one in attributions.get(sentence, ())
            if shared(one.content, words)
        ]

    def _is_short_speech(self, words: range, own: Sequence[Attribution]) -> bool:
        covered = sum(shared(one.content, words) for one in own)
        return covered >= _COVERED * len(words) and not self._is_scare(words)

    def _is_scare(self, words: range) -> bool:
        """Say whether the marks hold one noun that a definite article brings in: the “experts”."""
        if len(words) > 1 or words.start < 2:
            return False
        before = self._document.words[words.start - 2].text.casefold()
        tag = self._document.words[words.start].tag
        return before in {"the", "all", "these", "those", "so-called"} and tag in {"NN", "NNS"}

    @staticmethod
    def _nearest(words: range, own: Sequence[Attribution]) -> Attribution | None:
        return min(
            own,
            key=lambda one: (gap(words, one.cue or one.source or one.content), one.content.start),
            default=None,
        )

    def _carried(
        self, speeches: list[Speech], attributions: dict[int, list[Attribution]]
    ) -> list[Speech]:
        """Give speech without a source the one of its neighbours."""
        found: list[Speech] = []
        for number, speech in enumerate(speeches):
            if speech.source is None:
                speech = self._from_neighbours(speech, speeches, number, attributions)
            found.append(speech)
            self._last = speech
        return found

    def _from_neighbours(
        self,
        speech: Speech,
        speeches: Sequence[Speech],
        number: int,
        attributions: dict[int, list[Attribution]],
    ) -> Speech:
        paragraph, last = speech.quotation.paragraph, self._last
        if (
            last is not None
            and last.source is not None
            and (
                last.quotation.paragraph == paragraph
                or (speech.quotation.continued and last.quotation.paragraph == paragraph - 1)
            )
        ):
            return Speech(speech.quotation, speech.cue or last.cue, last.source)
        introduced = self._introduced(speech.quotation, attributions)
        if introduced is not None:
            return Speech(speech.quotation, introduced.cue, introduced.source)
        following = speeches[number + 1] if number + 1 < len(speeches) else None
        if (
            following is not None
            and following.quotation.paragraph == paragraph
            and following.source
        ):
            return Speech(speech.quotation, speech.cue or following.cue, following.source)
        if (
            last is not None
            and last.source is not None
            and (last.quotation.paragraph == paragraph - 1)
        ):
            return Speech(speech.quotation, speech.cue or last.cue, last.source)
        return speech

    def _introduced(
        self, quotation: Quotation, attributions: dict[int, list[Attribution]]
    ) -> Attribution | None:
        """Return the attribution of a sentence before that ends in a colon."""
        first = self._document.sentence_at(quotation.outer.start)
        start = self._document.sentences[first].span.start
        if first == 0 or self._document.text[start : quotation.outer.start].strip():
            return None
        before = self._document.sentences[first - 1].span.of(self._document.text)
        named = [one for one in attributions.get(first - 1, ()) if one.source is not None]
        return named[-1] if before.endswith(":") and named else None
