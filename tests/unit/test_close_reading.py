"""Reading closely: which sentences make a line, what the layers say, what becomes of it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from reader.analysis.claims import find_claims
from reader.analysis.corrective.closer import Closer, CloserMix, likeliest, read_mix
from reader.analysis.corrective.cues import load_cues
from reader.analysis.corrective.evidence import gather
from reader.analysis.corrective.memory import Memory
from reader.analysis.encoder.close_reading import (
    LONGEST,
    Close,
    Line,
    Role,
    beside_claim,
    in_context,
)
from reader.analysis.encoder.engine import Encoder, EncoderPass
from reader.analysis.quotes import find_quotes
from reader.errors import ResourceError
from reader.text.cutting import cut

TEXT = (
    "Ada Orr said that the bridge had been shut for a month.\n"
    "The market opens at nine.\n"
    "It sells fish and bread.\n"
    "The square is full by ten.\n"
    "In fact the bridge had been shut for a day."
)
MIX = CloserMix(least=1.0, own=0.5, close=2.0, offset=-0.25, unread=-3.0, possible=0.2)


@pytest.fixture(scope="module")
def read() -> EncoderPass:
    document = cut(TEXT)
    one = Encoder().begin(document)
    one.read(range(len(document.paragraphs)))
    return one


@pytest.fixture
def memory() -> Memory:
    document = cut(TEXT)
    quotes = find_quotes(document, None)
    claims = find_claims(document, None, quotes)
    return Memory(document, gather(document, quotes, load_cues()), claims)


@pytest.mark.parametrize(
    ("number", "claim", "others"),
    [
        (0, None, ()),
        (1, None, ((0, Role.BEFORE),)),
        (5, None, ((4, Role.BEFORE), (3, Role.BEFORE))),
        (5, 1, ((4, Role.BEFORE), (3, Role.BEFORE), (1, Role.CLAIM))),
        (5, 3, ((4, Role.BEFORE), (3, Role.BEFORE))),
    ],
)
def test_a_sentence_is_read_with_the_two_before_it_and_a_claim_further_back(
    number: int, claim: int | None, others: tuple[tuple[int, Role], ...]
) -> None:
    assert in_context(number, claim) == Line(number, others)


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
    lines = [in_context(4, 0), in_context(1, None), beside_claim(4, 0), beside_claim(0, 0)]
    together = read.read_closely(lines)
    alone = [read.read_closely([line]) for line in lines]
    assert [one.corrective[0] for one in alone] == together.corrective.tolist()
    assert [one.answers[0] for one in alone] == together.answers.tolist()
    assert together.kinds.shape == (4, 3)


def test_a_fact_against_a_claim_looks_more_corrective_than_a_plain_one(read: EncoderPass) -> None:
    close = read.read_closely([in_context(4, 0), in_context(3, 0)])
    assert close.corrective[0] > close.corrective[1]


def test_no_lines_give_nothing(read: EncoderPass) -> None:
    assert read.read_closely([]).kinds.shape == (0, 3)


def test_only_what_looks_corrective_is_read_closely(memory: Memory) -> None:
    asked: list[Line] = []

    def answer(lines: Sequence[Line]) -> Close:
        asked.extend(lines)
        count = len(lines)
        rebuttals = np.tile(np.array([0, 1, 0], np.float32), (count, 1))
        return Close(np.full(count, 4, np.float32), rebuttals, np.zeros(count, np.float32))

    looks = Closer(answer, MIX, memory).look([0.5, -1.0, 0.0, 0.9, 1.5])
    assert asked == [in_context(4, 0)]
    assert looks.kinds == {4: 1}
    assert looks.log_odds == pytest.approx([-6.0, -6.75, -6.25, -5.8, 8.5])


def test_the_likeliest_claims_are_compared(memory: Memory) -> None:
    def answer(lines: Sequence[Line]) -> Close:
        nearness = np.array([-line.others[0][0] for line in lines], np.float32)
        return Close(nearness, np.zeros((len(lines), 3), np.float32), 10 * nearness)

    sums = {0: 1.0, 1: 5.0, 2: 4.0, 3: 3.0, 5: 2.0, 6: 0.0}
    [compared] = Closer(answer, MIX, memory).compare([7], [sums])
    assert set(compared) == {1, 2, 3, 5}
    assert max(compared, key=lambda place: compared[place]) == 1


def test_likeliest_keeps_the_order_of_the_sums() -> None:
    assert likeliest({1: 0.5, 2: 3.0, 3: 1.0}, 2) == [2, 3]


@pytest.mark.parametrize("text", ["", "{}", '{"least": 1}', "[1]"])
def test_a_bad_file_of_numbers_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "close_reader.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match="close_reader"):
        read_mix(path)
