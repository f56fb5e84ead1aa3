"""Says of a loaded word what it implies, and what could stand in its place."""

from functools import cache

from reader.analysis.loaded import Loaded
from reader.analysis.parts_of_speech import is_participle
from reader.lexicon.implications import GENERAL, Implication, load_implications
from reader.lexicon.inflection import PartOfSpeech, load_inflector
from reader.lexicon.patterns import Row
from reader.lexicon.replacing import LEAVE_OUT, article_before, article_for
from reader.lexicon.shares import load_shares

_UNKNOWN_TARGET = {
    PartOfSpeech.ADJECTIVE: "what it describes",
    PartOfSpeech.ADVERB: "the rest",
    PartOfSpeech.NOUN: "what it names",
    PartOfSpeech.VERB: "what was done",
}
_FARTHEST_TARGET = 5


@cache
def _implications() -> dict[str, Implication]:
    return load_implications()


def explanation(row: Row, found: Loaded, text: str) -> str:
    """Return what `text`, the loaded word, implies, and how often people marked it."""
    entry = found.sense.entry if found.sense else None
    if entry and entry.note:
        reason = entry.note
    else:
        kind = _implications()[entry.implication if entry else GENERAL]
        reason = kind.explain(found.part, text, target(row, found))
    share = load_shares().sentence(entry.lemma if entry else row.texts[found.head])
    return f"{reason} {share}" if share else reason


def target(row: Row, found: Loaded) -> str:
    """Return what the word describes: an adjective's noun, or the word that an adverb modifies."""
    match found.part:
        case PartOfSpeech.ADJECTIVE:
            return _noun_after(row, found.words.stop) or _UNKNOWN_TARGET[found.part]
        case PartOfSpeech.ADVERB:
            return _modified(row, found) or _UNKNOWN_TARGET[found.part]
        case part:
            return _UNKNOWN_TARGET[part]


def _noun_after(row: Row, start: int) -> str:
    end = start
    for index in range(start, min(start + _FARTHEST_TARGET, len(row.words))):
        tag = row.words[index].tag
        if tag.startswith("NN"):
            end = index + 1
        elif not tag.startswith(("JJ", "VBG", "VBN")) or end > start:
            break
    words = row.words[start:end]
    if not words:
        return ""
    name = " ".join(word.text for word in words)
    return name if words[-1].text[0].isupper() else f"the {name}"


def _modified(row: Row, found: Loaded) -> str:
    for index in (found.words.stop, found.words.start - 1):
        if 0 <= index < len(row.words) and row.words[index].tag[:2] in {"VB", "JJ", "RB"}:
            return row.words[index].text
    return ""


def alternatives(row: Row, found: Loaded, text: str, start: int) -> tuple[str, ...]:
    """Return what could be said instead, in the form of the word at `start` of `text`."""
    entry = found.sense.entry if found.sense else None
    offered = entry.alternatives if entry else (LEAVE_OUT,)
    if not _can_be_left_out(row, found):
        offered = tuple(word for word in offered if word != LEAVE_OUT)
    tag = _form(row, found)
    inflector = load_inflector()
    words = tuple(w if w == LEAVE_OUT else inflector.inflect(w, tag) for w in offered)
    return _with_article(words, article_before(text, start))


def _can_be_left_out(row: Row, found: Loaded) -> bool:
    if found.part is PartOfSpeech.ADVERB:
        return True
    return found.part is PartOfSpeech.ADJECTIVE and bool(_noun_after(row, found.words.stop))


def _form(row: Row, found: Loaded) -> str:
    tag = found.sense.tag if found.sense else ""
    if tag in {"VBD", "VBN"}:
        return "VBN" if is_participle(row, found.head) else "VBD"
    return tag


def _with_article(words: tuple[str, ...], article: str | None) -> tuple[str, ...]:
    """Keep the words that go with the article before them, or all if none does."""
    fitting = tuple(w for w in words if not article or w == LEAVE_OUT or article_for(w) == article)
    return fitting if fitting and fitting != (LEAVE_OUT,) else words
