"""Finds the entry for a word as it stands in a text."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.lexicon.entries import Entry, load_entries
from reader.lexicon.inflection import Inflector, PartOfSpeech, load_inflector
from reader.model.results import LEAVE_OUT

# the two spellings of English, as endings and stems of words
_SPELLINGS = (
    ("is", "iz", ("ise", "ises", "ised", "ising", "isation", "isations")),
    ("ys", "yz", ("yse", "yses", "ysed", "ysing")),
)


@dataclass(frozen=True, slots=True)
class Sense:
    """An entry and the form, as a Penn Treebank tag, in which a text has it."""

    entry: Entry
    tag: str


class Lexicon:
    """Looks up loaded words and expressions in any of their forms and in both spellings.

    `first_words` are the words, in lower case, with which an expression of several words can begin.
    """

    def __init__(self, entries: Iterable[Entry], inflector: Inflector) -> None:
        self._senses: dict[str, list[Sense]] = {}
        self._expressions: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
        for entry in entries:
            for tag, form in inflector.forms(entry.lemma, entry.part).items():
                for spelling in _spellings(form):
                    self._add(spelling, Sense(entry, tag))
        for senses in self._expressions.values():
            senses.sort(key=lambda item: -len(item[0]))
        self.first_words = frozenset(self._expressions)

    def _add(self, form: str, sense: Sense) -> None:
        words = tuple(form.split(" "))
        if len(words) == 1:
            self._senses.setdefault(form, []).append(sense)
        else:
            self._expressions.setdefault(words[0], []).append((words, sense))

    def senses(self, word: str) -> Sequence[Sense]:
        """Return the senses of a word in lower case; an adverb in -ly has its adjective's."""
        senses = self._senses.get(word)
        if senses is None and word.endswith("ly"):
            adverbs = (self._adverbs(adjective) for adjective in _adjectives(word))
            senses = self._senses[word] = [sense for found in adverbs for sense in found]
        return senses or ()

    def openings(self, lemmas: Collection[str]) -> frozenset[str]:
        """Return the words with which the forms of `lemmas` begin, and some that end in -ly."""
        words = {
            form
            for form, senses in self._senses.items()
            if any(sense.entry.lemma in lemmas for sense in senses)
        }
        first = {
            form
            for form, expressions in self._expressions.items()
            if any(sense.entry.lemma in lemmas for _, sense in expressions)
        }
        return frozenset((*words, *first, *(adverb for word in words for adverb in _adverbs(word))))

    def _adverbs(self, adjective: str) -> list[Sense]:
        return [
            Sense(replace(sense.entry, part=PartOfSpeech.ADVERB, alternatives=(LEAVE_OUT,)), "RB")
            for sense in self._senses.get(adjective, ())
            if sense.entry.part is PartOfSpeech.ADJECTIVE and sense.tag == "JJ"
        ]

    def expression(self, words: Sequence[str]) -> tuple[int, Sense] | None:
        """Return the length and the sense of the longest expression that `words` begin with."""
        for expression, sense in self._expressions.get(words[0], ()):
            if tuple(words[: len(expression)]) == expression:
                return len(expression), sense
        return None


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon of resources/lexicon/alternatives.

    Raises:
        ResourceError: a file is wrong.
    """
    return Lexicon(load_entries(), load_inflector())


def _spellings(form: str) -> Iterator[str]:
    yield form
    for british, american, endings in _SPELLINGS:
        for ending in endings:
            if form.endswith(ending) and len(form) > len(ending) + 3:
                yield form.removesuffix(ending) + ending.replace(british, american, 1)
    if "our" in form:
        yield form.replace("our", "or")


def _adverbs(word: str) -> Iterator[str]:
    """Yield what would be the adverbs if `word` were an adjective, as `_adjectives` reads them."""
    yield from (word + "ly", word + "ally", word[:-1] + "ily", word[:-1] + "ly", word[:-2] + "ly")


def _adjectives(word: str) -> Iterator[str]:
    """Yield the adjectives that `word` can be formed from: dramatic, cynical, laughable, angry."""
    stem = word.removesuffix("ly")
    yield from (stem, stem.removesuffix("al"), stem.removesuffix("i") + "y", stem + "le")
