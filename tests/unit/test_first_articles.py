"""What the two articles that a newcomer opens first have to show, through the whole analysis."""

import pytest

from reader.analysis.pipeline import Analyser
from reader.model.results import Analysis, Category, ClaimStatus, CorrectionType, Voice
from reader.resources import resource

LOADED_IN_THE_WRITERS_VOICE = {
    "controversial", "falsely", "inaccurately", "land grab", "incredibly", "furore", "mocked",
    "lashed out", "bizarre",
}  # fmt: skip
PLAIN = {
    "russian", "first", "early", "european", "low", "clear", "following", "due", "above", "later"
}  # fmt: skip


@pytest.fixture(scope="module")
def sample() -> Analysis:
    return Analyser().analyse(resource("samples/harbour-bridge.txt").read_text(encoding="utf-8"))


@pytest.mark.shared
def test_the_seed_article_has_the_loaded_words_of_its_writer_and_of_its_speaker(
    seed_article: str,
) -> None:
    findings = Analyser().analyse(seed_article).findings
    loaded = [finding for finding in findings if finding.category.is_loaded]
    own = {finding.text.lower() for finding in loaded if finding.voice is Voice.WRITER}
    said = {(f.text.lower(), f.speaker) for f in loaded if f.voice is Voice.QUOTED}
    assert own >= LOADED_IN_THE_WRITERS_VOICE
    assert {("hysteria", "Vladimir Putin"), ("boorish", "Vladimir Putin")} <= said
    assert PLAIN.isdisjoint(finding.text.lower() for finding in findings)


def test_the_sample_shows_every_category(sample: Analysis) -> None:
    assert {finding.category for finding in sample.findings} == set(Category)


def test_the_sample_shows_every_voice_correction_and_status(sample: Analysis) -> None:
    assert {finding.voice for finding in sample.findings} == set(Voice)
    assert {correction.type for correction in sample.corrections} == set(CorrectionType)
    assert {claim.status for claim in sample.claims} == set(ClaimStatus)
