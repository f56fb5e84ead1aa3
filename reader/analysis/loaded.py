"""Finds loaded words and joins those that belong to one expression."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.exclusions import load_exclusions, with_odds
from reader.analysis.parts_of_speech import part_of_speech
from reader.lexicon.inflection import PartOfSpeech
from reader.lexicon.lookup import Lexicon, Sense, load_lexicon
from reader.lexicon.patterns import Row

# Neighbours are one finding only where each is surely loaded by itself, and an expression where one
# of its words is.
_JOINED_FROM = 0.35


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded word or expression of a sentence.

    `words` are its places in the row and `head` the place of the word that names its part of
    speech; `sense` is its entry, if it has one. Of neighbours that were joined, `joined` holds
    each. The score of several words is the mean of theirs, which keeps what a score says of each
    word: the highest costs .03 of average precision (babe, fold 0, 2026-11).
    """

    words: range
    head: int
    part: PartOfSpeech
    score: float
    sense: Sense | None
    joined: tuple["Loaded", ...] = ()


def find_loaded(row: Row, scores: Mapping[int, float]) -> list[Loaded]:
    """Return the loaded words and expressions of a sentence.

    `scores` are the probabilities by place in the row, those that are absent next to nothing.
    """
    if not scores or all(row.words[place].is_punctuation for place in scores):
        return []
    factors = load_exclusions().factors(row)
    kept = {
        place: with_odds(score, factors.get(place, 1.0))
        for place, score in sorted(scores.items())
        if not row.words[place].is_punctuation
    }
    return _joined(row, list(_expressions(row, kept)))


def _expressions(row: Row, scores: Mapping[int, float]) -> Iterator[Loaded]:
    """Yield the words with these scores, those of one expression of the lexicon as one."""
    lexicon = load_lexicon()
    end = 0
    for index in scores:
        if index < end:
            continue
        words, sense = _expression_around(row, index, end, lexicon)
        inside = [scores.get(place, 0.0) for place in words]
        if sense and max(inside) >= _JOINED_FROM:
            score = sum(inside) / len(inside)
            head = words.start if sense.entry.part is PartOfSpeech.VERB else words.stop - 1
            yield Loaded(words, head, sense.entry.part, score, sense)
            end = words.stop
        else:
            yield _single(row, index, scores[index], lexicon)
            end = index + 1


def _expression_around(
    row: Row, index: int, end: int, lexicon: Lexicon
) -> tuple[range, Sense | None]:
    longest = 6
    for start in range(max(end, index - longest + 1), index + 1):
        if row.texts[start] in lexicon.first_words:
            found = lexicon.expression(row.texts[start : start + longest])
            if found and start + found[0] > index:
                return range(start, start + found[0]), found[1]
    return range(index, index + 1), None


def _single(row: Row, index: int, score: float, lexicon: Lexicon) -> Loaded:
    senses = lexicon.senses(row.texts[index])
    part = part_of_speech(row, index, senses)
    return Loaded(range(index, index + 1), index, part, score, _fitting(row, index, part, senses))


def _fitting(row: Row, index: int, part: PartOfSpeech, senses: Sequence[Sense]) -> Sense | None:
    """Return the sense with the part of speech and, if it can be had, the tag of the word."""
    tag = row.words[index].tag
    fitting = [sense for sense in senses if sense.entry.part is part] or senses
    return next((sense for sense in fitting if sense.tag == tag), None) or next(iter(fitting), None)


def _joined(row: Row, found: Sequence[Loaded]) -> list[Loaded]:
    joined: list[Loaded] = []
    for item in found:
        if joined and _are_one(joined[-1], item):
            joined[-1] = _join(joined[-1], item)
        else:
            joined.append(item)
    return joined


def _are_one(first: Loaded, second: Loaded) -> bool:
    """Say whether `second` follows `first` at once and one of them modifies the other."""
    if first.words.stop != second.words.start or min(first.score, second.score) < _JOINED_FROM:
        return False
    modifier = {PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB}
    match first.part, second.part:
        case PartOfSpeech.ADVERB, (
            PartOfSpeech.ADJECTIVE | PartOfSpeech.ADVERB | PartOfSpeech.VERB
        ):
            return True
        case PartOfSpeech.ADJECTIVE, (PartOfSpeech.ADJECTIVE | PartOfSpeech.NOUN):
            return True
        case PartOfSpeech.NOUN, PartOfSpeech.NOUN:
            return True
        case PartOfSpeech.VERB, PartOfSpeech.ADVERB:
            return True
    return first.part in modifier and second.part is PartOfSpeech.NOUN


def _join(first: Loaded, second: Loaded) -> Loaded:
    words = range(first.words.start, second.words.stop)
    head = first if first.part is PartOfSpeech.VERB else second
    members = (first.joined or (first,)) + (second.joined or (second,))
    score = sum(item.score for item in members) / len(members)
    return Loaded(words, head.head, head.part, score, head.sense, members)
