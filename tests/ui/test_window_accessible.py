"""What a screen reader and the keyboard find in the whole window, by the accessibility tree."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.page import Page
from reader.ui.questions import FilesToOpen
from reader.ui.window import MainWindow
from tests.ui.accessibility import NEEDS_NAME, interface_of, tree

OpenPage = Callable[[str], Page]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = "A headline\n\nThe bizarre story was falsely told. A very long line follows."


def nameless(widget: QWidget) -> list[str]:
    return [one.role().name for one in tree(interface_of(widget)) if _is_nameless(one)]


def _is_nameless(one: QAccessibleInterface) -> bool:
    # the line between two entries of a menu is an entry, too, and a disabled one
    state = one.state()
    is_used = one.role() in NEEDS_NAME and not state.invisible and not state.disabled
    return is_used and not one.text(QAccessible.Text.Name)


def round_trip(held: Qt.KeyboardModifier) -> list[QWidget]:
    """Return what the keyboard visits until it comes to something again."""
    visited: list[QWidget] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in visited:
            break
        visited.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab, held)
    return visited


def test_everything_in_the_window_has_a_name(window: MainWindow, open_page: OpenPage) -> None:
    assert nameless(window) == []
    page = open_page(TEXT)
    page.state.next_finding()
    assert nameless(window) == []


@pytest.mark.parametrize("name", ["preferences", "ignored", "about", "help", "legend", "tour"])
def test_everything_beside_the_article_has_a_name(window: MainWindow, name: str) -> None:
    window.menus.actions[name].trigger()
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible():
            assert nameless(widget) == []
    for dialog in window.findChildren(QDialog):
        dialog.close()


def test_the_keyboard_reaches_every_part_and_comes_back(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(TEXT)
    page.state.next_finding()
    with qtbot.waitActive(window):
        window.activateWindow()
    page.view.page.setFocus()
    visited = round_trip(Qt.KeyboardModifier.NoModifier)
    panel = page.panel.findings
    parts: list[QWidget] = [
        page.view.page,
        window.tool_bar.find_field,
        window.tool_bar.settings_button,
        page.panel.tabs,
        panel.filters.threshold.slider,
        panel.search_row.search,
        panel.search_row.grouping,
        panel.list,
        panel.card.ignore_button,
        *panel.card.alternative_buttons(),
    ]
    assert [part for part in parts if part not in visited] == []
    assert QApplication.focusWidget() is page.view.page
    # from the text to what stands beside it, from top to bottom
    assert visited.index(panel.filters.chips.chips()[0]) < visited.index(panel.list)
    assert set(round_trip(Qt.KeyboardModifier.ShiftModifier)) == set(visited)


@pytest.mark.parametrize("tab", [1, 2, 3])
def test_no_view_of_the_panel_keeps_the_keyboard(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot, tab: int
) -> None:
    page = open_page(TEXT)
    page.panel.tabs.setCurrentIndex(tab)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.view.page.setFocus()
    visited = round_trip(Qt.KeyboardModifier.NoModifier)
    assert window.tool_bar.find_field in visited
    assert page.panel.tabs in visited
    assert QApplication.focusWidget() is page.view.page


def test_several_articles_are_reached_by_their_tabs(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    open_page(TEXT)
    open_page(TEXT)
    with qtbot.waitActive(window):
        window.activateWindow()
    names = [one.accessibleName() for one in round_trip(Qt.KeyboardModifier.NoModifier)]
    assert "Open articles" in names


def test_where_the_keyboard_is_can_be_seen(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(TEXT)
    page.state.next_finding()
    with qtbot.waitActive(window):
        window.activateWindow()
    panel = page.panel.findings
    for part in (
        window.tool_bar.find_field,
        window.tool_bar.settings_button,
        window.tool_bar.edit_button,
        page.panel.tabs,
        panel.filters.chips.chips()[0],
        panel.filters.threshold.slider,
        panel.search_row.search,
        panel.search_row.grouping,
        panel.card.ignore_button,
        panel.card.alternative_buttons()[0],
    ):
        page.view.page.setFocus()
        without = part.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        assert part.hasFocus()
        assert part.grab().toImage() != without, part


def test_the_keyboard_begins_at_opening_a_file(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, folder: str) -> list[str]:
        asked.append(folder)
        return []

    monkeypatch.setattr(FilesToOpen, "ask", ask)
    with qtbot.waitActive(window):
        window.activateWindow()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.welcome.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert asked == [""]


def test_what_the_keyboard_reaches_in_the_overview_is_seen(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(TEXT)
    window.resize(900, 600)
    page.panel.show_tab(3)
    with qtbot.waitActive(window):
        window.activateWindow()
    overview = page.panel.overview
    page.panel.tabs.setFocus()
    while QApplication.focusWidget() is not overview.picture_button:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    place = overview.picture_button.mapTo(overview, overview.picture_button.rect().center())
    assert overview.rect().contains(place)
