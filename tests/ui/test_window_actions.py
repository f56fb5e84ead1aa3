"""What the menus and their keys do in the window, where no other test tells."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import WordList
from reader.model.results import Category
from reader.model.span import Span
from reader.settings import Preferences
from reader.ui.commands import Command, Menu, all_menus
from reader.ui.page import Page
from reader.ui.panel.density_view import DensityView
from reader.ui.printing import PrinterChoice
from reader.ui.questions import FilesToOpen, FileToSave, Reason, Unsaved
from reader.ui.state import Item
from reader.ui.window import MainWindow

OpenPage = Callable[[str], Page]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = (
    "A headline\n\nThe bizarre story was falsely told. A very long line follows.\n"
    "A bizarre end was falsely given."
)


def trigger(window: MainWindow, name: str) -> None:
    window.menus.actions[name].trigger()


def shown(page: Page) -> list[str]:
    return [page.state.findings[index].text for index in page.state.visible_findings()]


def commands(menus: tuple[object, ...]) -> Iterator[Command]:
    for entry in menus:
        if isinstance(entry, Command):
            yield entry
        elif isinstance(entry, Menu):
            yield from commands(entry.entries)


@pytest.fixture
def no_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer every question as if it were called off."""
    monkeypatch.setattr(FilesToOpen, "ask", lambda *_: [])
    monkeypatch.setattr(FileToSave, "ask", lambda *_: "")
    monkeypatch.setattr(Reason, "ask", lambda *_: None)
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Unsaved.DISCARD)
    monkeypatch.setattr(PrinterChoice, "ask", lambda *_: None)


@pytest.mark.usefixtures("no_questions")
@pytest.mark.parametrize("name", [one.name for one in commands(all_menus())])
def test_every_command_may_come_at_any_time(
    window: MainWindow, open_page: OpenPage, name: str
) -> None:
    trigger(window, name)
    for page in window.tabs.pages:
        window.tabs.close_page(page)
    if window.isVisible():
        open_page(TEXT)
        trigger(window, name)


def test_the_sample_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "sample")
    qtbot.waitUntil(lambda: len(window.tabs.pages) == 1)
    assert window.tabs.pages[0].title.startswith("Row over")


def test_quitting_closes_the_window(window: MainWindow) -> None:
    trigger(window, "quit")
    assert not window.isVisible()


def test_text_is_cut_copied_pasted_selected_undone_and_redone(
    window: MainWindow, open_page: OpenPage
) -> None:
    page = open_page(TEXT)
    trigger(window, "edit_mode")
    trigger(window, "select_all")
    assert page.view.page.selected() == Span(0, len(TEXT))
    trigger(window, "copy")
    assert QApplication.clipboard().text() == TEXT
    trigger(window, "cut")
    assert page.state.text == ""
    trigger(window, "undo")
    assert page.state.text == TEXT
    trigger(window, "redo")
    assert page.state.text == ""
    trigger(window, "paste")
    assert page.state.text == TEXT


def test_finding_on_says_in_how_many_places(window: MainWindow, open_page: OpenPage) -> None:
    page = open_page(TEXT)
    field = window.tool_bar.find_field
    trigger(window, "find")
    QTest.keyClicks(field, "bizarre")
    first = page.view.page.selected()
    assert field.accessibleDescription() == "Found in 2 places"
    trigger(window, "find_next")
    assert page.view.page.selected().start > first.start
    trigger(window, "find_next")
    assert page.view.page.selected() == first
    QTest.keyClicks(field, " story")
    assert field.accessibleDescription() == "Found in 1 place"


def test_what_is_selected_is_looked_for(window: MainWindow, open_page: OpenPage) -> None:
    page = open_page(TEXT)
    start = TEXT.index("bizarre")
    page.view.page.select(Span(start, start + 7))
    trigger(window, "find")
    field = window.tool_bar.find_field
    assert (field.text(), field.selectedText()) == ("bizarre", "bizarre")
    assert field.accessibleDescription() == "Found in 2 places"
    trigger(window, "find_next")
    assert page.view.page.selected().start == TEXT.rindex("bizarre")
    page.view.page.select(Span(0, len(TEXT)))
    trigger(window, "find")
    assert field.text() == "bizarre"


def test_the_window_fills_the_screen_and_comes_back(window: MainWindow) -> None:
    trigger(window, "full_screen")
    assert window.isFullScreen()
    trigger(window, "full_screen")
    assert not window.isFullScreen()


def test_corrections_are_gone_through_both_ways(window: MainWindow, open_page: OpenPage) -> None:
    page = open_page(TEXT)
    trigger(window, "next_correction")
    first = page.state.selected
    trigger(window, "previous_correction")
    second = page.state.selected
    assert first == Item("correction", 0)
    assert second == Item("correction", 1)


def test_the_keyboard_goes_to_the_panel_and_back(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(TEXT)
    with qtbot.waitActive(window):
        window.activateWindow()
    trigger(window, "go_panel")
    assert page.panel.findings.list.hasFocus()
    trigger(window, "go_text")
    assert page.view.page.hasFocus()


def test_all_marks_come_back(window: MainWindow, open_page: OpenPage) -> None:
    page = open_page(TEXT)
    trigger(window, "next_finding")
    trigger(window, "only_category")
    page.panel.findings.filters.chips.categories[Category.INTENSIFIER].click()
    assert len(shown(page)) < 5
    trigger(window, "all_marks")
    assert len(shown(page)) == 5


def test_the_selected_finding_is_ignored_by_key(window: MainWindow, open_page: OpenPage) -> None:
    page = open_page(TEXT)
    trigger(window, "next_finding")
    trigger(window, "ignore")
    assert shown(page) == ["falsely", "very", "bizarre", "falsely"]
    trigger(window, "next_finding")
    trigger(window, "ignore_word")
    assert "falsely" not in shown(page)


def test_the_selected_word_goes_into_the_house_style(
    window: MainWindow, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(TEXT)
    monkeypatch.setattr(Reason, "ask", lambda *_: "it is the title of a play")
    trigger(window, "next_finding")
    trigger(window, "never_for_us")
    assert "bizarre" not in shown(page)
    (listed,) = window._services.user_data.listed_words
    assert (listed.word, listed.list) == ("bizarre", WordList.HOUSE_STYLE)
    assert listed.reason == "it is the title of a play"


@pytest.mark.parametrize(
    ("name", "said"),
    [("help_marks", "What the marks mean"), ("help_shortcuts", "Keyboard shortcuts")],
)
def test_the_help_opens_at_the_page_that_is_asked_for(
    window: MainWindow, name: str, said: str
) -> None:
    trigger(window, name)
    assert window.extras.help is not None
    assert said in window.extras.help.browser.toPlainText()


def test_a_key_puts_another_word_in_place_and_another_takes_it_back(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(TEXT)
    with qtbot.waitActive(window):
        window.activateWindow()
    trigger(window, "word_1")
    assert window.messages.sentence == "Select a finding first: F8 goes to the next one."
    trigger(window, "next_finding")
    trigger(window, "word_2")
    assert window.messages.sentence.startswith("There is no such other word")
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.state.text.startswith("A headline\n\nThe unusual story")
    trigger(window, "undo")
    assert page.state.text == TEXT


def test_the_menu_names_the_other_words(window: MainWindow, open_page: OpenPage) -> None:
    open_page(TEXT)
    menu, action = window.menus.menus["words"], window.menus.actions["word_1"]
    trigger(window, "next_finding")
    menu.aboutToShow.emit()
    assert action.text() == "&1 Put “unusual” instead"
    assert not window.menus.actions["word_2"].isVisible()
    menu.aboutToHide.emit()
    assert window.menus.actions["word_2"].isEnabled()


def test_ctrl_and_the_wheel_change_the_size_of_the_text(
    window: MainWindow, open_page: OpenPage
) -> None:
    page = open_page(TEXT)
    for turned, size in ((120, 1.0), (-120, 0.0), (-120, -1.0)):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page.view.page.viewport(), event)
        current = window._services.preferences.current
        assert current.font_size == Preferences().font_size + size


def test_a_link_on_the_clipboard_is_answered_in_a_sentence(
    window: MainWindow, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText(f"https://example.org/{'a' * 200}\n")
    trigger(window, "paste_article")
    qtbot.waitUntil(lambda: "Nothing is fetched" in window.messages.sentence)
    assert window.tabs.pages == []
    assert len(window.messages.sentence) < 200


def test_copied_files_and_links_to_files_are_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.txt"))])
    QApplication.clipboard().setMimeData(data)
    trigger(window, "paste_article")
    QApplication.clipboard().setText(QUrl.fromLocalFile(str(tmp_path / "two.txt")).toString())
    trigger(window, "paste_article")
    qtbot.waitUntil(lambda: len(window.tabs.pages) == 2)


def test_the_overview_leads_to_a_place_of_the_article(
    window: MainWindow, open_page: OpenPage
) -> None:
    page = open_page(f"{TEXT}\n{'A line that says nothing of note. ' * 400}\nA bizarre end.")
    window.resize(1000, 600)
    page.panel.tabs.setCurrentIndex(3)
    (view,) = (one for one in page.panel.overview.charts if isinstance(one, DensityView))
    QTest.keyClick(view.canvas, Qt.Key.Key_End)
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert page.view.page.verticalScrollBar().value() > 0
    assert page.panel.tabs.currentIndex() == 3
    trigger(window, "next_finding")
    assert page.state.selected == Item("finding", 5)


@pytest.mark.parametrize("number", range(4))
def test_a_key_leads_to_each_view_of_the_panel(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot, number: int
) -> None:
    page = open_page(TEXT)
    trigger(window, "panel")
    with qtbot.waitActive(window):
        window.activateWindow()
    key = Qt.Key(Qt.Key.Key_1.value + number)
    QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    panel = page.panel
    assert panel.isVisible()
    assert panel.tabs.currentIndex() == number
    lists = (panel.findings.list, panel.claims.list, panel.voices.list, panel.tabs)
    assert lists[number].hasFocus()


def test_a_key_leads_to_the_search_in_the_findings(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(TEXT)
    page.panel.tabs.setCurrentIndex(2)
    with qtbot.waitActive(window):
        window.activateWindow()
    trigger(window, "search_findings")
    field = page.panel.findings.search_row.search
    assert field.hasFocus()
    QTest.keyClicks(field, "very")
    assert shown(page) == ["very"]
