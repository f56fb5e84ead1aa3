"""What can be read off each sentence: cues and whose words they are, names, numbers, content."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.corrective.cues import Cues, Hit
from reader.model.results import Quote, QuoteKind
from reader.model.span import Span
from reader.text.document import Document, Sentence, Word


class Scope(StrEnum):
    """Whose words a cue is: the writer's, those of a speaker named before it, or quoted."""

    WRITER = "writer"
    REPORTED = "reported"
    QUOTED = "quoted"


class Cued(NamedTuple):
    """A cue found in a sentence and whose words it is."""

    name: str
    group: str
    scope: Scope
    span: Span


class Evidence(NamedTuple):
    """What is known of one sentence.

    Attributes:
        span: where the sentence stands.
        paragraph: the index of its paragraph.
        opens_paragraph: whether it is the first sentence there.
        cued: the cues found, in the order of the text.
        kinds: their groups, each with its scope and with None.
        stems: the stems of its content words, names left out.
        names: the words of its names, lower case.
        numbers: its numbers as written.
        grams: its words and pairs of words, names and numbers masked, each once.
        words: how many words it has, punctuation left out.
        quoted: the share of them inside quotation marks.
    """

    span: Span
    paragraph: int
    opens_paragraph: bool
    cued: tuple[Cued, ...]
    kinds: frozenset[tuple[str, Scope | None]]
    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    grams: tuple[str, ...]
    words: int
    quoted: float

    def has(self, group: str, scope: Scope | None = None) -> bool:
        """Say whether a cue of the group stands in the scope, in any if none is given."""
        return (group, scope) in self.kinds


# a cue after one of these is what somebody says, up to the next turn ("but")
_REPORTING = frozenset(("claim verb", "say verb"))
_TURNING = frozenset(("turn", "opposite", "finding"))
_CONTENT = ("NN", "VB", "JJ", "RB")
_LIGHT = frozenset({
    "said", "says", "say", "told", "is", "are", "was", "were", "be", "been", "being", "has",
    "have", "had", "having", "do", "does", "did", "not", "n't", "will", "would", "can",
    "could", "may", "might", "should", "must", "also", "just", "only", "very", "more", "most",
    "much", "many", "such", "other", "then", "there", "here", "now", "so", "too", "even",
    "still", "well", "about", "thing", "things", "people", "time", "way",
})  # fmt: skip
_SUFFIXES = (
    "izations", "ization", "ations", "ically", "ation", "ments", "ingly", "ment", "ings", "ions",
    "edly", "ally", "ness", "ing", "ion", "ers", "ies", "ors", "ed", "es", "ly", "al", "er", "or",
    "ic", "s", "e", "y",
)  # fmt: skip
_SHORTEST_STEM = 4


# words: more different ones than a hundred articles have
_REMEMBERED = 1 << 16
_FIRST = "<s>"


class _Read(NamedTuple):
    """What a word with its tag says by itself; "" where it has no stem, name or number."""

    lowered: str
    masked: str
    stem: str
    name: str
    number: str
    counts: bool


@dataclass(frozen=True, slots=True)
class _Sources:
    document: Document
    quoted: bytearray
    cues: Cues
    grams: "_Grams | None"


def gather(
    document: Document,
    quotes: Sequence[Quote],
    cues: Cues,
    grams: frozenset[str] | None = None,
) -> list[Evidence]:
    """Return the evidence of every sentence of `document`.

    Only the pairs of words in `grams` are kept, all of them where it is None.
    """
    quoted = _quoted_words(document, quotes)
    opening = {paragraph.sentences.start for paragraph in document.paragraphs}
    sources = _Sources(document, quoted, cues, None if grams is None else _Grams(grams))
    return [
        _evidence(sources, sentence, number in opening)
        for number, sentence in enumerate(document.sentences)
    ]


def _quoted_words(document: Document, quotes: Sequence[Quote]) -> bytearray:
    quoted = bytearray(len(document.words))
    for quote in quotes:
        if quote.kind is QuoteKind.DIRECT:
            inside = document.words_in(quote.span)
            quoted[inside.start : inside.stop] = b"\1" * len(inside)
    return quoted


def _evidence(sources: _Sources, sentence: Sentence, opens: bool) -> Evidence:
    place = sentence.words
    words = sources.document.words[place.start : place.stop]
    inside = sources.quoted[place.start : place.stop]
    read = [_read(text, tag) for _, _, text, tag in words]
    masked = [one.masked for one in read]
    cued = _scoped(list(sources.cues.hits([one.lowered for one in read])), words, inside)
    count = sum([one.counts for one in read])
    return Evidence(
        sentence.span,
        sentence.paragraph,
        opens,
        tuple(cued),
        frozenset([(one.group, scope) for one in cued for scope in (one.scope, None)]),
        frozenset([one.stem for one in read if one.stem]),
        frozenset([one.name for one in read if one.name]),
        frozenset([one.number for one in read if one.number]),
        _all_grams(masked) if sources.grams is None else sources.grams.among(masked),
        count,
        min(1.0, sum(inside) / max(1, count)),
    )


@lru_cache(_REMEMBERED)
def _read(text: str, tag: str) -> _Read:
    lowered = lowered_word(text)
    number = lowered if lowered[0].isdigit() else ""
    masked = "NAME" if tag.startswith("NNP") and text[0].isupper() else lowered
    stemmed = name = ""
    if tag[:2] in _CONTENT and lowered not in _LIGHT and len(lowered) > 1:
        stemmed, name = ("", lowered) if _is_name(text, tag) else (stem(lowered), "")
    return _Read(lowered, "#" if number else masked, stemmed, name, number, lowered[0].isalnum())


@lru_cache(_REMEMBERED)
def lowered_word(text: str) -> str:
    """Return a word as the cues are written: lower case, straight apostrophe."""
    return text.lower().replace("’", "'")


def _all_grams(masked: Sequence[str]) -> tuple[str, ...]:
    """Return the words and pairs of words."""
    pairs = [f"{before} {one}" for before, one in pairwise([_FIRST, *masked])]
    return tuple(dict.fromkeys([*masked, *pairs]))


class _Grams:
    """Finds the words and pairs of words among `known` ones."""

    def __init__(self, known: frozenset[str]) -> None:
        self._words = known
        self._pairs: dict[str, dict[str, str]] = {}
        for gram in known:
            before, space, one = gram.partition(" ")
            if space:
                self._pairs.setdefault(before, {})[one] = gram

    def among(self, masked: Sequence[str]) -> tuple[str, ...]:
        """Return the known ones of a sentence, names and numbers masked."""
        found = dict.fromkeys([one for one in masked if one in self._words])
        for before, one in pairwise([_FIRST, *masked]):
            following = self._pairs.get(before)
            if following and one in following:
                found[following[one]] = None
        return tuple(found)


def _is_name(text: str, tag: str) -> bool:
    return tag.startswith("NNP") or (tag[:2] in {"NN", "JJ"} and text[0].isupper())


def _scoped(hits: Sequence[Hit], words: Sequence[Word], inside: bytearray) -> list[Cued]:
    found: list[Cued] = []
    reporting_from = len(words)
    for hit in hits:
        scope = Scope.WRITER
        if inside[hit.first]:
            scope = Scope.QUOTED
        elif hit.first > reporting_from and hit.group not in _TURNING:
            scope = Scope.REPORTED
        if scope is Scope.WRITER and hit.group in _TURNING:
            reporting_from = len(words)
        elif scope is Scope.WRITER and hit.group in _REPORTING:
            reporting_from = min(reporting_from, hit.last)
        span = Span(words[hit.first].start, words[hit.last - 1].end)
        found.append(Cued(hit.name, hit.group, scope, span))
    return found


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return what is left of a lower-case word without its commonest endings."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word
