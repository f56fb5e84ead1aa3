"""Finds loaded words, and expressions as one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.exclusions import load_exclusions, with_odds
from reader.analysis.parts_of_speech import part_of_speech
from reader.lexicon.inflection import PartOfSpeech
from reader.lexicon.lookup import Lexicon, Sense, load_lexicon
from reader.lexicon.patterns import Row

# of the highest score of an expression's words, what their mean must reach
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded word or expression of a sentence.

    `words` are its places in the row and `head` the place of the word that names its part of
    speech; `sense` is its entry, if it has one. The score of an expression is the mean of its
    words', which keeps what a score says of each word (the highest costs .03 of average precision
    on fold 0 of babe, 2026-11). Where that is less than half of the highest, one word carries the
    load and stands alone.
    """

    words: range
    head: int
    part: PartOfSpeech
    score: float
    sense: Sense | None


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
    return list(_expressions(row, kept))


def _expressions(row: Row, scores: Mapping[int, float]) -> Iterator[Loaded]:
    """Yield the words with these scores, those of one expression of the lexicon as one."""
    lexicon = load_lexicon()
    end = 0
    for index in scores:
        if index < end:
            continue
        words, sense = _expression_around(row, index, end, lexicon)
        own = [scores.get(place, 0.0) for place in words]
        score = sum(own) / len(own)
        if sense and score >= _ALIKE * max(own):
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
