"""Finds the words that are loaded elsewhere and plain here: names, titles, terms, negation."""

from collections.abc import Iterable, Iterator
from functools import cache

from reader.lexicon.cues import CueIndex, read_cues
from reader.lexicon.inflection import load_inflector
from reader.lexicon.lookup import load_lexicon
from reader.lexicon.patterns import Row
from reader.lexicon.tables import number_of
from reader.resources import resource

# Of a capitalised word inside a sentence, of one before another, and of words in the title of a
# work: nearly always plain.
_NAME_FACTOR = 0.1
_FULL_NAME_FACTOR = 0.03
_TITLE_FACTOR = 0.1
_LONGEST_TITLE = 8
# labels that are written with a capital without being names: "a Marxist", "the Nazi claim"
_CAPITALISED_LABELS = "labels-politics"


class Exclusions:
    """What exclusions.toml says, and the rules for names and titles."""

    def __init__(self) -> None:
        path = resource("lexicon/exclusions.toml")
        self.cues = tuple(read_cues(path, load_inflector(), "exclusion"))
        self._index = CueIndex(self.cues)
        self._factors = {
            id(cue): number_of(cue.table, "factor", path, cue.name) for cue in self.cues
        }

    def factors(self, row: Row) -> dict[int, float]:
        """Return, by word, what the odds that it is loaded are multiplied by, where not by 1."""
        factors: dict[int, float] = {}
        for hit in self._index.hits(row):
            _lower(factors, hit.words, self._factors[id(hit.cue)])
        if not _is_headline(row):
            names = list(_names(row))
            _lower(factors, names, _NAME_FACTOR)
            _lower(factors, (word for word in names if _goes_on(row, word)), _FULL_NAME_FACTOR)
            _lower(factors, _titles(row), _TITLE_FACTOR)
        return factors


@cache
def load_exclusions() -> Exclusions:
    """Return the exclusions.

    Raises:
        ResourceError: exclusions.toml is wrong.
    """
    return Exclusions()


def with_odds(probability: float, factor: float) -> float:
    """Return `probability` after its odds are multiplied by `factor`."""
    return factor * probability / (1 - probability + factor * probability)


def _lower(factors: dict[int, float], words: Iterable[int], factor: float) -> None:
    for word in words:
        factors[word] = min(factor, factors.get(word, 1.0))


def _is_headline(row: Row) -> bool:
    """Say whether most longer words are capitalised, so that a capital does not show a name.

    What ends with a full stop is a sentence, however many names it has.
    """
    if row.texts[-1] == ".":
        return False
    longer = [word.text for word in row.words if len(word.text) > 3 and word.text[0].isalpha()]
    return 2 * sum(text[0].isupper() for text in longer) > len(longer) > 3


def _names(row: Row) -> Iterator[int]:
    for index in range(1, len(row.words)):
        if (
            _is_capitalised(row, index)
            and not _is_opening(row, index)
            and _is_ordinary(row.texts[index])
        ):
            yield index


def _is_opening(row: Row, index: int) -> bool:
    """Say whether the word begins a sentence or a quotation, where a capital shows nothing."""
    return row.texts[index - 1] in {'"', "'", ":", ".", "?", "!", "-", "–", "—", "("}


def _goes_on(row: Row, index: int) -> bool:
    """Say whether another capitalised word follows: "Dirty Projectors"."""
    return index + 1 < len(row.words) and _is_capitalised(row, index + 1)


def _is_capitalised(row: Row, index: int) -> bool:
    text = row.words[index].text
    return text[0].isupper() and (len(text) == 1 or not text.isupper())


def _is_ordinary(text: str) -> bool:
    senses = load_lexicon().senses(text)
    return bool(senses) and all(sense.entry.implication != _CAPITALISED_LABELS for sense in senses)


def _titles(row: Row) -> Iterator[int]:
    """Yield the words of stretches in quotation marks of which all longer words are capitalised."""
    opened = None
    for index, text in enumerate(row.texts):
        if text in {'"', "'"}:
            if opened is not None and _is_title(row, inside := range(opened + 1, index)):
                yield from inside
                opened = None
            else:
                opened = index


def _is_title(row: Row, words: range) -> bool:
    longer = [index for index in words if len(row.texts[index]) > 3]
    return (
        1 < len(words) <= _LONGEST_TITLE
        and bool(longer)
        and all(_is_capitalised(row, index) for index in (words.start, words.stop - 1, *longer))
    )
