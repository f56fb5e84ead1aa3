"""Settles the part of speech of a word, where the tagger alone is often wrong."""

import re
from collections.abc import Sequence

from reader.lexicon.inflection import PartOfSpeech
from reader.lexicon.lookup import Sense
from reader.lexicon.patterns import Row

_BY_TAG = {
    "JJ": PartOfSpeech.ADJECTIVE,
    "RB": PartOfSpeech.ADVERB,
    "NN": PartOfSpeech.NOUN,
    "VB": PartOfSpeech.VERB,
}
_ADJECTIVE_ENDING = re.compile(r"(?:ous|ful|ish|less|able|ible|ical|esque|ian|ant|ive|ist|like)$")
_LY_WITHOUT_ADVERB = re.compile(
    r"(?:friend|ug|dead|cost|like|love|lone|ear|dai|ho|sil|bul|fami|ral|rep|al|fol|supp|cowar?d|ghast"
    r"|grue|unru|ju|mis|anoma|assemb|monopo|heaven|saint|world|dastard|disorder|elder|order|time)ly$"
)
_BE = ("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re")
_HAVE_AND_GET = ("have", "has", "had", "having", "'ve", "'d", "get", "gets", "got", "gotten")
_AUXILIARY = frozenset((*_BE, *_HAVE_AND_GET))


def part_of_speech(row: Row, index: int, senses: Sequence[Sense]) -> PartOfSpeech:
    """Return the part of speech of a word, of which the lexicon knows `senses`."""
    known = {sense.entry.part for sense in senses}
    part = _by_context(row, index, _BY_TAG.get(row.words[index].tag[:2]), known)
    if part is PartOfSpeech.ADJECTIVE and row.words[index].tag in {"VBN", "VBG"}:
        return part
    if len(known) == 1 and part not in known:
        return next(iter(known))
    return part or PartOfSpeech.NOUN


def _by_context(
    row: Row, index: int, part: PartOfSpeech | None, known: set[PartOfSpeech]
) -> PartOfSpeech | None:
    text, word = row.texts[index], row.words[index]
    if text.endswith("ly") and not known and not _LY_WITHOUT_ADVERB.search(text):
        return PartOfSpeech.ADJECTIVE if _opens_noun_phrase(row, index) else PartOfSpeech.ADVERB
    if word.tag in {"VBN", "VBG"} and _stands_before_noun(row, index):
        return PartOfSpeech.ADJECTIVE
    if (
        part is PartOfSpeech.NOUN
        and PartOfSpeech.NOUN not in known
        and _looks_adjective(row, index)
    ):
        return PartOfSpeech.ADJECTIVE
    if part is PartOfSpeech.NOUN and _acts(row, index, known):
        return PartOfSpeech.VERB
    if part is PartOfSpeech.VERB and _follows(row, index, "DT", "PRP$", "JJ", "POS"):
        return PartOfSpeech.NOUN if PartOfSpeech.NOUN in known else part
    return part


def _stands_before_noun(row: Row, index: int) -> bool:
    before = row.texts[index - 1] if index else ""
    after = row.words[index + 1].tag if index + 1 < len(row.words) else ""
    if before in _AUXILIARY or not after.startswith("NN"):
        return False
    return _follows(row, index, "DT", "PRP$", "JJ", "POS", "CD") or (
        row.words[index].tag == "VBN" and _follows(row, index, "IN", "VBD", "VBZ", "VBP")
    )


def _looks_adjective(row: Row, index: int) -> bool:
    after = row.words[index + 1].tag if index + 1 < len(row.words) else ""
    placed = after.startswith(("NN", "JJ")) or (index > 0 and row.texts[index - 1] in _AUXILIARY)
    return placed and bool(_ADJECTIVE_ENDING.search(row.texts[index]))


def _opens_noun_phrase(row: Row, index: int) -> bool:
    """Say whether a noun follows and what begins its phrase goes before: "the priestly robes"."""
    after = row.words[index + 1].tag if index + 1 < len(row.words) else ""
    return after.startswith("NN") and _follows(row, index, "DT", "IN", "PRP$", "POS")


def _acts(row: Row, index: int, known: set[PartOfSpeech]) -> bool:
    """Say whether what the tagger holds for a noun is a verb: "Reed claims", "the firm lies"."""
    if known and PartOfSpeech.VERB not in known:
        return False
    if _follows(row, index, "PRP", "MD") or not row.texts[index].endswith("s"):
        return _follows(row, index, "PRP", "MD")
    after = row.words[index + 1].tag if index + 1 < len(row.words) else ""
    return _follows(row, index, "NNP", "NNPS") or (
        _follows(row, index, "NN", "NNS", "RB") and after in {"DT", "PRP", "PRP$"}
    )


def _follows(row: Row, index: int, *tags: str) -> bool:
    return index > 0 and row.words[index - 1].tag in tags


def is_participle(row: Row, index: int) -> bool:
    """Say whether a verb form such as "criticised" is a participle here, not a past tense."""
    if row.words[index].tag in {"VBD", "VBN"} and index:
        before = row.texts[max(0, index - 3) : index]
        return any(text in _AUXILIARY for text in before) or (
            row.words[index].tag == "VBN"
            and not _follows(row, index, "PRP", "NN", "NNS", "NNP", "RB")
        )
    return False
