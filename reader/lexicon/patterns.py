"""Patterns of words, as the cue files write them.

A pattern is a row of steps separated by spaces; each step matches one word or punctuation mark:

    word        this word, in any case; curly and straight marks are the same
    one|two     one of these
    ~claim      any form of this verb; ~claim|~say one of these
    <JJ>        a word whose Penn Treebank tag begins so; <JJ|NN> with one of these; one|<JJ> mixes;
                <VB.> with the dot the tag is VB and not VBD
    _           any word or mark
    !word       a word that does not match; likewise !one|two, !<JJ>
    word?       this or nothing; likewise one|two?, <RB>?
    ^  $        the beginning or the end of the sentence
    [ ... ]     what is marked; without brackets all of it is
    [ a b / c ] in brackets, one row of steps or the other
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from reader.lexicon.inflection import Inflector, PartOfSpeech
from reader.text.document import Word, with_straight_marks

_ITEM = re.compile(r"<[^>]*>|[^|]+")


def lowered(words: Sequence[Word]) -> list[str]:
    """Return the texts of `words` as patterns know them: lower case, straight marks."""
    return [with_straight_marks(word.text.lower()) for word in words]


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one sentence, with their texts as patterns know them."""

    words: Sequence[Word]
    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Step:
    texts: frozenset[str]
    tags: tuple[str, ...]
    negated: bool

    def accepts(self, row: Row, index: int) -> bool:
        text = row.texts[index]
        hit = text in self.texts or f"{row.words[index].tag}.".startswith(self.tags)
        return (hit or ("CD" in self.tags and text[0].isdigit())) != self.negated

    @property
    def rarity(self) -> int:
        """How well a search can begin here: long words are rare ones; 0 is not at all."""
        if self.negated or self.tags:
            return 0
        return min(map(len, self.texts))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern of fixed length; a search begins where a word of `anchors` stands."""

    steps: tuple[_Step, ...]
    marked: range
    at_start: bool
    at_end: bool
    anchor: int

    @property
    def anchors(self) -> frozenset[str]:
        """The words of which every match has one, `anchor` words after its beginning."""
        return self.steps[self.anchor].texts

    def match(self, row: Row, index: int) -> range | None:
        """Return the marked words where the pattern matches with its anchor at `index`."""
        start = index - self.anchor
        end = start + len(self.steps)
        if start < 0 or end > len(row.texts):
            return None
        for place, step in enumerate(self.steps, start):
            if not step.accepts(row, place):
                return None
        if (self.at_start and not _is_bare(row, range(start))) or (
            self.at_end and not _is_bare(row, range(end, len(row.texts)))
        ):
            return None
        return range(start + self.marked.start, start + self.marked.stop)


def compile_patterns(text: str, inflector: Inflector) -> list[Pattern]:
    """Return the patterns that `text` writes, one for each choice that it leaves.

    Raises:
        ValueError: the brackets do not pair, or a choice has no word to begin a search with.
    """
    before, bracket, rest = text.partition("[ ")
    inside, closing, after = rest.partition(" ]")
    return [
        _compiled(choice, inflector)
        for steps in inside.split(" / ")
        for choice in _choices(f"{before}{bracket}{steps.strip()}{closing}{after}".split())
    ]


def _choices(parts: Sequence[str]) -> Iterator[list[str]]:
    """Yield `parts` with and without each optional one."""
    options = [
        [part[:-1], ""] if part.endswith("?") and len(part) > 1 else [part] for part in parts
    ]
    for choice in product(*options):
        yield [part for part in choice if part]


def _compiled(parts: Sequence[str], inflector: Inflector) -> Pattern:
    steps: list[_Step] = []
    marks: list[int] = []
    for part in parts:
        if part in {"[", "]"}:
            marks.append(len(steps))
        elif part not in {"^", "$"}:
            steps.append(_step(part, inflector))
    if len(marks) not in {0, 2}:
        raise ValueError("the brackets do not pair")
    anchor = max(range(len(steps)), key=lambda number: steps[number].rarity)
    if not steps[anchor].rarity:
        raise ValueError("a search has no word to begin with")
    marked = range(*marks) if marks else range(len(steps))
    return Pattern(tuple(steps), marked, "^" in parts, "$" in parts, anchor)


def _step(part: str, inflector: Inflector) -> _Step:
    body = part.removeprefix("!")
    items = _ITEM.findall(body)
    tags = [tag for item in items if _is_tags(item) for tag in item[1:-1].split("|")]
    texts = {
        form
        for item in items
        if item != "_" and not _is_tags(item)
        for form in _forms(item, inflector)
    }
    return _Step(frozenset(texts), ("",) if body == "_" else tuple(tags), body != part)


def _is_tags(item: str) -> bool:
    return item.startswith("<") and item.endswith(">")


def _forms(word: str, inflector: Inflector) -> list[str]:
    if word.startswith("~"):
        extra = ["are", "were", "am", "'s", "'re"] if word == "~be" else []
        return [*inflector.forms(word[1:], PartOfSpeech.VERB).values(), *extra]
    return [with_straight_marks(word)]


def _is_bare(row: Row, words: range) -> bool:
    return all(row.words[index].is_punctuation for index in words)
