"""Finds plain facts about the one whom a quoted claim is about, right after that claim."""

from collections.abc import Iterator, Sequence

from reader.analysis.corrective.evidence import Evidence, lowered_word
from reader.analysis.corrective.features import is_plain
from reader.analysis.corrective.memory import Memory
from reader.model.results import Claim
from reader.text.document import Document

# One in six of these sentences is corrective: 12 of 61 (folds 1-4), or 9 of 58 without the article
# that the rule was written with.
PRECISION = 0.17
# sentences that the quoted claim may lie back, and that a passage may go on
_BACK, _ON = 4, 3
_OPENING_WORDS = 4
_FEWEST_WORDS = 5
_QUOTED = 0.3


class Subjects:
    """Compares the subject of a sentence with the names in the claims quoted before it."""

    def __init__(
        self,
        document: Document,
        evidence: Sequence[Evidence],
        memory: Memory,
        claims: Sequence[Claim],
    ) -> None:
        self._document = document
        self._evidence = evidence
        self._memory = memory
        self._claims = claims

    def facts(self) -> dict[int, int]:
        """Return the sentences that state a fact about the subject of a quoted claim, and where.

        The first of a passage shares its subject and a word of content with the claim. The next
        ones go on about it ("That …"), or share their subject with a claim quoted there too.
        """
        found: dict[int, int] = {}
        for number in range(len(self._evidence)):
            place = None if number in found else self._opens(number)
            if place is not None:
                found[number] = place
                found.update(self._going_on(number, place))
        return found

    def _opens(self, number: int) -> int | None:
        """Return the claim's sentence where a passage begins at `number`, else None."""
        if not self._is_fact(number):
            return None
        stems = self._evidence[number].stems
        places = [
            place
            for place in self._quoted_before(number, _BACK)
            if self._subject(number) & self._others(place) and stems & self._evidence[place].stems
        ]
        return max(places, default=None)

    def _going_on(self, first: int, place: int) -> Iterator[tuple[int, int]]:
        last = min(first + _ON, len(self._evidence) - 1)
        for number in range(first + 1, last + 1):
            one = self._evidence[number]
            if not self._is_fact(number):
                return
            if not one.has("referring") or one.opens_paragraph:
                returns = self._returns(number, first)
                if returns is None:
                    return
                place = returns
            yield number, place

    def _returns(self, number: int, first: int) -> int | None:
        """Return the last sentence with a claim quoted there that shares its subject."""
        places = [
            place
            for place in self._quoted_before(first, _BACK + 2)
            if self._subject(number) & self._evidence[place].names
        ]
        return max(places, default=None)

    def _is_fact(self, number: int) -> bool:
        one = self._evidence[number]
        return (
            is_plain(one)
            and one.words >= _FEWEST_WORDS
            and not self._memory.reports(number)
            and not one.has("opinion")
            and not one.has("question")
        )

    def _quoted_before(self, number: int, reach: int) -> Iterator[int]:
        for place in range(max(0, number - reach), number):
            if self._memory.reports(place) and self._evidence[place].quoted > _QUOTED:
                yield place

    def _others(self, place: int) -> set[str]:
        """Return the names in a sentence, without those of the claimants."""
        claimants = (self._claims[index].claimant or "" for index in self._memory.claims[place])
        return set(self._evidence[place].names) - set(" ".join(claimants).lower().split())

    def _subject(self, number: int) -> set[str]:
        """Return the names among the first words of a sentence."""
        words = self._document.sentences[number].words
        opening = self._document.words[words.start : words.stop][:_OPENING_WORDS]
        names = self._evidence[number].names
        return {lowered_word(word.text) for word in opening} & names
