"""Any results go to JSON and back unchanged."""

import json
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from reader.model.codec import analysis_from_json, analysis_to_json
from reader.model.results import (
    Analysis,
    Claim,
    Correction,
    Engine,
    Finding,
    Quote,
    SentenceScore,
)
from reader.model.span import Span

spans = st.builds(Span, st.integers(0, 10**7), st.integers(0, 10**7))
# any text, lone surrogates included
texts = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)
names = st.none() | texts
# scores are written with four digits
scores = st.integers(0, 10_000).map(lambda number: number / 10_000)
# what codec leaves out: where a quotation's source and cue stand
nothing = st.none()


T = TypeVar("T")


def tuples(items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(items, max_size=3).map(tuple)


analyses = st.builds(
    Analysis,
    tuples(st.builds(Finding, span=spans, text=texts, score=scores, speaker=names,
                     explanation=texts, alternatives=tuples(texts))),
    tuples(st.builds(Quote, span=spans, speaker=names, cue=names,
                     source_span=nothing, cue_span=nothing)),
    tuples(st.builds(Correction, span=spans, claim=st.none() | spans, claimant=names,
                     score=scores, explanation=texts)),
    tuples(st.builds(Claim, span=spans, claimant=names, corrections=tuples(st.integers(0, 9)))),
    tuples(st.builds(SentenceScore, span=spans, bias=scores)),
    st.builds(Engine, texts, texts),
)  # fmt: skip


@given(analyses)
def test_there_and_back(analysis: Analysis) -> None:
    written = json.dumps(analysis_to_json(analysis))
    assert analysis_from_json(json.loads(written)) == analysis
