"""The page never freezes: opening, typing, filtering and scrolling huge texts, in processor time.

The bounds are those of the window's promise; what was measured (2026-11, 2 cores) is a third of it
or less, so a busy machine does not break the test and a fault does.
"""

from statistics import median
from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.results import Category, Finding, Quote, QuoteKind, Voice
from reader.model.span import Span
from reader.settings import Preferences
from reader.ui.reading.view import ReadingView
from reader.ui.state import ArticleState, Filters
from reader.ui.theme import load_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SENTENCE = (
    "The council said in a bizarre week of talks that the old harbour had to wait for its boats. "
)
PARAGRAPHS = (SENTENCE * 4 + "\n") * (900_000 // (4 * len(SENTENCE)))
ONE_PARAGRAPH = SENTENCE * (1_000_000 // len(SENTENCE))
HUGE = pytest.mark.parametrize("text", [PARAGRAPHS, ONE_PARAGRAPH], ids=["paragraphs", "one"])


def findings(text: str) -> list[Finding]:
    spans = [Span(45 * one, 45 * one + 7) for one in range(20_000)]
    kinds, voices = list(Category), list(Voice)
    return [
        Finding(span, span.of(text), kinds[one % 12], 0.4 + one % 6 / 10, voices[one % 3], "A", "x")
        for one, span in enumerate(spans)
    ]


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    view = ReadingView(ArticleState(), load_theme("light"), Preferences())
    qtbot.addWidget(view)
    view.resize(1000, 800)
    with qtbot.waitExposed(view):
        view.show()
    return view


def seconds(begun: float) -> float:
    return process_time() - begun


def paint(view: ReadingView) -> None:
    view.page.viewport().repaint()


@HUGE
def test_the_first_picture_comes_at_once(view: ReadingView, text: str) -> None:
    begun = process_time()
    view._state.set_text(text)
    paint(view)
    assert seconds(begun) < 0.15


@HUGE
def test_twenty_thousand_findings_come_in_without_a_stall(view: ReadingView, text: str) -> None:
    state, found = view._state, findings(text)
    state.set_text(text)
    stalls = []
    for start in range(0, len(found), 150):
        begun = process_time()
        quote = Quote(found[start].span, "A", None, QuoteKind.DIRECT)
        state.add_part(found[start : start + 150], [quote], [])
        QApplication.processEvents()
        stalls.append(seconds(begun))
    # measured 5 ms in the middle and 11 ms at worst
    assert median(stalls) < 0.016
    assert max(stalls) < 0.05


@pytest.fixture
def marked(view: ReadingView) -> ReadingView:
    view._state.set_text(PARAGRAPHS)
    view._state.add_part(findings(PARAGRAPHS), [], [])
    QApplication.processEvents()
    return view


def test_a_filter_shows_at_once(marked: ReadingView) -> None:
    times = []
    for step in range(8):
        begun = process_time()
        marked._state.set_filters(Filters(threshold=0.4 + step / 20))
        marked.strip.refresh()
        QApplication.processEvents()
        times.append(seconds(begun))
    assert max(times) < 0.05


@HUGE
def test_a_key_is_painted_within_a_frame(view: ReadingView, text: str) -> None:
    view._state.set_text(text)
    view._state.add_part(findings(text), [], [])
    view.set_editable(True)
    view.page.select(Span(len(text) // 2, len(text) // 2))
    view.page.ensureCursorVisible()
    QApplication.processEvents()
    times = []
    for _ in range(60):
        begun = process_time()
        QTest.keyClick(view.page, Qt.Key.Key_A)
        paint(view)
        times.append(seconds(begun))
    # measured 6 ms in the middle and 10 ms at worst
    assert median(times) < 0.016
    assert max(times) < 0.05


def test_a_jump_is_painted_within_a_frame(marked: ReadingView) -> None:
    bar = marked.page.verticalScrollBar()
    times = []
    for step in range(30):
        begun = process_time()
        bar.setValue(bar.maximum() * (step * 7 % 30) // 30)
        paint(marked)
        times.append(seconds(begun))
    assert median(times) < 0.016
    assert max(times) < 0.05


def test_resizing_and_zooming_keep_up(marked: ReadingView) -> None:
    begun = process_time()
    marked.resize(700, 800)
    marked.apply_preferences(Preferences(font_size=20))
    paint(marked)
    assert seconds(begun) < 0.15
