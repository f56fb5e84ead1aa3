"""Reading closely: which sentences make a line, what the layers say, what becomes of it."""

from collections.abc import Sequence

import numpy as np
import pytest

from reader.analysis.corrective.comparison import compare, likeliest
from reader.analysis.encoder.close_reading import LONGEST, Line, Role, beside_claim
from reader.analysis.encoder.engine import Encoder, EncoderPass
from reader.analysis.reading import Array
from reader.text.cutting import cut

TEXT = (
    "Ada Orr said that the bridge had been shut for a month.\n"
    "The market opens at nine.\n"
    "It sells fish and bread.\n"
    "The square is full by ten.\n"
    "In fact the bridge had been shut for a day."
)


@pytest.fixture(scope="module")
def read() -> EncoderPass:
    document = cut(TEXT)
    one = Encoder().begin(document)
    one.read(range(len(document.paragraphs)))
    return one


@pytest.mark.parametrize(
    ("number", "claim", "others"),
    [
        (4, 1, ((1, Role.CLAIM), (3, Role.BEFORE))),
        (4, 3, ((3, Role.CLAIM),)),
        (4, 4, ((3, Role.BEFORE),)),
        (0, 2, ((2, Role.CLAIM),)),
        (0, 0, ()),
    ],
)
def test_a_claim_is_laid_beside_a_sentence_and_what_stands_before_it(
    number: int, claim: int, others: tuple[tuple[int, Role], ...]
) -> None:
    assert beside_claim(number, claim) == Line(number, others)


def test_a_long_sentence_is_cut() -> None:
    line = Line(2, ((1, Role.BEFORE), (0, Role.CLAIM)))
    roles = list(line.roles([3, 10_000, 5]))
    assert roles == [Role.BEFORE] * LONGEST[Role.BEFORE] + [Role.CLAIM] * 3


def test_a_line_reads_the_same_whatever_is_read_with_it(read: EncoderPass) -> None:
    lines = [beside_claim(4, 0), beside_claim(4, 3), beside_claim(0, 0)]
    together = read.read_closely(lines)
    assert [read.read_closely([line])[0] for line in lines] == together.tolist()


def test_the_claim_about_the_same_thing_answers_better(read: EncoderPass) -> None:
    close, far = read.read_closely([beside_claim(4, 0), beside_claim(4, 2)])
    assert close > far


def test_no_lines_give_nothing(read: EncoderPass) -> None:
    assert read.read_closely([]).shape == (0,)


def test_the_likeliest_claims_are_compared() -> None:
    def answer(lines: Sequence[Line]) -> Array:
        return np.array([-10 * line.others[0][0] for line in lines], np.float32)

    sums = {0: 4.1, 1: 5.0, 2: 4.8, 3: 4.6, 5: 4.4, 6: 0.0}
    [compared] = compare(answer, [7], [sums])
    assert set(compared) == {1, 2, 3, 5}
    assert max(compared, key=lambda place: compared[place]) == 1


def test_likeliest_keeps_the_order_of_the_sums() -> None:
    assert likeliest({1: 1.5, 2: 3.0, 3: 2.0}, 2) == [2, 3]


def test_what_is_far_behind_is_not_likely() -> None:
    assert likeliest({1: 0.5, 2: 3.0, 3: 2.0}) == [2, 3]
    assert likeliest({}) == []
