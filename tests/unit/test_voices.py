"""Whose words a stretch of text is."""

from reader.analysis.voices import Voices
from reader.model.results import Quote, QuoteKind, Voice
from reader.model.span import Span


def quote(start: int, end: int, speaker: str, kind: QuoteKind) -> Quote:
    return Quote(Span(start, end), speaker, "said", kind)


def test_marks_go_before_indirect_speech_and_both_before_the_writer() -> None:
    voices = Voices(
        [quote(10, 60, "Vale", QuoteKind.INDIRECT), quote(20, 30, "Orr", QuoteKind.DIRECT)]
    )
    assert voices.at(Span(0, 5)) == (Voice.WRITER, None)
    assert voices.at(Span(12, 15)) == (Voice.REPORTED, "Vale")
    assert voices.at(Span(22, 25)) == (Voice.QUOTED, "Orr")
    assert voices.at(Span(40, 45)) == (Voice.REPORTED, "Vale")
    assert voices.at(Span(60, 61)) == (Voice.WRITER, None)


def test_the_innermost_of_nested_indirect_speech_counts() -> None:
    voices = Voices(
        [quote(0, 90, "Vale", QuoteKind.INDIRECT), quote(30, 50, "Orr", QuoteKind.INDIRECT)]
    )
    assert voices.at(Span(35, 40)) == (Voice.REPORTED, "Orr")
    assert voices.at(Span(70, 75)) == (Voice.REPORTED, "Vale")


def test_a_long_quote_holds_behind_many_short_ones() -> None:
    inner = [quote(10 * n, 10 * n + 3, "Orr", QuoteKind.INDIRECT) for n in range(1, 50)]
    voices = Voices([quote(0, 1000, "Vale", QuoteKind.INDIRECT), *inner])
    assert voices.at(Span(800, 805)) == (Voice.REPORTED, "Vale")


def test_nothing_quoted() -> None:
    assert Voices([]).at(Span(3, 4)) == (Voice.WRITER, None)
