"""The words that attribute, as resources/lexicon/attribution/cues.toml has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reader.lexicon.inflection import PartOfSpeech, load_inflector
from reader.lexicon.tables import Table, fault, read_toml, text_of, texts_of
from reader.resources import resource

FOLDER = "lexicon/attribution"


class Takes(StrEnum):
    """Where what a verb attributes stands."""

    CLAUSE = "clause"
    LISTENER = "listener"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class CueGroup:
    """A group of lexicon/attribution/cues.toml."""

    name: str
    verbs: tuple[str, ...]
    phrases: tuple[str, ...]
    takes: Takes
    marks: tuple[str, ...]
    leaves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue: the words after its first, and what it takes."""

    rest: tuple[str, ...]
    takes: Takes
    is_phrase: bool


def read_cue_groups(path: Path) -> list[CueGroup]:
    """Return the groups of a file of cues.

    Raises:
        ResourceError: an entry is wrong.
    """
    return [_group(path, table) for table in read_toml(path).get("cue", [])]


def _group(path: Path, table: Table) -> CueGroup:
    name = text_of(table, "group", path, "a cue without a group")
    takes = text_of(table, "content", path, name)
    if takes not in set(Takes):
        raise fault(path, name, "clause, listener or object as content")
    group = CueGroup(
        name,
        texts_of(table, "verbs", path, name),
        texts_of(table, "phrases", path, name),
        Takes(takes),
        texts_of(table, "marks", path, name),
        texts_of(table, "leaves", path, name),
    )
    if not group.verbs + group.phrases or not group.marks or not group.leaves:
        raise fault(path, name, "verbs or phrases, and examples in marks and leaves")
    return group


@cache
def load_cues() -> Mapping[str, tuple[Cue, ...]]:
    """Return the cues by the first word of each form, the longest first.

    Raises:
        ResourceError: the file is wrong.
    """
    found: dict[str, dict[tuple[str, ...], Cue]] = {}
    for group in read_cue_groups(resource(f"{FOLDER}/cues.toml")):
        for form, is_phrase in _forms(group):
            first, *rest = form.split()
            found.setdefault(first, {}).setdefault(
                tuple(rest), Cue(tuple(rest), group.takes, is_phrase)
            )
    return {
        first: tuple(sorted(cues.values(), key=lambda cue: -len(cue.rest)))
        for first, cues in found.items()
    }


def _forms(group: CueGroup) -> list[tuple[str, bool]]:
    inflector = load_inflector()
    forms = [
        (form, False)
        for verb in group.verbs
        for form in dict.fromkeys(inflector.forms(verb, PartOfSpeech.VERB).values())
    ]
    return forms + [(phrase, True) for phrase in group.phrases]
