"""How likely a word is loaded: the model's reading in context, and what the lexicon says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log

import numpy as np

from reader.analysis.encoder.model_files import Judgement, model_files
from reader.analysis.reading import Array
from reader.lexicon.implications import load_implications
from reader.lexicon.lookup import load_lexicon
from reader.lexicon.patterns import Row

_LONGEST_EXPRESSION = 6


@dataclass(frozen=True, slots=True)
class Support:
    """What the lexicon says of a word, whatever stands around it.

    `entry` is 1 where the word has an entry, `strength` how often words of that kind are loaded,
    `expression` is 1 where it is part of an expression that has one.
    """

    entry: float = 0.0
    strength: float = 0.0
    expression: float = 0.0


_NONE = Support()


def supports(row: Row) -> list[Support]:
    """Return what the lexicon says of each word of `row`."""
    lexicon, kinds = load_lexicon(), load_implications()
    inside: set[int] = set()
    for place, text in enumerate(row.texts):
        if text in lexicon.first_words:
            found = lexicon.expression(row.texts[place : place + _LONGEST_EXPRESSION])
            if found:
                inside.update(range(place, place + found[0]))
    return [
        _support(kinds[senses[0].entry.implication].strength, place in inside)
        if (senses := lexicon.senses(text))
        else (Support(expression=1.0) if place in inside else _NONE)
        for place, text in enumerate(row.texts)
    ]


def _support(strength: float, in_expression: bool) -> Support:
    return Support(1.0, strength, float(in_expression))


def chances(row: Row, log_odds: Array, lowest: float) -> Mapping[int, float]:
    """Return the probability that each word of `row` is loaded, of those that reach `lowest`.

    `log_odds` are the model's, one for each word.
    """
    weights = _weights()
    most = weights.entry + weights.strength + weights.expression
    needed = (log(lowest / (1 - lowest)) - weights.intercept - most) / weights.log_odds
    candidates = np.flatnonzero(log_odds >= needed)
    if not len(candidates):
        return {}
    known = supports(row)
    found = {
        int(place): _chance(weights, float(log_odds[place]), known[place]) for place in candidates
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
    return 1 / (1 + exp(-total))


@cache
def _weights() -> Judgement:
    return model_files().loaded
