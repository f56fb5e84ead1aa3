"""Finds the passages in which the article itself puts a reported claim right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.analysis.corrective.claim_choice import claim_features
from reader.analysis.corrective.cues import load_cues
from reader.analysis.corrective.disputes import disputed_claims
from reader.analysis.corrective.evidence import Evidence, Scope, gather
from reader.analysis.corrective.explanations import explain
from reader.analysis.corrective.features import each_row
from reader.analysis.corrective.floors import floor_of
from reader.analysis.corrective.links import Context, candidates, pair_features
from reader.analysis.corrective.memory import Memory
from reader.analysis.corrective.scoring import load_weights, probability
from reader.analysis.corrective.subjects import PRECISION, Subjects
from reader.analysis.corrective.trained import Calibration
from reader.analysis.corrective.whole_article import load_numbers
from reader.analysis.encoder.article_reading import Passages
from reader.analysis.encoder.engine import EncoderPass
from reader.model.results import Claim, ClaimStatus, Correction, CorrectionType, Quote
from reader.text.document import Document

_VERDICTS = ("verdict", "unsupported")
# in the order of the kinds of `Passages`
_KINDS = (CorrectionType.LABEL, CorrectionType.REBUTTAL, CorrectionType.NOTICE)


@dataclass(frozen=True, slots=True)
class _Looks:
    """How each sentence looks: its log-odds of being corrective.

    `possible` is the least probability at which a sentence is marked; `passages` is None where
    there is no encoder.
    """

    log_odds: Sequence[float]
    possible: float
    passages: Passages | None = None

    def type_of(self, number: int) -> CorrectionType | None:
        """Return the type of a sentence, should it be corrective."""
        return None if self.passages is None else _KINDS[self.passages.kinds[number].argmax()]


def find_corrections(
    document: Document,
    quotes: Sequence[Quote],
    claims: Sequence[Claim],
    encoded: EncoderPass | None = None,
) -> tuple[list[Correction], list[Claim]]:
    """Return the corrective passages, and `claims` with the status that follows from them.

    A passage is one sentence. Where the sentence that a passage answers holds none of `claims`,
    the sentence itself is added to them. Without `encoded` the features alone count.
    """
    words = load_weights().alone.words if encoded is None else load_numbers().words
    evidence = gather(document, quotes, load_cues(), words)
    memory = Memory(document, evidence, claims)
    return _Finder(document, evidence, memory, claims, encoded).results()


class _Finder:
    def __init__(
        self,
        document: Document,
        evidence: Sequence[Evidence],
        memory: Memory,
        claims: Sequence[Claim],
        encoded: EncoderPass | None,
    ) -> None:
        self._document = document
        self._evidence = evidence
        self._memory = memory
        self._claims = list(claims)
        self._encoded = encoded

    def results(self) -> tuple[list[Correction], list[Claim]]:
        """Return the corrective passages and the settled claims."""
        looks = self._looks_alone() if self._encoded is None else self._looks_read(self._encoded)
        facts = Subjects(self._document, self._evidence, self._memory, self._claims).facts()
        marked = self._chances(looks, facts)
        types = {number: _type(self._evidence[number], looks, number) for number in marked}
        answering = [number for number in marked if types[number] is not CorrectionType.NOTICE]
        answers = self._answers(facts, looks, answering)
        corrections = [
            self._correction(number, types[number], answers.get(number), chance)
            for number, chance in marked.items()
        ]
        return corrections, self._settled(list(marked), answers)

    def _looks_alone(self) -> _Looks:
        weights = load_weights()
        sums = weights.alone.sums(each_row(self._evidence, self._memory, weights.alone.words))
        return _looks(sums, weights.calibration)

    def _looks_read(self, encoded: EncoderPass) -> _Looks:
        numbers = load_numbers()
        rows = each_row(self._evidence, self._memory, numbers.words)
        passages = encoded.read_article(numbers.table(rows, len(self._evidence)))
        return _looks(passages.corrective.tolist(), numbers.calibration, passages)

    def _chances(self, looks: _Looks, facts: Mapping[int, int]) -> dict[int, float]:
        """Return the sentences to mark and how likely each is corrective.

        A strong cue and a plain fact are marked whatever else is said of them.
        """
        floors = [floor_of(one, load_weights().floors) for one in self._evidence]
        for number in facts:
            floors[number] = max(floors[number], PRECISION)
        return {
            number: max(probability(value), floor)
            for number, (value, floor) in enumerate(zip(looks.log_odds, floors, strict=True))
            if floor or probability(value) >= looks.possible
        }

    def _answers(
        self, facts: Mapping[int, int], looks: _Looks, answering: Sequence[int]
    ) -> dict[int, int]:
        """Return the index of the claim that each of the sentences in `answering` answers."""
        linker = load_weights().linker
        context = Context(self._evidence, self._memory, looks.log_odds)
        others = [number for number in answering if number not in facts]
        sums = [self._sums(context, looks.passages, number) for number in others]
        places = {**dict(zip(others, linker.choose(others, sums), strict=True)), **facts}
        return {number: self._claim_in(places[number], number) for number in answering}

    def _sums(self, context: Context, passages: Passages | None, number: int) -> dict[int, float]:
        """Return what speaks for each sentence in reach as the place of the claim."""
        if self._encoded is None or passages is None:
            return load_weights().linker.sums(context, number)
        places = candidates(context, number)
        rows = (pair_features(context, number, place) for place in places)
        pairs = load_numbers().pair_table(rows, len(places))
        sums = self._encoded.point(passages, number, places, pairs)
        return dict(zip(places, sums.tolist(), strict=True))

    def _claim_in(self, place: int, number: int) -> int:
        """Return the index of the claim at `place` that sentence `number` answers.

        Where the sentence at `place` has no claim, it becomes one itself.
        """
        found = self._memory.claims.setdefault(place, [])
        if not found:
            found.append(len(self._claims))
            span = self._document.sentences[place].span
            self._claims.append(Claim(span, None, ClaimStatus.STANDING))
        if len(found) == 1:
            return found[0]
        claims = [self._claims[index] for index in found]
        features = claim_features(self._document, self._evidence, self._memory, number, claims)
        return found[load_weights().choice.choose(features)]

    def _correction(
        self, number: int, kind: CorrectionType, answer: int | None, chance: float
    ) -> Correction:
        claim = None if answer is None else self._claims[answer]
        return Correction(
            self._document.sentences[number].span,
            kind,
            None if claim is None else claim.span,
            None if claim is None else claim.claimant,
            chance,
            explain(self._document, self._evidence, number, kind, claim),
        )

    def _settled(self, marked: Sequence[int], answers: dict[int, int]) -> list[Claim]:
        """Return the claims with their status, in the order of the text."""
        answered: dict[int, list[int]] = {}
        for index, number in enumerate(marked):
            if number in answers:
                answered.setdefault(answers[number], []).append(index)
        disputed = disputed_claims(self._evidence, self._memory, set(marked))
        settled = [
            replace(
                claim,
                status=_status(index, answered, disputed),
                corrections=tuple(answered.get(index, ())),
            )
            for index, claim in enumerate(self._claims)
        ]
        return sorted(settled, key=lambda claim: claim.span)


def _status(index: int, answered: dict[int, list[int]], disputed: set[int]) -> ClaimStatus:
    if index in answered:
        return ClaimStatus.CORRECTED
    return ClaimStatus.DISPUTED if index in disputed else ClaimStatus.STANDING


def _looks(
    scores: Sequence[float],
    calibration: Calibration,
    passages: Passages | None = None,
) -> _Looks:
    log_odds = [calibration.slope * score + calibration.offset for score in scores]
    return _Looks(log_odds, calibration.possible, passages)


def _type(one: Evidence, looks: _Looks, number: int) -> CorrectionType:
    if one.has("notice", Scope.WRITER):
        return CorrectionType.NOTICE
    told = looks.type_of(number)
    if told is not None:
        return told
    judged = any(one.has(group, Scope.WRITER) for group in _VERDICTS)
    return CorrectionType.LABEL if judged else CorrectionType.REBUTTAL
