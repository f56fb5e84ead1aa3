"""The decoder of the model's log-probabilities."""

from dataclasses import dataclass

import numpy as np

from reader.analysis.attribution.decoding import Hints, Stretches, decode
from reader.analysis.attribution.linking import link
from reader.analysis.reading import Array

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
    [stretches] = decode(reading("OIIO", "OOOO", "OOOO"), [range(4)])
    assert all(one.start == 1 or len(one) == 4 for one in stretches.sources) or not (
        stretches.sources
    )
    assert not any(one.start == 2 for one in stretches.sources)


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


def test_hints_raise_the_odds_and_nothing_ends_behind_an_article() -> None:
    doubtful = np.log(np.array([[0.62, 0.37, 0.01], [0.62, 0.01, 0.37]], np.float32))
    silent = np.log(np.array([[0.9, 0.05, 0.05]] * 2, np.float32))
    one = Reading(silent, silent, doubtful)
    assert decode(one, [range(2)])[0].contents == ()
    hinted = decode(one, [range(2)], Hints(contents=[range(2)]))
    assert hinted[0].contents == (range(2),)
    article = np.log(np.array([[0.1, 0.8, 0.1], [0.6, 0.1, 0.3], [0.9, 0.05, 0.05]], np.float32))
    three = Reading(article[[2, 2, 2]], article[[2, 2, 2]], article)
    assert decode(three, [range(3)])[0].contents == (range(1),)
    kept = decode(three, [range(3)], Hints(unfinished=[0]))
    assert kept[0].contents == (range(2),)
