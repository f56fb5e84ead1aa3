"""Finds the person behind "he" or "she": near, named as a subject, and of that gender."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.attribution.names import Entity, Mention, Names
from reader.analysis.attribution.wordlists import Gender
from reader.text.document import Document

# how far back a pronoun may reach
_PARAGRAPHS = 4
_MENTIONS = 40
_SOURCES = 10
# The weights were tried out on the hand-read pronouns of PolNeAR, folds 1-4.
_PER_SENTENCE = 0.5
_SOURCE = 1.0
_SUBJECT = 0.8
_POSSESSIVE = -0.7
_AFTER_PREPOSITION = -0.6
_GENDER_KNOWN = 0.25
_PER_MENTION = 0.04
# Below this, or when the second is as good as the first, nobody is named.
_LEAST = -0.6
_MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was resolved: at which word, to whom, and whether it is one person."""

    word: int
    sentence: int
    speaker: str
    entity: Entity | None
    is_person: bool


class Antecedents:
    """Looks back from a pronoun over the names and sources before it."""

    def __init__(self, document: Document, names: Names) -> None:
        self._document = document
        self._names = names
        self._sources: list[Source] = []
        self._source_words: list[int] = []

    def remember(self, source: Source) -> None:
        """Keep a resolved source; sources come in the order of the text."""
        position = bisect_left(self._source_words, source.word)
        if self._source_words[position : position + 1] != [source.word]:
            self._source_words.insert(position, source.word)
            self._sources.insert(position, source)

    def last_source(self, word: int, sentence: int, reach: int) -> Source | None:
        """Return the source before `word`, at most `reach` sentences back."""
        position = bisect_left(self._source_words, word) - 1
        if position < 0 or sentence - self._sources[position].sentence > reach:
            return None
        return self._sources[position]

    def person(self, word: int, sentence: int, gender: Gender) -> Source | None:
        """Return who "he" or "she" at `word` is, None where that is open."""
        scores: dict[int, float] = defaultdict(lambda: -9.0)
        found: dict[int, Source] = {}
        for source, score in self._candidates(word, sentence, gender):
            key = id(source.entity) if source.entity else hash(source.speaker)
            found.setdefault(key, source)
            scores[key] = max(scores[key], score)
        ranked = sorted(found, key=lambda key: -scores[key])
        if not ranked or scores[ranked[0]] < _LEAST:
            return None
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _MARGIN:
            return None
        return found[ranked[0]]

    def _candidates(
        self, word: int, sentence: int, gender: Gender
    ) -> Iterator[tuple[Source, float]]:
        first = self._first_sentence(sentence)
        addressed = self._addressed(word)
        position = self._names.before(self._document.words[word].start)
        for mention in reversed(self._names.mentions[max(0, position - _MENTIONS) : position]):
            if mention.sentence < first:
                break
            entity = mention.entity
            if mention.quoted or entity is addressed or not _can_be(entity, gender):
                continue
            source = Source(mention.words.start, mention.sentence, entity.name, entity, True)
            yield source, self._score(mention, sentence)
        last = bisect_left(self._source_words, word)
        for source in reversed(self._sources[max(0, last - _SOURCES) : last]):
            if source.sentence < first:
                break
            if source.is_person and (
                source.entity is None
                or (source.entity is not addressed and _can_be(source.entity, gender))
            ):
                yield source, self._source_score(source, sentence, gender)

    def _addressed(self, word: int) -> Entity | None:
        """Return whom the pronoun's clause speaks to: in "he told Vale" he is not Vale."""
        words = self._document.words
        for mention in self._names.mentions[self._names.before(words[word].start) :][:1]:
            if (
                word + 2 <= mention.words.start <= word + 4
                and not mention.quoted
                and all(
                    words[between].tag[:2] in {"VB", "MD", "RB", "NN"}
                    for between in range(word + 1, mention.words.start)
                )
            ):
                return mention.entity
        return None

    def _first_sentence(self, sentence: int) -> int:
        paragraph = self._document.sentences[sentence].paragraph
        return self._document.paragraphs[max(0, paragraph - _PARAGRAPHS)].sentences.start

    def _score(self, mention: Mention, sentence: int) -> float:
        words = self._document.words
        score = -_PER_SENTENCE * (sentence - mention.sentence)
        score += _PER_MENTION * min(mention.entity.count, 8)
        score += _GENDER_KNOWN * (mention.entity.gender is not None)
        if mention.possessive:
            return score + _POSSESSIVE
        if self._is_subject(mention):
            score += _SUBJECT
        before = words[mention.words.start - 1] if mention.words.start else None
        if before is not None and before.tag in {"IN", "TO"} and before.text.islower():
            score += _AFTER_PREPOSITION
        return score

    def _source_score(self, source: Source, sentence: int, gender: Gender) -> float:
        score = _SOURCE + _SUBJECT - _PER_SENTENCE * (sentence - source.sentence)
        if source.entity is not None:
            score += _PER_MENTION * min(source.entity.count, 8)
            score += _GENDER_KNOWN * (source.entity.gender is gender)
        return score

    def _is_subject(self, mention: Mention) -> bool:
        words = self._document.words
        sentence = self._document.sentences[mention.sentence].words
        after = mention.words.stop
        if mention.words.start - sentence.start <= 3:
            return True
        return after < sentence.stop and words[after].tag[:2] in {"VB", "MD"}


def _can_be(entity: Entity, gender: Gender) -> bool:
    return entity.is_person and entity.gender in {None, gender}
