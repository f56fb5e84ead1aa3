"""What resources/lexicon/attribution says about the words around names and sayings."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reader.lexicon.inflection import PartOfSpeech, load_inflector
from reader.lexicon.tables import Table, fault, read_toml, text_of, texts_of
from reader.resources import resource

FOLDER = "lexicon/attribution"


class Gender(StrEnum):
    """Which pronoun an article uses for a person."""

    MALE = "he"
    FEMALE = "she"


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


@dataclass(frozen=True, slots=True)
class People:
    """The word lists of lexicon/attribution/people.toml and first_names.toml, in lower case."""

    address: Mapping[str, Gender]
    titles: frozenset[str]
    affiliations: frozenset[str]
    organisations: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    organisation_nouns: frozenset[str]
    person_nouns: frozenset[str]
    not_names: frozenset[str]
    works: frozenset[str]
    naming_verbs: frozenset[str]
    first_names: Mapping[str, Gender]


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


@cache
def load_people() -> People:
    """Return the word lists about people.

    Raises:
        ResourceError: a file is wrong.
    """
    path = resource(f"{FOLDER}/people.toml")
    table = read_toml(path)
    lists = {key: texts_of(table, key, path, key) for key in table if key != "example"}
    address = dict.fromkeys(lists.pop("male_titles", ()), Gender.MALE)
    address |= dict.fromkeys(lists.pop("female_titles", ()), Gender.FEMALE)
    try:
        words = {key: frozenset(value) for key, value in lists.items()}
        return People(address=address, first_names=_first_names(), **words)
    except TypeError as error:
        raise fault(path, "the file", f"exactly the lists that its head names ({error})") from error


def _first_names() -> Mapping[str, Gender]:
    path = resource(f"{FOLDER}/first_names.toml")
    table = read_toml(path)
    male = text_of(table, "male", path, "male").split()
    female = text_of(table, "female", path, "female").split()
    if both := set(male) & set(female):
        raise fault(path, ", ".join(sorted(both)), "a name in one of the two lists only")
    return dict.fromkeys(male, Gender.MALE) | dict.fromkeys(female, Gender.FEMALE)
