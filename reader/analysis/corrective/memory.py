"""Remembers which earlier sentences report claims, and how alike two sentences are."""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from reader.analysis.corrective.evidence import Evidence
from reader.analysis.reading import LINKS_BACK
from reader.model.results import Claim
from reader.text.document import Document

# places kept per word, so that the time grows with the text and not with its square
_KEPT = 6


class Likeness:
    """Weighs shared words: a word that the article uses in many sentences says little."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self._words = [one.stems | one.names for one in evidence]
        uses = Counter(word for words in self._words for word in words)
        total = len(evidence) + 1
        self._weights = {word: log(total / count) for word, count in uses.items()}
        self._roots = [sqrt(self.weight(words)) for words in self._words]

    def words(self, sentence: int) -> frozenset[str]:
        """Return the stems and the names of a sentence."""
        return self._words[sentence]

    def weight(self, words: Iterable[str]) -> float:
        """Return the summed weight of `words`."""
        return sum([self._weights[word] for word in words])

    def between(self, one: int, other: int) -> float:
        """Return the weight of the words that both have, over the geometric mean of theirs."""
        shared = self._words[one] & self._words[other]
        return self.weight(shared) / (self._roots[one] * self._roots[other]) if shared else 0.0


@dataclass(frozen=True, slots=True)
class Recalled:
    """The earlier claim sentence most like a sentence: its index and how alike they are."""

    sentence: int
    likeness: float


class Memory:
    """The sentences of a document that report claims."""

    def __init__(
        self, document: Document, evidence: Sequence[Evidence], claims: Sequence[Claim]
    ) -> None:
        self.likeness = Likeness(evidence)
        self.claims: dict[int, list[int]] = {}
        for number, claim in enumerate(claims):
            place = document.sentence_at(claim.span.start)
            self.claims.setdefault(place, []).append(number)
        self._recalled = self._recall(len(evidence))

    def recalled(self, sentence: int) -> Recalled | None:
        """Return the claim sentence before `sentence` that is most like it, within reach."""
        return self._recalled[sentence]

    def reports(self, sentence: int) -> bool:
        """Say whether the sentence reports a claim."""
        return sentence in self.claims

    def _recall(self, sentences: int) -> list[Recalled | None]:
        places: dict[str, deque[int]] = {}
        found: list[Recalled | None] = []
        for number in range(sentences):
            words = self.likeness.words(number)
            near = {place for word in words for place in places.get(word, ())}
            alike = [
                Recalled(place, self.likeness.between(number, place))
                for place in near
                if number - place <= LINKS_BACK
            ]
            found.append(max(alike, key=_likest, default=None))
            if number in self.claims:
                for word in words:
                    places.setdefault(word, deque(maxlen=_KEPT)).append(number)
        return found


def _likest(recalled: Recalled) -> tuple[float, int]:
    return recalled.likeness, recalled.sentence
