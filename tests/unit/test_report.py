"""The lines that `bias-reader analyse` prints for people."""

import pytest

from reader.cli.report import report
from reader.model.results import (
    Analysis,
    Category,
    Correction,
    CorrectionType,
    Engine,
    Finding,
    Voice,
)
from reader.model.span import Span

TEXT = "A bizarre plan.\n\nShe said “it is a lie”. She was there.\n"


def finding(word: str, category: Category, voice: Voice, speaker: str | None) -> Finding:
    start = TEXT.index(word)
    span = Span(start, start + len(word))
    return Finding(span, word, category, 0.8, voice, speaker, "It mocks.")


def analysis(*findings: Finding, corrections: tuple[Correction, ...] = ()) -> Analysis:
    return Analysis(findings, (), corrections, (), (), Engine("0.1.0", "x"))


OWN = finding("bizarre", Category.LOADED_ADJECTIVE, Voice.WRITER, None)
THEIRS = finding("lie", Category.LOADED_NOUN, Voice.QUOTED, "Ada Roe")
ANSWER = Correction(
    Span(TEXT.index("She was"), TEXT.index("She was") + 14),
    CorrectionType.REBUTTAL,
    Span(TEXT.index("it is"), TEXT.index("”")),
    "Ada Roe",
    0.7,
    "A fact against the claim.",
)


def test_a_line_for_each_mark_in_the_order_of_the_text() -> None:
    assert report("a.txt", TEXT, analysis(THEIRS, OWN, corrections=(ANSWER,))) == (
        "a.txt:1:3  loaded-adjective       bizarre  writer  It mocks.\n"
        "a.txt:3:19  loaded-noun            lie  quoted (Ada Roe)  It mocks.\n"
        "a.txt:3:25  corrective rebuttal    “She was there.”  A fact against the claim.\n"
        "a.txt: 2 findings (1 in the writer's own voice), 1 corrective passage, 12 words\n"
    )


def test_nothing_found() -> None:
    assert report("a.txt", "", analysis()) == (
        "a.txt: 0 findings (0 in the writer's own voice), 0 corrective passages, 0 words\n"
    )


def test_colours_go_to_a_terminal_only_and_can_be_refused() -> None:
    def coloured(**environment: str) -> bool:
        lines = report("a.txt", TEXT, analysis(OWN), coloured=True, environment=environment)
        return "\x1b[" in lines

    assert coloured()
    assert not coloured(NO_COLOR="1")
    assert "\x1b[" not in report("a.txt", TEXT, analysis(OWN), environment={})


def test_long_passages_are_shortened_at_a_space() -> None:
    text = "word " * 40
    passage = Correction(Span(0, len(text)), CorrectionType.NOTICE, None, None, 0.9, "A notice.")
    line = report("a.txt", text, analysis(corrections=(passage,)))
    assert "“word word word word word word word word word word word word…”" in line


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x07", "\u202e", "\x9b", "\r", "\n"])
def test_text_cannot_talk_to_the_terminal(sign: str) -> None:
    text = f"plan{sign}ned"
    word = Finding(
        Span(0, len(text)), text, Category.HEDGE, 0.5, Voice.QUOTED, f"Ada{sign}", f"Why{sign}."
    )
    lines = report(f"a{sign}.txt", text, analysis(word)).splitlines()
    assert len(lines) == 2
    assert not any(mark in line for mark in "\x1b\x07\u202e\x9b\r" for line in lines)


def test_lone_surrogates_are_no_obstacle() -> None:
    word = Finding(Span(0, 1), "\ud800", Category.HEDGE, 0.5, Voice.WRITER, None, "Why.")
    assert "\ud800" in report("a.txt", "\ud800", analysis(word))
