"""The chain of places with the largest sum."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.corrective.chains import Step, best_chain

NUMBERS = st.integers(-5, 5).map(float)
SUMS = st.dictionaries(st.integers(0, 5), NUMBERS, min_size=1)
STEPS = st.builds(Step, NUMBERS, NUMBERS, NUMBERS)


def total(chain: tuple[int, ...], sums: list[dict[int, float]], steps: list[Step]) -> float:
    found = sum(own[place] for own, place in zip(sums, chain, strict=True))
    for (before, after), step in zip(pairwise(chain), steps, strict=True):
        found += step.same if after == before else step.later if after > before else step.earlier
    return found


def test_no_sentences_have_no_chain() -> None:
    assert best_chain([], []) == []


def test_to_stay_can_outweigh_a_better_place() -> None:
    sums = [{1: 3.0, 2: 0.0}, {1: 0.0, 2: 1.0}]
    assert best_chain(sums, [Step(0.0, 0.0, 0.0)]) == [1, 2]
    assert best_chain(sums, [Step(2.0, 0.0, 0.0)]) == [1, 1]


@given(st.lists(SUMS, min_size=1, max_size=4), st.data())
def test_no_chain_has_a_larger_sum(sums: list[dict[int, float]], data: st.DataObject) -> None:
    size = len(sums) - 1
    steps = data.draw(st.lists(STEPS, min_size=size, max_size=size))
    chain = tuple(best_chain(sums, steps))
    best = max(total(other, sums, steps) for other in product(*sums))
    assert total(chain, sums, steps) == best
