"""The kinds of implication that loaded words have, and how each explains a word."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reader.lexicon.inflection import PartOfSpeech
from reader.lexicon.tables import Table, fault, number_of, read_toml, text_of
from reader.resources import resource

GENERAL = "general"
_OTHER = "other"
_SENTENCES = {*PartOfSpeech, _OTHER}


@dataclass(frozen=True, slots=True)
class Implication:
    """What words of one kind imply that the facts do not say.

    `strength` says how often such words are loaded, 0 to 1; `sentences` are the explanations by
    part of speech, with {word} and {target} to be filled in.
    """

    name: str
    strength: float
    sentences: Mapping[str, str]

    def explain(self, part: PartOfSpeech, word: str, target: str) -> str:
        """Return the explanation of `word`, which describes `target`."""
        sentence = self.sentences.get(part) or self.sentences[_OTHER]
        return sentence.format(word=word, target=target)


@cache
def load_implications() -> dict[str, Implication]:
    """Return the kinds of implication by name.

    Raises:
        ResourceError: the file is wrong.
    """
    path = resource("lexicon/implications.toml")
    return {name: _implication(name, table) for name, table in read_toml(path).items()}


def _implication(name: str, table: Table) -> Implication:
    path = resource("lexicon/implications.toml")
    text_of(table, "meaning", path, name)
    text_of(table, _OTHER, path, name)
    sentences = {key: text_of(table, key, path, name) for key in _SENTENCES if key in table}
    for key, sentence in sentences.items():
        try:
            sentence.format(word="", target="")
        except (KeyError, IndexError, ValueError) as error:
            raise fault(path, f"{name}, {key}", "no braces but {word} and {target}") from error
    return Implication(name, number_of(table, "strength", path, name), sentences)
