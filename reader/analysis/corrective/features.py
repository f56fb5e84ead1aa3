"""Turns the evidence into named numbers, one row per sentence, for the weights to add up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import log

from reader.analysis.corrective.evidence import Evidence, Scope
from reader.analysis.corrective.memory import Memory

Row = dict[str, float]

# opens the name of a feature that stands for a word or a pair of words
WORD = "word "

# sentences on each side that tell what kind of article this stretch is from
_STRETCH = 20
_NEAR = 10
_TONES = ("verdict", "claim noun", "opinion", "authority", "denial")
_CROSSED = tuple((group, Scope.WRITER) for group in (
    "contrast", "concessive", "turn", "negation", "unsupported", "verdict", "opposite", "degree",
    "authority", "finding", "referring", "omission", "cause", "record", "rule",
))  # fmt: skip


def rows(evidence: Sequence[Evidence], memory: Memory, words: frozenset[str]) -> list[Row]:
    """Return the features of every sentence; `words` are the ones that count by themselves."""
    return list(each_row(evidence, memory, words))


def each_row(evidence: Sequence[Evidence], memory: Memory, words: frozenset[str]) -> Iterator[Row]:
    """Yield the features of every sentence, as `rows` returns them, which is much to keep."""
    tones = _Tones(evidence)
    reported = [0, *accumulate(int(memory.reports(number)) for number in range(len(evidence)))]
    for number, one in enumerate(evidence):
        row = dict(_cue_features(one))
        row.update(_shape_features(one, number, len(evidence)))
        row.update(_claim_features(evidence, memory, number, reported))
        row.update(tones.around(number))
        row.update(_crossed(row, one))
        row.update([(f"{WORD}{gram}", 1.0) for gram in one.grams if gram in words])
        yield row


def only_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words and pairs of words that some of the features `names` stand for."""
    return frozenset(name.removeprefix(WORD) for name in names if name.startswith(WORD))


def weighted(weights: Mapping[str, float], row: Row) -> float:
    """Return the weighted sum of a row; what the weights do not name counts nothing."""
    return sum([weights[name] * value for name, value in row.items() if name in weights])


def is_plain(one: Evidence) -> bool:
    """Say whether the writer speaks alone: hardly a quotation, nobody said to say anything."""
    return one.quoted < 0.3 and not (
        one.has("say verb", Scope.WRITER) or one.has("claim verb", Scope.WRITER)
    )


def _cue_features(one: Evidence) -> Iterator[tuple[str, float]]:
    for cued in one.cued:
        yield f"{cued.name} {cued.scope}", 1.0


def _shape_features(one: Evidence, number: int, total: int) -> Row:
    return {
        "plain": float(is_plain(one)),
        "quoted share": one.quoted,
        "all quoted": float(one.quoted > 0.9),
        "length": log(1 + one.words) / 3,
        "short": float(one.words < 6),
        "opens paragraph": float(one.opens_paragraph),
        "depth": number / total,
        "numbers": float(bool(one.numbers)),
        "names": min(3, len(one.names)) / 3,
        "among first 1": float(number < 1),
        "among first 3": float(number < 3),
        "among first 8": float(number < 8),
        "among last 3": float(number >= total - 3),
    }


def _claim_features(
    evidence: Sequence[Evidence], memory: Memory, number: int, reported: Sequence[int]
) -> Row:
    row = {
        "reports": float(memory.reports(number)),
        "reported before": float(number > 0 and memory.reports(number - 1)),
        "reported two before": float(number > 1 and memory.reports(number - 2)),
        "reported near": (reported[number] - reported[max(0, number - _NEAR)]) / _NEAR,
        "reported ever": float(reported[number] > 0),
    }
    if recalled := memory.recalled(number):
        one, other = evidence[number], evidence[recalled.sentence]
        row["likeness"] = recalled.likeness
        row["likeness near"] = recalled.likeness / (number - recalled.sentence)
        row["shared name"] = float(bool(one.names & other.names))
        row["other number"] = float(
            bool(one.numbers and other.numbers) and not one.numbers & other.numbers
        )
        row["other polarity"] = recalled.likeness * (one.has("negation") != other.has("negation"))
        row["claim has verdict"] = float(other.has("verdict"))
    return row


def _crossed(row: Row, one: Evidence) -> Row:
    crossed: Row = {}
    likeness = row.get("likeness", 0.0)
    for group, _ in [kind for kind in _CROSSED if kind in one.kinds]:
        if row["plain"]:
            crossed[f"{group} plain"] = 1.0
        if row["plain"] and row["reported before"]:
            crossed[f"{group} plain after claim"] = 1.0
        if row["reports"]:
            crossed[f"{group} with claim"] = 1.0
        crossed[f"{group} likeness"] = likeness
    if row["plain"]:
        crossed["plain likeness"] = likeness
        crossed["plain after claim"] = row["reported before"]
        crossed["plain near claims"] = row["reported near"]
    return crossed


class _Tones:
    """Shares of nearby sentences that have a cue of some groups."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self._total = len(evidence)
        self._sums = {
            f"{tone} around": [0, *accumulate(int(one.has(tone)) for one in evidence)]
            for tone in _TONES
        }

    def around(self, number: int) -> Row:
        start, end = max(0, number - _STRETCH), min(self._total, number + _STRETCH + 1)
        return {
            name: (sums[end] - sums[start]) / (end - start) for name, sums in self._sums.items()
        }
