"""Cues: patterns of words that a data file says what to do with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.lexicon.inflection import Inflector
from reader.lexicon.patterns import Pattern, Row, compile_patterns
from reader.lexicon.tables import Table, fault, read_toml, texts_of

_UNLESS_REACH = 8


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of a cue file: what it marks, unless something else is there, and examples.

    `table` holds the entry as written, for what only one kind of file knows. In `marks` the marked
    words are in [brackets]; in the sentences of `leaves` the cue marks nothing.
    """

    file: str
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    marks: tuple[str, ...]
    leaves: tuple[str, ...]
    table: Table

    @property
    def name(self) -> str:
        """How errors and tests name the cue."""
        return f"{self.file}: {self.table['words'][0]}"

    def match(self, pattern: Pattern, row: Row, index: int) -> range | None:
        """Return the words that the cue marks where `pattern` has its anchor at `index`."""
        marked = pattern.match(row, index)
        if marked is None or any(self._hindered(row, marked)):
            return None
        return marked

    def _hindered(self, row: Row, marked: range) -> Iterator[bool]:
        around = range(
            max(0, marked.start - _UNLESS_REACH), min(len(row.texts), marked.stop + _UNLESS_REACH)
        )
        for pattern in self.unless:
            for index in around:
                if row.texts[index] in pattern.anchors:
                    found = pattern.match(row, index)
                    yield (
                        found is not None and found.start < marked.stop > marked.start < found.stop
                    )


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that marks these words of a row."""

    cue: Cue
    words: range


class CueIndex:
    """Finds all cues of several files in one pass over a sentence."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._by_anchor: dict[str, list[tuple[Cue, Pattern]]] = {}
        for cue in cues:
            for pattern in cue.patterns:
                for anchor in pattern.anchors:
                    self._by_anchor.setdefault(anchor, []).append((cue, pattern))
        self.anchors = frozenset(self._by_anchor)

    def hits(self, row: Row) -> Iterator[Hit]:
        """Yield what the cues mark in a sentence, in the order of their anchors."""
        for index, text in enumerate(row.texts):
            for cue, pattern in self._by_anchor.get(text, ()):
                if marked := cue.match(pattern, row, index):
                    yield Hit(cue, marked)


def read_cues(path: Path, inflector: Inflector, key: str = "cue") -> list[Cue]:
    """Return the cues of a file, its tables [[`key`]].

    Raises:
        ResourceError: an entry is incomplete or a pattern is wrong.
    """
    tables = read_toml(path).get(key)
    if not isinstance(tables, list) or not tables:
        raise fault(path, "the file", f"tables [[{key}]]")
    return [
        _cue(table, path, inflector, f"[[{key}]] {number}")
        for number, table in enumerate(tables, 1)
    ]


def _cue(table: Table, path: Path, inflector: Inflector, where: str) -> Cue:
    examples = {}
    for name in ("words", "marks", "leaves"):
        examples[name] = texts_of(table, name, path, where)
        if not examples[name]:
            raise fault(path, where, f"a list of texts called “{name}”, and not an empty one")
    where = f"{where} ({examples['words'][0]})"
    for example in examples["marks"]:
        if not 0 <= example.find("[") < example.find("]"):
            raise fault(path, where, f"[brackets] around what is marked in “{example}”")
    return Cue(
        path.name,
        _patterns(examples["words"], path, where, inflector),
        _patterns(texts_of(table, "unless", path, where), path, where, inflector),
        examples["marks"],
        examples["leaves"],
        table,
    )


def _patterns(
    texts: Iterable[str], path: Path, where: str, inflector: Inflector
) -> tuple[Pattern, ...]:
    try:
        return tuple(pattern for text in texts for pattern in compile_patterns(text, inflector))
    except ValueError as error:
        raise fault(path, where, f"patterns as patterns.py describes; {error}") from error
