"""The word lists of resources/lexicon/attribution: titles and the like, and small grammar words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reader.analysis.attribution.vocabulary import FOLDER
from reader.lexicon.tables import fault, read_toml, text_of, texts_of
from reader.resources import resource


class Gender(StrEnum):
    """Which pronoun an article uses for a person."""

    MALE = "he"
    FEMALE = "she"


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
    first_names: Mapping[str, Gender]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists of grammar.toml, which says what each is."""

    openers: frozenset[str]
    core_ends: frozenset[str]
    prepositions: frozenset[str]
    after_head: frozenset[str]
    office_words: frozenset[str]
    determiners: frozenset[str]
    empty: frozenset[str]
    unnamed: frozenset[str]
    clause_boundaries: frozenset[str]
    auxiliaries: frozenset[str]
    relatives: frozenset[str]
    subject_pronouns: frozenset[str]
    group_pronouns: frozenset[str]
    nobody: frozenset[str]
    clause_openers: frozenset[str]
    reporting_openers: frozenset[str]
    no_verb_after: frozenset[str]
    conjunctions: frozenset[str]
    contrasts: frozenset[str]
    days: frozenset[str]


@cache
def load_people() -> People:
    """Return the word lists about people.

    Raises:
        ResourceError: a file is wrong.
    """
    path = resource(f"{FOLDER}/people.toml")
    lists = _lists(path)
    address = dict.fromkeys(lists.pop("male_titles", ()), Gender.MALE)
    address |= dict.fromkeys(lists.pop("female_titles", ()), Gender.FEMALE)
    try:
        return People(address=address, first_names=_first_names(), **lists)
    except TypeError as error:
        raise fault(path, "the file", f"exactly the lists that its head names ({error})") from error


@cache
def load_grammar() -> Grammar:
    """Return the small words of grammar.

    Raises:
        ResourceError: the file is wrong.
    """
    path = resource(f"{FOLDER}/grammar.toml")
    try:
        return Grammar(**_lists(path))
    except TypeError as error:
        raise fault(path, "the file", f"exactly the lists that its head names ({error})") from error


def _lists(path: Path) -> dict[str, frozenset[str]]:
    table = read_toml(path)
    return {key: frozenset(texts_of(table, key, path, key)) for key in table if key != "example"}


def _first_names() -> Mapping[str, Gender]:
    path = resource(f"{FOLDER}/first_names.toml")
    table = read_toml(path)
    male = text_of(table, "male", path, "male").split()
    female = text_of(table, "female", path, "female").split()
    if both := set(male) & set(female):
        raise fault(path, ", ".join(sorted(both)), "a name in one of the two lists only")
    return dict.fromkeys(male, Gender.MALE) | dict.fromkeys(female, Gender.FEMALE)
