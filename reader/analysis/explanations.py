"""Says of a loaded word what it implies, and what could stand in its place."""

from functools import cache

from reader.analysis.loaded import Loaded
from reader.analysis.parts_of_speech import is_participle
from reader.lexicon.implications import GENERAL, Implication, load_implications
from reader.lexicon.inflection import PartOfSpeech, load_inflector
from reader.lexicon.patterns import Row
from reader.lexicon.replacing import article_for
from reader.lexicon.shares import load_shares
from reader.model.results import LEAVE_OUT

_UNKNOWN_TARGET = "what it describes"
_FARTHEST_TARGET = 5


@cache
def _implications() -> dict[str, Implication]:
    return load_implications()


def explanation(row: Row, found: Loaded) -> str:
    """Return what the loaded word implies, and how often people marked it."""
    entry = found.sense.entry if found.sense else None
    if entry and entry.note:
        reason = entry.note
    else:
        kind = _implications()[entry.implication if entry else GENERAL]
        reason = kind.explain(found.part, text_of(row, found.words), target(row, found))
    share = load_shares().sentence(entry.lemma if entry else row.texts[found.head])
    return f"{reason} {share}" if share else reason


def text_of(row: Row, words: range) -> str:
    """Return the words, with a space where there is any between them."""
    text = ""
    for place in words:
        gap = place > words.start and row.words[place].start > row.words[place - 1].end
        text += (" " if gap else "") + row.words[place].text
    return text


def target(row: Row, found: Loaded) -> str:
    """Return what an adjective describes; of other words nothing is said of it."""
    return _noun_after(row, found.words.stop) or _UNKNOWN_TARGET


def _noun_after(row: Row, start: int) -> str:
    end = start
    while end < min(start + _FARTHEST_TARGET, len(row.words)) and _in_noun_phrase(row, end):
        end += 1
    words = row.words[start:end]
    if not any(word.tag.startswith("NN") for word in words):
        return ""
    name = " ".join(word.text for word in words)
    return name if words[-1].text[0].isupper() else f"the {name}"


def _in_noun_phrase(row: Row, index: int) -> bool:
    word = row.words[index]
    return word.tag.startswith(("NN", "JJ", "VBG", "VBN", "CD")) and not word.is_punctuation


def alternatives(row: Row, found: Loaded, article: str | None) -> tuple[str, ...]:
    """Return what could be said instead, in the same form; `article` is what stands before it."""
    return _with_article(_own(row, found), article)


def _own(row: Row, found: Loaded) -> tuple[str, ...]:
    offered = found.sense.entry.alternatives if found.sense else (LEAVE_OUT,)
    if not _can_be_left_out(row, found):
        offered = tuple(word for word in offered if word != LEAVE_OUT)
    tag, inflector = _form(row, found), load_inflector()
    return tuple(w if w == LEAVE_OUT else inflector.inflect(w, tag) for w in offered)


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
