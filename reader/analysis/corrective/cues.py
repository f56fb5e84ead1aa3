"""Looks up the words and phrases of resources/lexicon/corrections/cues.toml in a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from reader.lexicon.tables import Table, fault, read_toml, text_of, texts_of
from reader.resources import resource

FILE = "lexicon/corrections/cues.toml"
_GAP = "~"
_LONGEST_GAP = 2
# what may stand before the first word of a sentence that opens with a cue
_OPENERS = frozenset("\"'“‘(*[—-–•")


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry of the file: phrases that count for one name and group."""

    name: str
    group: str
    phrases: tuple[str, ...]
    start: bool
    before: frozenset[str]
    after: frozenset[str]
    marks: tuple[str, ...]
    leaves: tuple[str, ...]


class Hit(NamedTuple):
    """A phrase found: words `first` to `last` (exclusive), counted from the sentence's first."""

    name: str
    group: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    cue: Cue
    # what follows the first word: sets of words, None for a gap
    tail: tuple[frozenset[str] | None, ...]

    @property
    def second(self) -> frozenset[str] | None:
        """The words that may come second, None for any or for none."""
        return self.tail[0] if self.tail else None


class _Beginnings:
    """The patterns that begin with one word, by the word after it: most fail at that one."""

    def __init__(self, patterns: Sequence[_Pattern]) -> None:
        seconds = {word for pattern in patterns for word in pattern.second or ()}
        self._by_second = {
            second: [one for one in patterns if one.second is None or second in one.second]
            for second in seconds
        }
        self._whatever = [one for one in patterns if one.second is None]

    def before(self, following: str) -> Sequence[_Pattern]:
        """Return the patterns that may go on with `following`."""
        return self._by_second.get(following, self._whatever)


class Cues:
    """All entries, indexed by the first word of their phrases."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.groups = tuple(dict.fromkeys(cue.group for cue in cues))
        patterns: dict[str, list[_Pattern]] = {}
        for cue, phrase in ((entry, phrase) for entry in cues for phrase in entry.phrases):
            first, *tail = phrase.split(" ")
            pattern = _Pattern(cue, tuple(map(_alternatives, tail)))
            for word in first.split("|"):
                patterns.setdefault(word, []).append(pattern)
        self._beginnings = {word: _Beginnings(found) for word, found in patterns.items()}

    def hits(self, words: Sequence[str]) -> Iterator[Hit]:
        """Yield what is found in `words`, which are lower case with straight apostrophes."""
        for first, (word, following) in enumerate(zip_longest(words, words[1:], fillvalue="")):
            if word in self._beginnings:
                for pattern in self._beginnings[word].before(following):
                    last = _end(pattern, words, first)
                    if last:
                        yield Hit(pattern.cue.name, pattern.cue.group, first, last)


def _alternatives(token: str) -> frozenset[str] | None:
    return None if token == _GAP else frozenset(token.split("|"))


def _end(pattern: _Pattern, words: Sequence[str], first: int) -> int:
    """Return where the phrase that begins at `first` ends, 0 where there is none."""
    cue = pattern.cue
    if cue.start and not _OPENERS.issuperset(words[:first]):
        return 0
    if cue.after and first and words[first - 1] in cue.after:
        return 0
    last = _tail_end(pattern.tail, words, first + 1)
    return 0 if last and last < len(words) and words[last] in cue.before else last


def _tail_end(tail: Sequence[frozenset[str] | None], words: Sequence[str], position: int) -> int:
    if not tail:
        return position
    expected, *rest = tail
    if expected is None:
        places = range(position, position + _LONGEST_GAP + 1)
        return next((end for at in places if (end := _tail_end(rest, words, at))), 0)
    if position < len(words) and words[position] in expected:
        return _tail_end(rest, words, position + 1)
    return 0


@cache
def load_cues() -> Cues:
    """Return the cues of the data file, read once."""
    return Cues(read_cues(resource(FILE)))


def read_cues(path: Path) -> list[Cue]:
    """Return the entries of a file of cues.

    Raises:
        ResourceError: an entry is not as the head of the file says.
    """
    tables = read_toml(path).get("cue")
    if not isinstance(tables, list):
        raise fault(path, "the file", "tables called [[cue]]")
    return [_cue(table, path, f"cue {number}") for number, table in enumerate(tables, 1)]


def _cue(table: Table, path: Path, entry: str) -> Cue:
    name = text_of(table, "name", path, entry)
    lists = {
        key: texts_of(table, key, path, f"{entry} ({name})")
        for key in ("phrases", "before", "after", "marks", "leaves")
    }
    for key in ("phrases", "marks", "leaves"):
        if not lists[key]:
            raise fault(path, f"{entry} ({name})", f"at least one text in “{key}”")
    return Cue(
        name,
        text_of(table, "group", path, entry),
        lists["phrases"],
        table.get("start") is True,
        frozenset(lists["before"]),
        frozenset(lists["after"]),
        lists["marks"],
        lists["leaves"],
    )
