"""How likely a word is loaded: the model's reading in context, and what the lexicon says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log

from reader.analysis.encoder.model_files import Judgement, model_files
from reader.analysis.reading import Array
from reader.lexicon.desk_words import load_desk_openings, load_desk_words
from reader.lexicon.implications import load_implications
from reader.lexicon.lookup import Sense, load_lexicon
from reader.lexicon.patterns import Row

_LONGEST_EXPRESSION = 6
# words: more different ones than a hundred articles have
_REMEMBERED = 1 << 16
# just above the usual threshold: asked about at first sight, before what is likelier only if asked
_DESK_CHANCE = 0.42
# whoever asks for all words, or for certain ones alone, has finite log-odds too
_CERTAIN = 1e-6


@dataclass(frozen=True, slots=True)
class Support:
    """What the lexicon says of a word, whatever stands around it.

    `entry` is 1 where the word has an entry, `strength` how often words of that kind are loaded,
    `expression` is 1 where it is part of an expression that has one. `is_desk_word` marks what a
    news desk asks about wherever it stands.
    """

    entry: float = 0.0
    strength: float = 0.0
    expression: float = 0.0
    is_desk_word: bool = False


_NONE = Support()


def supports(row: Row) -> list[Support]:
    """Return what the lexicon says of each word of `row`."""
    expressions = _expressions(row)
    return [_supported(row, place, expressions) for place in range(len(row.texts))]


def _supported(row: Row, place: int, expressions: Mapping[int, Sense]) -> Support:
    around = expressions.get(place)
    if around is None:
        return _alone(row.texts[place])
    return _support(load_lexicon().senses(row.texts[place]), around)


@lru_cache(_REMEMBERED)
def _alone(text: str) -> Support:
    """Return what the lexicon says of a word that is part of no expression."""
    senses = load_lexicon().senses(text)
    return _support(senses, None) if senses else _NONE


def _expressions(row: Row) -> dict[int, Sense]:
    """Return the expressions that words of `row` are part of, by the places of these."""
    lexicon = load_lexicon()
    found: dict[int, Sense] = {}
    for place, text in enumerate(row.texts):
        if text in lexicon.first_words:
            longest = lexicon.expression(row.texts[place : place + _LONGEST_EXPRESSION])
            if longest:
                found |= dict.fromkeys(range(place, place + longest[0]), longest[1])
    return found


def _support(senses: Sequence[Sense], around: Sense | None) -> Support:
    lemmas = {sense.entry.lemma for sense in (*senses, *((around,) if around else ()))}
    strength = load_implications()[senses[0].entry.implication].strength if senses else 0.0
    return Support(
        float(bool(senses)),
        strength,
        float(around is not None),
        not lemmas.isdisjoint(load_desk_words()),
    )


def chances(row: Row, log_odds: Array, lowest: float) -> Mapping[int, float]:
    """Return the probability that each word of `row` is loaded, of those that reach `lowest`.

    `log_odds` are the model's, one for each word.
    """
    candidates = set((log_odds >= _needed(lowest)).nonzero()[0].tolist())
    if not load_desk_openings().isdisjoint(row.texts):
        known = supports(row)
        candidates.update(place for place, word in enumerate(known) if word.is_desk_word)
    if not candidates:
        return {}
    weights, expressions = _weights(), _expressions(row)
    found = {
        place: _chance(weights, float(log_odds[place]), _supported(row, place, expressions))
        for place in sorted(candidates)
    }
    return {place: chance for place, chance in found.items() if chance >= lowest}


@lru_cache
def _needed(lowest: float) -> float:
    """Return the log-odds without which no word reaches `lowest`, whatever the lexicon says."""
    weights = _weights()
    most = weights.entry + weights.strength + weights.expression
    asked = min(max(lowest, _CERTAIN), 1 - _CERTAIN)
    return (log(asked / (1 - asked)) - weights.intercept - most) / weights.log_odds


def _chance(weights: Judgement, log_odds: float, support: Support) -> float:
    total = (
        weights.log_odds * log_odds
        + weights.entry * support.entry
        + weights.strength * support.strength
        + weights.expression * support.expression
        + weights.intercept
    )
    chance = 1 / (1 + exp(-total))
    return max(chance, _DESK_CHANCE) if support.is_desk_word else chance


@cache
def _weights() -> Judgement:
    return model_files().loaded
