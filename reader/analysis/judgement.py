"""How likely a word is loaded: the model's reading in context, and what the lexicon says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

import numpy as np

from reader.analysis.encoder.model_files import Judgement, model_files
from reader.analysis.reading import Array
from reader.lexicon.desk_words import load_desk_words
from reader.lexicon.implications import load_implications
from reader.lexicon.lookup import Sense, load_lexicon
from reader.lexicon.patterns import Row

_LONGEST_EXPRESSION = 6
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
    lexicon = load_lexicon()
    expressions: dict[int, Sense] = {}
    for place, text in enumerate(row.texts):
        if text in lexicon.first_words:
            found = lexicon.expression(row.texts[place : place + _LONGEST_EXPRESSION])
            if found:
                expressions |= dict.fromkeys(range(place, place + found[0]), found[1])
    return [
        _support(senses, expressions.get(place))
        if (senses := lexicon.senses(text)) or place in expressions
        else _NONE
        for place, text in enumerate(row.texts)
    ]


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
    weights = _weights()
    known = supports(row)
    most = weights.entry + weights.strength + weights.expression
    asked = min(max(lowest, _CERTAIN), 1 - _CERTAIN)
    needed = (log(asked / (1 - asked)) - weights.intercept - most) / weights.log_odds
    candidates = {int(place) for place in np.flatnonzero(log_odds >= needed)}
    candidates.update(place for place, word in enumerate(known) if word.is_desk_word)
    found = {
        place: _chance(weights, float(log_odds[place]), known[place])
        for place in sorted(candidates)
    }
    return {place: chance for place, chance in found.items() if chance >= lowest}


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
