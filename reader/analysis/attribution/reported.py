"""Finds attributions by rules: a cue of the lexicon, its subject, and what it attributes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.attribution.attributions import Attribution, shared
from reader.analysis.attribution.clauses import Clauses
from reader.analysis.attribution.vocabulary import Cue, Takes
from reader.text.document import Document

_NOUN_BEFORE = frozenset({"DT", "PRP$", "JJ", "POS", "CD"})
_STARTS_CLAUSE = frozenset({"that", "whether", "if", "how", "why", "what", "to", "for", "of"})
_NO_VERB_AFTER = frozenset(
    [
        "to",
        "'s",
        "’s",
        "of",
        "in",
        "be",
        "was",
        "were",
        "been",
        "is",
        "are",
        "being",
        "'re",
        "’re",
        "by",
        "for",
        "with",
        "the",
        "a",
        "an",
    ]
)
_OPENING = frozenset('“"„«')
_ENDS_SPEECH = frozenset({",", "?", "!", "…", "-", "–", "—", "..."})
_DASHES = frozenset({"–", "—", "―", "-", "--"})
_MARKS = frozenset('“”"„«»')
# words: how far behind a cue "that" or a quotation may begin ("told the court on Monday that")
_REACH = 12
# words that may follow "she said" at the end of a sentence ("in an interview on Monday")
_TAIL = 9
_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "later",
    ]
)


@dataclass(frozen=True, slots=True)
class _Found:
    words: range
    cue: Cue


class Reported:
    """Reads the sentences of a document for cues outside quotation marks."""

    def __init__(
        self, document: Document, clauses: Clauses, cues: Mapping[str, Sequence[Cue]]
    ) -> None:
        self._document = document
        self._words = document.words
        self._clauses = clauses
        self._cues = cues

    def attributions(self, sentence: int, marked: Sequence[range]) -> list[Attribution]:
        """Return what a sentence attributes; `marked` are the words in quotation marks."""
        within = self._document.sentences[sentence].words
        found: list[Attribution] = []
        for cue in sorted(self._find_cues(within, marked), key=self._rank):
            found += self._read(cue, sentence, self._without_opening(cue, within), marked, found)
        found += self._beside_marks(sentence, within, marked, found)
        return sorted(found, key=lambda one: one.content.start)

    def _read(
        self,
        cue: _Found,
        sentence: int,
        within: range,
        marked: Sequence[range],
        earlier: Sequence[Attribution],
    ) -> Iterator[Attribution]:
        source = self._source(cue, within, earlier)
        if source is None or any(shared(source, one) for one in marked):
            return
        taken = [one.content for one in earlier if not self.is_phrase(one)]
        contents = [
            content
            for content in self._contents(cue, source, within)
            if len(content) and not any(shared(content, one) for one in taken)
        ]
        for content in contents or [range(cue.words.stop, cue.words.stop)]:
            yield Attribution(content, cue.words, source, sentence)

    def _beside_marks(
        self, sentence: int, within: range, marked: Sequence[range], found: Sequence[Attribution]
    ) -> Iterator[Attribution]:
        """Yield who stands beside a quotation by position alone, with whatever verb or mark.

        That is “…,” Vale began; Vale: “…”; “…” — Vale.
        """
        for part in marked:
            if any(shared(part, one.content) for one in found):
                continue
            content = range(max(part.start, within.start), min(part.stop, within.stop))
            beside = self._after(part.stop, within) or self._ahead(part.start, within)
            if beside is not None:
                yield Attribution(content, beside[0], beside[1], sentence)

    def _after(self, stop: int, within: range) -> tuple[range, range] | None:
        if stop not in within or stop < 2 or self._lower(stop - 2) not in _ENDS_SPEECH:
            return None
        if self._lower(stop) in _DASHES:
            source = self._clauses.phrase_after(stop + 1, within)
            return (range(stop, stop + 1), source) if source else None
        for word in range(stop, min(within.stop, stop + _REACH)):
            item = self._words[word]
            if item.is_punctuation and item.text not in {".", ",", "'s", "’s"}:
                return None
            if item.tag in {"VBD", "VBZ"} and word > stop and not item.text[0].isupper():
                cue = range(word, word + 1)
                source = self._clauses.subject(cue, range(stop, within.stop))
                return (cue, source) if source else None
        return None

    def _ahead(self, start: int, within: range) -> tuple[range, range] | None:
        if start - 2 not in within or self._lower(start - 1) != ":":
            return None
        source = self._clauses.first_subject(range(within.start, start - 1))
        source = source or self._clauses.phrase_before(start - 1, within)
        return (range(start - 1, start), source) if source else None

    def _rank(self, found: _Found) -> tuple[int, int]:
        """Put phrases first, then cues beside a quotation, a colon or "that"."""
        start, stop = found.words.start, found.words.stop
        if found.cue.is_phrase:
            return 0, start
        if self._lower(start).endswith("ing"):
            return 4, start
        near = {
            self._lower(word) for word in (start - 2, stop, stop + 1) if word < len(self._words)
        }
        if near & (_MARKS | {":", "that"}):
            return 1, start
        return (2 if found.cue.takes is Takes.CLAUSE else 3), start

    def _without_opening(self, found: _Found, within: range) -> range:
        """Leave "According to Vale," out of the clause that follows it."""
        first = self._cues.get(self._lower(within.start), ())
        if found.words.start == within.start or not any(cue.is_phrase for cue in first):
            return within
        for word in within:
            if self._lower(word) == "," and word < found.words.start:
                return range(word + 1, within.stop)
        return within

    def is_phrase(self, one: Attribution) -> bool:
        """Say whether an attribution rests on a fixed phrase such as "according to"."""
        return one.cue is not None and any(
            cue.is_phrase for cue in self._cues.get(self._lower(one.cue.start), ())
        )

    def _find_cues(self, within: range, marked: Sequence[range]) -> Iterator[_Found]:
        stop = within.start
        for word in within:
            if word < stop or any(word in part for part in marked):
                continue
            for cue in self._cues.get(self._lower(word), ()):
                words = range(word, word + 1 + len(cue.rest))
                if self._matches(words, cue, within) and self._is_used_as_cue(words, cue, within):
                    yield _Found(words, cue)
                    stop = words.stop
                    break

    def _matches(self, words: range, cue: Cue, within: range) -> bool:
        return words.stop <= within.stop and all(
            self._lower(word) == text for word, text in zip(words[1:], cue.rest, strict=True)
        )

    def _is_used_as_cue(self, words: range, cue: Cue, within: range) -> bool:
        """Say whether a form is a verb here, and neither an infinitive nor passive."""
        if cue.is_phrase:
            return True
        if words.start == within.start or self._words[words.start].text[0].isupper():
            return False
        before = self._words[self._past_adverbs(words.start, within)]
        if before.tag in _NOUN_BEFORE or before.text.casefold() in _NO_VERB_AFTER:
            return False
        tag = self._words[words.start].tag
        if tag == "VB" and before.tag in {"NN", "NNP"}:
            return False
        if tag[:2] == "VB" or before.tag == "PRP":
            return True
        return words.stop < within.stop and (
            self._lower(words.stop) == "that" or self._lower(words.stop) in _MARKS
        )

    def _past_adverbs(self, word: int, within: range) -> int:
        """Return the word before a verb and its adverbs."""
        before = word - 1
        while before > within.start and self._words[before].tag == "RB":
            before -= 1
        return before

    def _source(self, found: _Found, within: range, earlier: Sequence[Attribution]) -> range | None:
        if found.cue.is_phrase:
            return self._clauses.phrase_after(found.words.stop, within)
        subject = self._clauses.subject(found.words, within)
        is_participle = self._words[found.words.start].text.casefold().endswith("ing")
        if subject is None and self._lower(found.words.start - 1) in {"and", "but", "then", "also"}:
            return earlier[-1].source if earlier else self._clauses.first_subject(within)
        if is_participle and (subject is None or self._lower(found.words.start - 1) == ","):
            if earlier:
                return earlier[-1].source
            return self._clauses.first_subject(within)
        return subject

    def _contents(self, found: _Found, source: range, within: range) -> Iterator[range]:
        """Yield what is attributed before and behind a cue and its source."""
        first, last = min(source.start, found.words.start), max(source.stop, found.words.stop)
        behind = self._behind(found, last, within)
        quoted = first > within.start and self._words[first - 1].text in _MARKS
        opens = behind is not None and (
            self._lower(behind.start) in {"that", "whether", "if"}
            or self._words[behind.start].text in _MARKS
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
        if end <= within.start + 1 or self._lower(end - 1) not in {",", "?", "!", "…", "-", "—"}:
            return None
        start = end - 1
        while start > within.start and self._lower(start - 1) not in {";", ":"}:
            start -= 1
        while start < end and self._lower(start) in {"and", "but", "yet", "still", ","}:
            start += 1
        content = range(start, end - 1)
        return content if quoted or self._has_verb(content) else None

    def _behind(self, found: _Found, start: int, within: range) -> range | None:
        start = self._content_start(found, start, within)
        stop = self._content_stop(start, within)
        while (
            stop > start
            and self._words[stop - 1].is_punctuation
            and (self._words[stop - 1].text not in _MARKS)
        ):
            stop -= 1
        content = range(start, stop)
        if not content:
            return None
        starts = self._lower(start) in _STARTS_CLAUSE or self._words[start].text in _MARKS
        if starts or found.cue.takes is Takes.OBJECT or self._has_verb(content):
            return content
        return None

    def _content_start(self, found: _Found, start: int, within: range) -> int:
        limit = min(within.stop, start + _REACH)
        while start < limit and (self._lower(start) in _DAYS or self._lower(start) in {",", ":"}):
            start += 1
        if found.cue.takes is Takes.OBJECT or start >= limit:
            return start
        if found.cue.takes is Takes.CLAUSE and self._words[start].tag not in {"IN", "TO", "RB"}:
            return start
        for word in range(start, limit):
            lower = self._lower(word)
            if lower in {"that", "whether"} or self._words[word].text in _OPENING:
                return word
            if found.cue.takes is Takes.LISTENER and word > start and lower in _STARTS_CLAUSE:
                return word
            if word > start and (
                self._words[word].tag in {"VBD", "VBZ", "MD"} or lower in {",", ";"}
            ):
                break
        return start + 1 if found.cue.takes is Takes.LISTENER and start + 1 < limit else start

    def _content_stop(self, start: int, within: range) -> int:
        for word in range(start, within.stop - 1):
            if self._lower(word) == ";":
                return word
            if self._lower(word) not in {",", "–", "—", "-"}:
                continue
            following = self._lower(word + 1)
            if following in {"but", "yet"} or (
                following.endswith("ing") and following in self._cues
            ):
                return word
        return within.stop

    def _has_verb(self, words: range) -> bool:
        return any(self._words[word].tag[:2] in {"VB", "MD"} for word in words)

    def _lower(self, word: int) -> str:
        return self._words[word].text.casefold()
