"""Finds what the cues of the smaller categories mark, and scare quotes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reader.analysis.parts_of_speech import is_participle
from reader.analysis.scare_quotes import load_scare_quotes
from reader.lexicon.inflection import load_inflector
from reader.lexicon.marks import Mark, load_marks
from reader.lexicon.patterns import Row
from reader.model.results import LEAVE_OUT


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a sentence, by their places in the row, and what is said of them."""

    words: range
    mark: Mark


def find_marked(row: Row, taken: Collection[int] = ()) -> list[Marked]:
    """Return the words of the smaller categories.

    Words that are `taken` already are left alone; of two overlapping stretches the longer one
    stays, of two equal ones that of the category that comes first.
    """
    found = sorted(_candidates(row), key=lambda item: -len(item.words))
    covered = set(taken)
    kept: list[Marked] = []
    for item in found:
        if covered.isdisjoint(item.words):
            covered.update(item.words)
            kept.append(item)
    return kept


def _candidates(row: Row) -> Iterator[Marked]:
    marks = load_marks()
    if not marks.index.anchors.isdisjoint(row.texts):
        for hit in marks.index.hits(row):
            mark = marks.of(hit.cue)
            if not mark.questions or "?" in row.texts[hit.words.stop :]:
                yield Marked(hit.words, mark)
    scare = load_scare_quotes()
    for words in scare.find(row):
        yield Marked(words, scare.mark)


def offered(row: Row, found: Marked) -> tuple[str, ...]:
    """Return the alternatives of the mark, verbs in the form of the marked one."""
    if not found.mark.inflected:
        return found.mark.alternatives
    tag, inflector = _form(row, found.words.start), load_inflector()
    return tuple(
        word if word == LEAVE_OUT else inflector.inflect(word, tag)
        for word in found.mark.alternatives
    )


def _form(row: Row, index: int) -> str:
    text, tag = row.texts[index], row.words[index].tag
    if text.endswith("ing"):
        return "VBG"
    if text.endswith("ed") or tag in {"VBD", "VBN"}:
        return "VBN" if is_participle(row, index) else "VBD"
    return "VBZ" if text.endswith("s") else "VB"
