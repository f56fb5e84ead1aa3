"""Looking for the claim that a sentence answers: what the pointer says of the places in reach."""

import numpy as np
import pytest

from reader.analysis.claims import find_claims
from reader.analysis.corrective.cues import load_cues
from reader.analysis.corrective.evidence import gather
from reader.analysis.corrective.features import each_row
from reader.analysis.corrective.links import Context, candidates, pair_features
from reader.analysis.corrective.memory import Memory
from reader.analysis.corrective.whole_article import load_numbers
from reader.analysis.encoder.engine import Encoder
from reader.analysis.quotes import find_quotes
from reader.text.cutting import cut

TEXT = (
    "“The bridge has been shut for a month,” Ada Orr told the council on Monday.\n"
    "The market opens at nine.\n"
    "It sells fish and bread.\n"
    "“Fish has never been dearer,” said Ben Ash, who runs a stall.\n"
    "In fact the records of the harbour show that the bridge was shut for a day."
)


def pointed(number: int) -> dict[int, float]:
    """Return what the pointer says of the places where sentence `number` may find its claim."""
    document = cut(TEXT)
    encoded = Encoder().begin(document)
    encoded.read(range(len(document.paragraphs)))
    quotes = find_quotes(document, encoded.reading)
    numbers = load_numbers()
    evidence = gather(document, quotes, load_cues(), numbers.words)
    memory = Memory(document, evidence, find_claims(document, encoded.reading, quotes))
    rows = list(each_row(evidence, memory, numbers.words))
    passages = encoded.read_article(numbers.table(rows, len(rows)))
    context = Context(evidence, memory, [0.0] * len(rows))
    places = candidates(context, number)
    pairs = [pair_features(context, number, place) for place in places]
    sums = encoded.point(passages, number, places, numbers.pair_table(pairs, len(pairs)))
    assert np.isfinite(sums).all()
    return dict(zip(places, sums.tolist(), strict=True))


@pytest.mark.parametrize("number", range(5))
def test_every_place_in_reach_has_a_sum(number: int) -> None:
    assert list(pointed(number)) == list(range(min(5, number + 3)))


def test_the_claim_about_the_same_thing_is_found() -> None:
    sums = pointed(4)
    assert max(sums, key=lambda place: sums[place]) == 0


def test_the_same_text_gives_the_same_sums() -> None:
    assert pointed(4) == pointed(4)
