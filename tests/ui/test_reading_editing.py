"""Typing, pasting, undoing: the document, the article and the marks agree after anything."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.results import LEAVE_OUT
from reader.model.span import Span
from reader.settings import Preferences
from reader.ui.reading.display_text import LONGEST_BLOCK
from reader.ui.reading.view import ReadingView
from reader.ui.state import ArticleState, Item
from reader.ui.theme import load_theme
from tests.ui.reading_sample import FINDINGS, TEXT, fill, place

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Desk:
    """An article that is being edited."""

    state: ArticleState
    view: ReadingView

    def put_cursor(self, start: int, end: int | None = None) -> None:
        self.view.page.select(Span(start, start if end is None else end))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view.page, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.view.page, text)

    def paste(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        data.setHtml(f"<b>{text}</b>")
        self.view.page.insertFromMimeData(data)

    def is_sound(self) -> bool:
        """Say whether article, display and document hold the same, and the layout knows it."""
        page = self.view.page
        display, layout = page.display, page.page_layout
        fresh = type(display)(self.state.text)
        document = page.document().toRawText().replace("\u2029", "\n")
        assert display.text == fresh.text
        assert document == display.document()
        assert page.document().characterCount() - 1 == display.length
        assert page.document().blockCount() == len(display) == len(layout._heights)
        assert all(len(display.block_span(block)) <= LONGEST_BLOCK for block in range(len(display)))
        return True


def new_desk(qtbot: QtBot) -> Desk:
    state = ArticleState()
    view = ReadingView(state, load_theme("light"), Preferences())
    qtbot.addWidget(view)
    fill(state)
    view.set_editable(True)
    view.resize(900, 700)
    with qtbot.waitExposed(view):
        view.show()
    return Desk(state, view)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return new_desk(qtbot)


def test_typing_reaches_the_article_and_moves_the_marks(desk: Desk, qtbot: QtBot) -> None:
    desk.put_cursor(place("The director").start)
    with qtbot.waitSignals([desk.view.edited_text, desk.state.edited]):
        desk.type("Oh no. ")
    assert desk.state.text == TEXT.replace("The director", "Oh no. The director")
    assert [one.span.of(desk.state.text) for one in desk.state.findings] == [
        one.text for one in FINDINGS
    ]
    assert desk.is_sound()


def test_edits_are_told_in_code_points(desk: Desk, qtbot: QtBot) -> None:
    desk.state.set_text("😀😀 word")
    desk.put_cursor(3, 7)
    with qtbot.waitSignal(desk.state.edited) as caught:
        desk.paste("😀b")
    assert caught.args == [3, 4, 2]
    assert desk.state.text == "😀😀 😀b"
    assert desk.is_sound()


def test_a_read_only_page_takes_nothing(desk: Desk) -> None:
    desk.view.set_editable(False)
    desk.type("x")
    desk.paste("y")
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.state.text == TEXT
    desk.view.set_editable(True)
    assert desk.view.is_editable


def test_a_word_typed_is_one_step_to_undo(desk: Desk) -> None:
    desk.put_cursor(0)
    desk.type("two words ")
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.state.text == "two " + TEXT
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.state.text == TEXT
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    desk.view.redo()
    assert desk.state.text == "two words " + TEXT
    assert desk.is_sound()


def test_undo_knows_no_marks(desk: Desk) -> None:
    desk.put_cursor(len(TEXT))
    desk.type("x")
    desk.state.ignore_finding(0)
    desk.state.select(Item("finding", 1))
    desk.view.apply_preferences(Preferences(font_size=20))
    desk.view.apply_theme(load_theme("dark"))
    desk.view.undo()
    assert desk.state.text == TEXT
    assert len(desk.state.findings) == len(FINDINGS)
    assert not desk.state.is_visible(0)
    assert not desk.view.page.history.can_undo


def test_the_menu_hears_of_undo_and_redo(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.view.history_changed) as caught:
        desk.type("x")
    assert caught.args == [True, False]
    with qtbot.waitSignal(desk.view.history_changed) as caught:
        desk.view.undo()
    assert caught.args == [False, True]


def test_an_alternative_is_one_step_and_keeps_the_capital(desk: Desk) -> None:
    desk.view.apply_alternative(1, "poor")
    assert "a poor week" in desk.state.text
    assert len(desk.state.findings) == len(FINDINGS) - 1
    desk.view.undo()
    assert desk.state.text == TEXT
    desk.view.redo()
    assert "a poor week" in desk.state.text
    assert desk.is_sound()


def test_an_alternative_leaves_the_word_out(desk: Desk) -> None:
    desk.view.apply_alternative(3, LEAVE_OUT)
    assert "Lindqvist said that the engines" in desk.state.text


def test_paste_keeps_plain_text_and_newlines(desk: Desk) -> None:
    desk.put_cursor(0, len(TEXT))
    desk.paste("One\r\ntwo\rthree\n\nfour")
    assert desk.state.text == "One\ntwo\nthree\n\nfour"
    assert all(
        not part.format.fontItalic() and not part.format.foreground().style().value
        for part in desk.view.page.document().lastBlock().textFormats()
    )
    assert desk.is_sound()


def test_copying_gives_the_articles_own_text(desk: Desk) -> None:
    text = "a\0b\ud800 " + "long " * 900 + "\nend"
    desk.state.set_text(text)
    desk.key(Qt.Key.Key_A, CONTROL)
    data = desk.view.page.createMimeDataFromSelection()
    # what Qt cannot hold is lost in its strings, not before
    assert data.text().endswith("long " * 900 + "\nend")
    assert data.text().startswith("a\0b")


def test_cut_and_paste_by_keys(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    span = place("Petra Lindqvist, ")
    desk.put_cursor(span.start, span.end)
    desk.key(Qt.Key.Key_X, CONTROL)
    assert "Petra Lindqvist, " not in desk.state.text
    desk.key(Qt.Key.Key_V, CONTROL)
    assert desk.state.text == TEXT
    assert desk.is_sound()


def test_enter_in_the_headline_begins_a_paragraph(desk: Desk) -> None:
    desk.put_cursor(place("boats stood").start)
    desk.key(Qt.Key.Key_Return)
    assert desk.state.text == TEXT.replace("its boats", "its \nboats")
    layout = desk.view.page.page_layout
    assert layout.title_block == 0
    sizes = [
        {part.format.fontPointSize() for part in block.textFormats()}
        for block in (desk.view.page.document().findBlockByNumber(number) for number in (0, 1))
    ]
    assert sizes[0] != sizes[1]
    desk.key(Qt.Key.Key_Backspace)
    assert desk.state.text == TEXT
    assert desk.is_sound()


def test_text_is_dropped_where_the_mouse_is(desk: Desk) -> None:
    page = desk.view.page
    desk.put_cursor(place("The company").start)
    at = page.viewport().mapTo(desk.view, page.cursorRect().center())
    desk.put_cursor(0)
    data = QMimeData()
    data.setText("Dropped. ")
    action = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    button = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desk.view, QDragEnterEvent(at, action, data, button, none))
    event = QDropEvent(QPointF(at), action, data, button, none)
    QApplication.sendEvent(desk.view, event)
    assert desk.state.text == TEXT.replace("The company", "Dropped. The company")
    assert event.dropAction() is Qt.DropAction.CopyAction


def test_tab_leaves_the_page(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Tab)
    assert desk.state.text == TEXT


def test_ctrl_and_wheel_ask_for_another_size(desk: Desk, qtbot: QtBot) -> None:
    viewport = desk.view.page.viewport()
    for turned, wanted in ((120, 1), (-120, -1)):
        event = QWheelEvent(
            QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
            CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        with qtbot.waitSignal(desk.view.zoomed) as caught:
            QApplication.sendEvent(viewport, event)
        assert caught.args == [wanted]


LONG = "word " * 1500


def test_a_paragraph_that_grows_is_cut_and_the_article_is_not(desk: Desk) -> None:
    desk.state.set_text("Start.\n" + "a" * (LONGEST_BLOCK - 2))
    desk.put_cursor(10)
    desk.type("b" * 6)
    assert desk.state.text == "Start.\naaa" + "b" * 6 + "a" * (LONGEST_BLOCK - 5)
    assert desk.view.page.place() == 16
    assert len(desk.view.page.display) == 3
    assert desk.is_sound()


@pytest.mark.parametrize(("key", "offset"), [(Qt.Key.Key_Backspace, -1), (Qt.Key.Key_Delete, 0)])
def test_deleting_at_a_cut_deletes_a_letter(desk: Desk, key: Qt.Key, offset: int) -> None:
    desk.state.set_text(LONG)
    cut = desk.view.page.display.starts[1]
    desk.put_cursor(cut)
    if offset == 0:
        desk.key(Qt.Key.Key_Left)
    desk.key(key)
    assert desk.state.text == LONG[: cut + offset] + LONG[cut + offset + 1 :]
    assert desk.is_sound()


def test_deleting_across_cuts(desk: Desk) -> None:
    desk.state.set_text(LONG)
    first, second = desk.view.page.display.starts[1:3]
    desk.put_cursor(first - 10, second + 10)
    desk.type("x")
    assert desk.state.text == LONG[: first - 10] + "x" + LONG[second + 10 :]
    desk.view.undo()
    assert desk.state.text == LONG
    assert desk.is_sound()


def test_a_huge_paste_is_cut(desk: Desk) -> None:
    desk.put_cursor(place("Petra").start)
    desk.paste(LONG)
    assert desk.state.text == TEXT.replace("Petra", LONG + "Petra", 1)
    assert desk.is_sound()


ANY_TEXT = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("\n\n\0\r\ud800\U0001f600 אb"),
    max_size=12,
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("replace"), st.integers(0, 60), st.integers(0, 9), ANY_TEXT),
        st.tuples(
            st.just("key"),
            st.integers(0, 60),
            st.integers(0, 4),
            st.sampled_from("abc \b\x7f\r"),
        ),
        st.tuples(st.sampled_from(("undo", "redo")), st.just(0), st.just(0), st.just("")),
    ),
    max_size=8,
)
KEYS = {"\b": Qt.Key.Key_Backspace, "\x7f": Qt.Key.Key_Delete, "\r": Qt.Key.Key_Return}


def take(desk: Desk, step: tuple[str, int, int, str]) -> None:
    kind, at, length, text = step
    start = min(at, len(desk.state.text))
    end = min(start + length, len(desk.state.text))
    if kind == "replace":
        desk.view.replace_range(start, end, text)
    elif kind == "key":
        desk.put_cursor(start, end)
        if text in KEYS:
            desk.key(KEYS[text])
        else:
            desk.type(text)
    elif kind == "undo":
        desk.view.undo()
    else:
        desk.view.redo()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT, steps=STEPS)
def test_anything_can_be_edited_and_undone(
    shared_desk: Desk, text: str, steps: list[tuple[str, int, int, str]]
) -> None:
    desk = shared_desk
    desk.state.set_text(text)
    for step in steps:
        take(desk, step)
        assert desk.is_sound()
    after = desk.state.text
    undone = 0
    while desk.view.page.history.can_undo:
        desk.view.undo()
        undone += 1
    assert desk.state.text == text
    for _ in range(undone):
        desk.view.redo()
    assert desk.state.text == after
    assert desk.is_sound()


@pytest.fixture
def shared_desk(qtbot: QtBot) -> Desk:
    return new_desk(qtbot)


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\0", "\ud800", "😀", "שלום עולם\n" * 5, "a\u2028b\u2029c\ufffc", "\r\n" * 9, "\t"],
)
def test_odd_texts_are_shown_and_edited(desk: Desk, text: str) -> None:
    desk.state.set_text(text)
    desk.view.grab()
    assert desk.is_sound()
    desk.put_cursor(len(text))
    desk.type("x")
    desk.view.grab()
    assert desk.state.text == text + "x"
    assert desk.is_sound()


def on_screen(desk: Desk) -> QImage:
    """Return what is on the screen, drawn piece by piece, without drawing anything now."""
    page = desk.view.page
    corner = page.viewport().mapTo(desk.view, QPoint(0, 0))
    size = page.viewport().size()
    screen = desk.view.screen().grabWindow(
        desk.view.winId(), corner.x(), corner.y(), size.width(), size.height()
    )
    return screen.toImage().convertToFormat(QImage.Format.Format_RGB32)


def drawn_whole(desk: Desk) -> QImage:
    picture = desk.view.page.viewport().grab().toImage()
    return picture.convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize(
    "typed", ["x", "a longer stretch that breaks the line anew and again and again ", "\r", "\b\b"]
)
def test_a_part_drawn_again_is_what_the_whole_would_be(desk: Desk, typed: str) -> None:
    desk.state.select(Item("correction", 0))
    desk.put_cursor(place("on Monday").start)
    desk.view.page.setCursorWidth(0)
    desk.view.repaint()
    for letter in typed:
        if letter in KEYS:
            desk.key(KEYS[letter])
        else:
            desk.type(letter)
        QApplication.processEvents()
    assert on_screen(desk) == drawn_whole(desk)


def test_typing_at_the_end_does_not_jump(desk: Desk) -> None:
    desk.state.set_text("\n".join(f"Line {n} of a text. " * 9 for n in range(60)))
    desk.put_cursor(len(desk.state.text))
    desk.view.page.ensureCursorVisible()
    bar = desk.view.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.view.grab()
    values: list[int] = []
    bar.valueChanged.connect(values.append)
    desk.type("abc")
    desk.view.grab()
    assert values == []


def test_a_screen_reader_finds_the_article(desk: Desk) -> None:
    reached = QAccessible.queryAccessibleInterface(desk.view.page)
    assert reached.text(QAccessible.Text.Name) == "Article"
    assert reached.role() == QAccessible.Role.EditableText
    text = reached.textInterface()
    assert text.text(0, 14) == "Ferry operator"
    assert text.characterRect(0).isValid()
