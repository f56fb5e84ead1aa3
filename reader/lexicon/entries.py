"""The entries of lexicon/alternatives: loaded words and what to say instead."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.lexicon.implications import load_implications
from reader.lexicon.inflection import PartOfSpeech
from reader.lexicon.tables import fault, read_tsv
from reader.model.results import LEAVE_OUT
from reader.resources import resource

COLUMNS = ("lemma", "pos", "implication", "alternatives", "note")
_OMISSION = "-"


@dataclass(frozen=True, slots=True)
class Entry:
    """A loaded word or expression in base form; so are its alternatives, but for `LEAVE_OUT`."""

    lemma: str
    part: PartOfSpeech
    implication: str
    alternatives: tuple[str, ...]
    note: str = ""


def load_entries() -> list[Entry]:
    """Return all entries, in the order of the files.

    Raises:
        ResourceError: a file is wrong.
    """
    kinds = load_implications()
    folder = resource("lexicon/alternatives")
    return [entry for path in sorted(folder.glob("*.tsv")) for entry in read_entries(path, kinds)]


def read_entries(path: Path, kinds: Collection[str]) -> Iterator[Entry]:
    """Yield the entries of one file, whose implications must be among `kinds`.

    Raises:
        ResourceError: a row has the wrong form, is out of order or there twice.
    """
    before = ("", "")
    for number, (lemma, part, kind, alternatives, note) in read_tsv(path, COLUMNS, 4):
        where = f"line {number} ({lemma})"
        if part not in set(PartOfSpeech):
            raise fault(path, where, "adjective, adverb, noun or verb as pos")
        if kind not in kinds:
            raise fault(path, where, f"one of {', '.join(sorted(kinds))} as implication")
        if (lemma, part) <= before:
            raise fault(path, where, f"entries in order and once each; it follows “{before[0]}”")
        before = (lemma, part)
        yield Entry(lemma, PartOfSpeech(part), kind, _alternatives(alternatives, path, where), note)


def _alternatives(field: str, path: Path, where: str) -> tuple[str, ...]:
    words = field.split("|")
    if len(set(words)) < len(words) or not all(word and word == word.strip() for word in words):
        raise fault(path, where, "different alternatives, separated by | alone")
    return tuple(LEAVE_OUT if word == _OMISSION else word for word in words)
