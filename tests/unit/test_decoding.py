"""The decoder of the model's log-probabilities."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.attribution.boundaries import COLUMNS, load_boundaries, read_boundaries
from reader.analysis.attribution.decoding import Hints, Stretches, decode
from reader.analysis.attribution.linking import link
from reader.analysis.reading import Array
from reader.errors import ResourceError
from reader.text.cutting import cut

LIKELY, UNLIKELY = np.log(0.9), np.log(0.05)


def layer(tags: str) -> Array:
    if not tags:
        return np.zeros((0, 3), np.float32)
    rows = [[LIKELY if tag == one else UNLIKELY for one in "OBI"] for tag in tags]
    return np.array(rows, dtype=np.float32)


@dataclass(frozen=True)
class Reading:
    source: Array
    cue: Array
    content: Array


def reading(source: str, cue: str, content: str) -> Reading:
    return Reading(layer(source), layer(cue), layer(content))


def test_stretches_of_two_sentences() -> None:
    result = decode(reading("BIOOOOBO", "OOBOOOOB", "OOOBIOOO"), [range(6), range(6, 8)])
    assert result == [
        Stretches((range(2),), (range(2, 3),), (range(3, 5),)),
        Stretches((range(6, 7),), (range(7, 8),), ()),
    ]


def test_no_inside_without_a_beginning() -> None:
    [stretches] = decode(reading("OOIIO", "OOOOO", "OOOOO"), [range(5)])
    assert [one.stop for one in stretches.sources] == [4]
    assert stretches.sources[0].start in {1, 2}


def test_a_stretch_ends_with_its_sentence() -> None:
    result = decode(reading("OOOO", "OOOO", "BIII"), [range(2), range(2, 4)])
    assert result[0].contents == (range(2),)
    assert all(one.start >= 2 for one in result[1].contents)


def test_sentences_of_any_length_and_none() -> None:
    tags = "O" * 300 + "BI"
    [stretches] = decode(reading(tags, tags, tags), [range(302)])
    assert stretches.contents == (range(300, 302),)
    assert decode(reading("", "", ""), []) == []


def test_two_beginnings_side_by_side() -> None:
    [stretches] = decode(reading("OOOO", "OOOO", "BIBI"), [range(4)])
    assert stretches.contents == (range(2), range(2, 4))


def test_a_content_goes_with_the_nearest_cue_and_its_nearest_source() -> None:
    # Vale said A , and Orr added B
    stretches = Stretches(
        (range(1), range(5, 6)), (range(1, 2), range(6, 7)), (range(2, 3), range(7, 8))
    )
    first, second = link(stretches, 0)
    assert (first.cue, first.source) == (range(1, 2), range(1))
    assert (second.cue, second.source) == (range(6, 7), range(5, 6))


def test_both_parts_of_a_broken_content_go_with_the_cue_between_them() -> None:
    # A , Vale said , B
    stretches = Stretches((range(2, 3),), (range(3, 4),), (range(1), range(5, 6)))
    assert {(one.cue, one.source) for one in link(stretches, 0)} == {(range(3, 4), range(2, 3))}


def test_a_cue_without_a_content_is_kept_for_what_follows() -> None:
    [only] = link(Stretches((range(1),), (range(1, 2),), ()), 3)
    assert (len(only.content), only.cue, only.source) == (0, range(1, 2), range(1))


def test_a_content_that_only_names_who_spoke_is_none() -> None:
    # Vale said, inside "according to the post, Vale said A"
    stretches = Stretches((range(4, 5),), (range(5, 6),), (range(4, 6), range(6, 9)))
    assert [one.content for one in link(stretches, 0)] == [range(6, 9)]


def test_hints_raise_the_odds() -> None:
    doubtful = np.log(np.array([[0.61, 0.38, 0.01], [0.61, 0.01, 0.38]], np.float32))
    silent = np.log(np.array([[0.9, 0.05, 0.05]] * 2, np.float32))
    one = Reading(silent, silent, doubtful)
    assert decode(one, [range(2)])[0].contents == ()
    hinted = decode(one, [range(2)], Hints(contents=[range(2)]))
    assert hinted[0].contents == (range(2),)


def test_what_goes_on_from_the_sentence_before_begins_with_the_first_word() -> None:
    [_, second] = decode(reading("OOOO", "OOOO", "BIII"), [range(2), range(2, 4)])
    assert second.contents == (range(2, 4),)


def worth_of(layers: Array, moves: Array, tags: Sequence[int]) -> float:
    """Return what a path of one layer is worth, -inf where I follows O."""
    total, before = 0.0, 0
    for word, tag in enumerate(tags):
        if tag == 2 and before == 0:
            return -np.inf
        kind = [None, 0, None] if before == 0 else [2, 1, 3]
        move = kind[tag]
        total += layers[word, tag] + (0.0 if move is None else moves[word, move])
        before = tag
    return total


@given(st.integers(0, 2**32 - 1), st.integers(1, 6))
def test_no_path_is_likelier_than_the_one_that_is_chosen(seed: int, length: int) -> None:
    random = np.random.default_rng(seed)
    scores = np.log(random.dirichlet([1, 1, 1], (1, length)).astype(np.float32))[0]
    silent = layer("O" * length)
    worth = random.normal(0, 1, (3, length, 4)).astype(np.float32)
    [stretches] = decode(Reading(scores, silent, silent), [range(length)], None, worth)
    chosen = [0] * length
    for stretch in stretches.sources:
        for word in stretch:
            chosen[word] = 2 if word > stretch.start else 1
    own = scores.copy()
    own[0, 1] = np.logaddexp(own[0, 1], own[0, 2])
    paths = product(range(3), repeat=length)
    best = max(worth_of(own, worth[0], path) for path in paths)
    assert worth_of(own, worth[0], chosen) == pytest.approx(best, abs=1e-4)


def test_a_boundary_is_worth_what_its_words_say() -> None:
    document = cut("Vale said that it rains.")
    nothing = layer("O" * len(document.words))
    marked = np.zeros(len(document.words), np.bool_)
    silent = np.log(np.array([[1, 1e-9, 1e-9]], np.float32)).repeat(len(document.words), axis=0)
    worth = load_boundaries().worth(document, range(1), Reading(silent, silent, silent), marked)
    begins, ends = worth[2, :, 0], worth[2, :, 2]
    assert worth.shape == (3, len(document.words), 4)
    # a content rather begins with "that" than behind it, and does not end there
    assert begins[2] > begins[3]
    assert ends[3] < ends[5]
    quoted = load_boundaries().worth(
        document, range(1), Reading(nothing, nothing, nothing), ~marked
    )
    assert not np.array_equal(quoted, worth)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("verb\tbefore\tword\tthat\t0\t0\t0\t0", "a role and a side"),
        ("cue\tbefore\tsound\tthat\t0\t0\t0\t0", "a kind and a name"),
        ("cue\tbefore\tchance\tverb\t0\t0\t0\t0", "a kind and a name"),
        ("cue\tbefore\tword\tthat\t0\t0\t0\tno", "four numbers"),
    ],
)
def test_a_bad_row_of_boundaries_is_named(tmp_path: Path, row: str, expected: str) -> None:
    path = tmp_path / "boundaries.tsv"
    path.write_text("\t".join(COLUMNS) + f"\n{row}\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=rf"boundaries.tsv, line 2: expected {expected}"):
        list(read_boundaries(path))
