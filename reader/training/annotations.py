"""Our own annotations, in the form of those of the bench."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Annotated:
    """An article and what we marked in it, sentences named by their places.

    Attributes:
        identity: tells it from all others.
        fold: 1 to 4.
        text: the article.
        sentences: its sentences, as they stand in the text, in order.
        corrections: `sentence`, `type`, `claims` (all that report what is answered, the first full
            report first) and `sure` of each corrective sentence.
        disputes: the sentences in which somebody else denies a claim.
        borderline: the sentences that another careful reader might mark.
    """

    identity: str
    fold: int
    text: str
    sentences: Sequence[str]
    corrections: Sequence[Json] = field(default_factory=list)
    disputes: Sequence[int] = field(default_factory=list)
    borderline: Sequence[int] = field(default_factory=list)

    def record(self) -> dict[str, Any]:
        """Return the article in the form of `corrections.dev.jsonl`."""
        places = self._places()
        gold = {
            "corrections": [_correction(one, places) for one in self.corrections],
            "disputes": [places[number] for number in self.disputes],
            "borderline": [places[number] for number in self.borderline],
        }
        return {"id": self.identity, "fold": self.fold, "text": self.text, "gold": gold}

    def _places(self) -> list[dict[str, int]]:
        places, at = [], 0
        for sentence in self.sentences:
            at = self.text.index(sentence, at)
            places.append({"start": at, "end": at + len(sentence)})
            at += len(sentence)
        return places


def _correction(one: Json, places: Sequence[Mapping[str, int]]) -> dict[str, Any]:
    claims = [places[number] for number in one["claims"]]
    return {
        **places[one["sentence"]],
        "type": one["type"],
        "claim": claims[0] if claims else None,
        "claim_alt": claims[1:],
        "sure": one["sure"],
    }
