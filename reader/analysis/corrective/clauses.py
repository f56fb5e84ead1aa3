"""Finds the subject before a verb and the clause after it, by tags alone."""

from collections.abc import Sequence

from reader.text.document import Word

_ADVERBIAL = ("RB", "MD", "VB", "IN")
_NOMINAL = ("NN", "JJ", "DT", "CD", "PO", "PR")
_LINKS = frozenset({"that", "of", ":", ","})
_ENDS = frozenset({".", ";", "but", "despite", "although", "though", "while", "whereas", "even"})
_MARKS = frozenset("\"“”'‘’,;.—–-!")
_FARTHEST = 4


def clause_after(words: Sequence[Word], first: int, *, needs_that: bool) -> range:
    """Return the words of the clause that begins at `first`, without the "that" that opens it.

    With `needs_that` the clause is empty unless "that" or "of" opens it ("the claim that …").
    """
    if needs_that and (first >= len(words) or words[first].text.lower() not in {"that", "of"}):
        return range(first, first)
    while first < len(words) and words[first].text.lower() in _LINKS:
        first += 1
    last = first
    while last < len(words) and words[last].text.lower() not in _ENDS:
        last += 1
    while last > first and words[last - 1].text in _MARKS:
        last -= 1
    return range(first, last)


def subject_before(words: Sequence[Word], verb: int) -> str | None:
    """Return the noun phrase before the verb at `verb` as written, None where there is none."""
    last = verb
    while last and verb - last < _FARTHEST and words[last - 1].tag[:2] in _ADVERBIAL:
        last -= 1
    first = last
    while first and words[first - 1].tag[:2] in _NOMINAL:
        first -= 1
    while first < last and words[first].tag == "POS":
        first += 1
    return " ".join(word.text for word in words[first:last]).replace(" '", "'") or None
