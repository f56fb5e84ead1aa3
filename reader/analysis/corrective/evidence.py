"""What can be read off each sentence: cues and whose words they are, names, numbers, content."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reader.analysis.corrective.cues import Cues, Hit
from reader.model.results import Quote, QuoteKind
from reader.model.span import Span
from reader.text.document import Document, Sentence, Word


class Scope(StrEnum):
    """Whose words a cue is: the writer's, those of a speaker named before it, or quoted."""

    WRITER = "writer"
    REPORTED = "reported"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Cued:
    """A cue found in a sentence and whose words it is."""

    name: str
    group: str
    scope: Scope
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
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
        grams: its words and pairs of words, names and numbers masked.
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
    grams: frozenset[str]
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


@dataclass(frozen=True, slots=True)
class _Sources:
    document: Document
    quoted: bytearray
    cues: Cues
    grams: frozenset[str] | None


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
    sources = _Sources(document, quoted, cues, grams)
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
    lowered = [lowered_word(word.text) for word in words]
    content = [
        (word, low)
        for word, low in zip(words, lowered, strict=True)
        if word.tag[:2] in _CONTENT and low not in _LIGHT and len(low) > 1
    ]
    cued = _scoped(list(sources.cues.hits(lowered)), words, inside)
    own = _grams(words, lowered, sources.grams)
    count = sum(1 for low in lowered if low[0].isalnum())
    return Evidence(
        sentence.span,
        sentence.paragraph,
        opens,
        tuple(cued),
        frozenset((one.group, scope) for one in cued for scope in (one.scope, None)),
        frozenset(stem(low) for word, low in content if not _is_name(word)),
        frozenset(low for word, low in content if _is_name(word)),
        frozenset(low for low in lowered if low[0].isdigit()),
        frozenset(own),
        count,
        min(1.0, sum(inside) / max(1, count)),
    )


def lowered_word(text: str) -> str:
    """Return a word as the cues are written: lower case, straight apostrophe."""
    return text.lower().replace("’", "'")


def _grams(
    words: Sequence[Word], lowered: Sequence[str], known: frozenset[str] | None
) -> list[str]:
    """Return the words and pairs of words, names and numbers masked; only `known` ones if given."""
    masked = [
        "#"
        if low[0].isdigit()
        else "NAME"
        if word.tag[:3] == "NNP" and word.text[0].isupper()
        else low
        for word, low in zip(words, lowered, strict=True)
    ]
    pairs = [f"{before} {one}" for before, one in zip(["<s>", *masked], masked, strict=False)]
    found = [*masked, *pairs]
    return found if known is None else [gram for gram in found if gram in known]


def _is_name(word: Word) -> bool:
    return word.tag.startswith("NNP") or (word.tag[:2] in {"NN", "JJ"} and word.text[0].isupper())


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
