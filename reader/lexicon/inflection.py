"""Puts an English word into the form that a Penn Treebank tag names."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from reader.lexicon.tables import fault, read_tsv
from reader.resources import resource


class PartOfSpeech(StrEnum):
    """The four parts of speech that loaded words have."""

    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    NOUN = "noun"
    VERB = "verb"


_TAGS = {
    PartOfSpeech.ADJECTIVE: ("JJ", "JJR", "JJS"),
    PartOfSpeech.ADVERB: ("RB", "RBR", "RBS"),
    PartOfSpeech.NOUN: ("NN", "NNS"),
    PartOfSpeech.VERB: ("VB", "VBZ", "VBD", "VBN", "VBG"),
}
_IRREGULAR = {
    PartOfSpeech.ADJECTIVE: ("JJR", "JJS"),
    PartOfSpeech.ADVERB: ("RBR", "RBS"),
    PartOfSpeech.NOUN: ("NNS",),
    PartOfSpeech.VERB: ("VBD", "VBN"),
}
_SHORT = re.compile(r"(?:qu|[^aeiou])*[aeiouy][^aeiouywx]")
_ONE_SYLLABLE = re.compile(r"(?:qu|[^aeiouy])*[aeiouy]{1,2}(?:[^aeiouy]+e?|w)?")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_NOUN_TAIL = re.compile(
    r" (?:of|for|in|on|to|with|without|against|at|by|from|who|that|about|under)\b"
)


class Inflector:
    """Inflects words and expressions, given the irregular forms by (word, tag)."""

    def __init__(self, irregular: Mapping[tuple[str, str], str]) -> None:
        self._irregular = irregular

    def forms(self, phrase: str, part: PartOfSpeech) -> dict[str, str]:
        """Return the forms of `phrase` by tag; comparatives only where they are single words."""
        forms = {tag: self.inflect(phrase, tag) for tag in _TAGS[part]}
        return {
            tag: form
            for tag, form in forms.items()
            if form == phrase or not form.startswith(("more ", "most "))
        }

    def inflect(self, phrase: str, tag: str) -> str:
        """Return `phrase`, given in base form, in the form of `tag`; unknown tags change nothing.

        The head of a verb phrase is its first word ("lash out"), that of a noun phrase the last
        before a preposition ("member of the group").
        """
        if tag.startswith("VB"):
            head, space, rest = phrase.partition(" ")
            return self._verb(head, tag) + space + rest
        if tag in {"NNS", "NNPS"}:
            tail = _NOUN_TAIL.search(phrase)
            end = tail.start() if tail else len(phrase)
            start = phrase.rfind(" ", 0, end) + 1
            return phrase[:start] + self._plural(phrase[start:end]) + phrase[end:]
        if tag in {"JJR", "RBR", "JJS", "RBS"}:
            return self._compared(phrase, tag)
        return phrase

    def _verb(self, word: str, tag: str) -> str:
        if irregular := self._irregular.get((word, tag)):
            return irregular
        match tag:
            case "VBZ":
                return _with_s(word)
            case "VBD" | "VBN":
                return _with_ed(word)
            case "VBG":
                return self._gerund(word)
            case _:
                return word

    def _gerund(self, word: str) -> str:
        past = self._irregular.get((word, "VBD"), "")
        if past.startswith(word) and past.endswith("ed") and len(past) == len(word) + 3:
            return past[:-2] + "ing"
        if word.endswith("ie"):
            return word[:-2] + "ying"
        if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
            return word[:-1] + "ing"
        return _doubled(word) + "ing"

    def _plural(self, word: str) -> str:
        return self._irregular.get((word, "NNS")) or _with_s(word)

    def _compared(self, phrase: str, tag: str) -> str:
        if irregular := self._irregular.get((phrase, tag)):
            return irregular
        ending, adverb = ("er", "more ") if tag.endswith("R") else ("est", "most ")
        if tag.startswith("J") and len(phrase) > 3 and re.search(r"[^aeiou]y$", phrase):
            return phrase[:-1] + "i" + ending
        if tag.startswith("J") and _ONE_SYLLABLE.fullmatch(phrase) and not phrase.endswith("ed"):
            return _doubled(phrase).removesuffix("e") + ending
        return adverb + phrase


def _with_s(word: str) -> str:
    if _SIBILANT.search(word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"[^aeiou]o$", word) else "s")


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _doubled(word: str) -> str:
    return word + word[-1] if _SHORT.fullmatch(word) else word


@cache
def load_inflector() -> Inflector:
    """Return the inflector with the irregular forms of lexicon/irregular.tsv.

    Raises:
        ResourceError: the file is wrong.
    """
    path = resource("lexicon/irregular.tsv")
    irregular: dict[tuple[str, str], str] = {}
    for number, (lemma, part, *forms) in read_tsv(path, ("lemma", "pos", "first", "second"), 3):
        if part not in set(PartOfSpeech):
            raise fault(path, f"line {number}", "adjective, adverb, noun or verb as pos")
        for tag, form in zip(_IRREGULAR[PartOfSpeech(part)], forms, strict=False):
            irregular[lemma, tag] = form or forms[0]
    return Inflector(irregular | {("be", "VBZ"): "is", ("have", "VBZ"): "has"})
