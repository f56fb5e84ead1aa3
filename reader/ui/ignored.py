"""Findings that the user wants to see no more: how one is known again after edits nearby."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model.span import Span

_WORD = re.compile(r"\w+")
_REACH = 60
_WORDS_KEPT = 3
# either neighbourhood is enough; the bare count of occurrences is not
_SURE_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class IgnoredKey:
    """A place in an article by its words: the text, three words before and after, which of many.

    Nothing in it is an offset, so that it holds when the article is edited, saved and reopened.
    """

    text: str
    before: str
    after: str
    ordinal: int

    def likeness(self, other: "IgnoredKey") -> int:
        """Return how much speaks for the same place: 2 for each side, 1 for the rank."""
        if self.text != other.text:
            return 0
        sides = 2 * (self.before == other.before) + 2 * (self.after == other.after)
        return sides + (self.ordinal == other.ordinal)


def key_of(text: str, span: Span, ordinal: int) -> IgnoredKey:
    """Return the key of `span`, the occurrence number `ordinal` of its words among the findings."""
    before = _WORD.findall(text[max(0, span.start - _REACH) : span.start])[-_WORDS_KEPT:]
    after = _WORD.findall(text[span.end : span.end + _REACH])[:_WORDS_KEPT]
    words = span.of(text).casefold()
    return IgnoredKey(words, " ".join(before).casefold(), " ".join(after).casefold(), ordinal)


def match_ignored(
    keys: Iterable[IgnoredKey], text: str, spans: Sequence[tuple[int, Span]]
) -> dict[int, IgnoredKey]:
    """Return which of `spans`, each with its number, the `keys` mean; each means at most one."""
    wanted = set(keys)
    candidates = _candidates({key.text for key in wanted}, text, spans)
    matched: dict[int, IgnoredKey] = {}
    for key in sorted(wanted, key=lambda one: (one.text, one.ordinal, one.before, one.after)):
        free = [(key.likeness(place), index) for index, place in candidates[key.text]]
        best, index = max((pair for pair in free if pair[1] not in matched), default=(0, 0))
        if best >= _SURE_ENOUGH:
            matched[index] = key
    return matched


def _candidates(
    texts: set[str], text: str, spans: Sequence[tuple[int, Span]]
) -> dict[str, list[tuple[int, IgnoredKey]]]:
    seen: Counter[str] = Counter()
    found: dict[str, list[tuple[int, IgnoredKey]]] = defaultdict(list)
    for index, span in spans:
        words = span.of(text).casefold()
        if words in texts:
            found[words].append((index, key_of(text, span, seen[words])))
            seen[words] += 1
    return found
