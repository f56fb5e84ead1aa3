"""What stands beside the article: preferences, themes, legend, help, tour, lists, printing."""

import logging
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QtMsgType, QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QSlider,
)
from pytestqt.qtbot import QtBot

from reader.model.results import Category
from reader.settings import Preferences, load_preferences, save_preferences
from reader.ui.about import AboutBox
from reader.ui.application import Places, log_qt, window_hook
from reader.ui.categories import category_wording
from reader.ui.commands import Command, Menu, all_menus
from reader.ui.help_viewer import page_html, shortcuts_html
from reader.ui.ignored_dialog import IgnoredDialog
from reader.ui.marks_form import Colour
from reader.ui.other_keys import all_parts
from reader.ui.page import Page
from reader.ui.panel.grouping import Grouping
from reader.ui.printing import PrinterChoice
from reader.ui.questions import FileToSave
from reader.ui.reading_settings import ReadingSettings
from reader.ui.window import MainWindow
from tests.ui.screenshot import PICTURES, take

NATIVE = QKeySequence.SequenceFormat.NativeText
OpenPage = Callable[[str], Page]
MakeWindow = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = "A headline\n\nThe bizarre story was falsely told. A very long line follows."


def trigger(window: MainWindow, name: str) -> None:
    window.menus.actions[name].trigger()


def trigger_theme(window: MainWindow, theme: str) -> None:
    index = ["system", "light", "sepia", "dark"].index(theme)
    window.menus.menus["theme"].actions()[index].trigger()


def ground(page: Page) -> str:
    """Return the colour of the paper as it is painted, in a corner where nothing is written."""
    return page.view.page.viewport().grab().toImage().pixelColor(3, 3).name()


def preferences(window: MainWindow) -> Preferences:
    return window._services.preferences.current


@pytest.mark.parametrize("theme", ["dark", "sepia", "light"])
def test_a_theme_is_worn_at_once_and_remembered(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot, places: Places, theme: str
) -> None:
    page = open_page(TEXT)
    # from dark and back: what is first worn is easily right
    for name in ("dark", "light"):
        trigger_theme(window, name)
        assert ground(page) == window._appearance.theme.roles.page
    trigger_theme(window, theme)
    assert window._appearance.theme.name == theme
    roles = window._appearance.theme.roles
    assert window.palette().color(window.backgroundRole()).name() == roles.surface
    assert ground(page) == roles.page
    qtbot.waitUntil(lambda: load_preferences(places.settings)[0].theme == theme)


def test_the_text_grows_shrinks_and_goes_back(window: MainWindow) -> None:
    usual = preferences(window).font_size
    trigger(window, "bigger")
    trigger(window, "bigger")
    assert preferences(window).font_size == usual + 2
    trigger(window, "smaller")
    assert preferences(window).font_size == usual + 1
    trigger(window, "usual_size")
    assert preferences(window).font_size == usual


def test_the_popup_sets_the_page_at_once(window: MainWindow, open_page: OpenPage) -> None:
    open_page(TEXT)
    window.tool_bar.settings_button.click()
    (popup,) = window.findChildren(ReadingSettings)
    sliders: dict[str, QSlider] = popup.form.sliders
    sliders["font_size"].setValue(40)
    sliders["measure"].setValue(60)
    sliders["line_height"].setValue(40)
    found = preferences(window)
    assert (found.font_size, found.measure, found.line_height) == (20.0, 60, 2.0)
    popup.close()


def test_a_category_is_switched_off_recoloured_and_set_back(
    window: MainWindow, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(TEXT)
    trigger(window, "preferences")
    dialog = window.extras.preferences
    assert dialog is not None
    dialog.marks.boxes[Category.INTENSIFIER].setChecked(False)
    assert list(page.state.visible_findings()) == [0, 1]
    monkeypatch.setattr(Colour, "ask", lambda *_: "#123456")
    recolour = button(dialog, f"Colour of {category_wording(Category.LOADED_ADJECTIVE).plural}")
    recolour.click()
    assert preferences(window).colours == {"loaded-adjective": "#123456"}
    assert window._appearance.theme.marks[Category.LOADED_ADJECTIVE].tint == "#123456"
    box = dialog.findChildren(QDialogButtonBox)[0]
    box.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert preferences(window) == Preferences(tour_seen=True)
    assert list(page.state.visible_findings()) == [0, 1, 2]
    dialog.close()


def button(parent: object, name: str) -> QPushButton:
    assert hasattr(parent, "findChildren")
    found: list[QPushButton] = parent.findChildren(QPushButton)
    return next(one for one in found if one.accessibleName() == name)


def test_the_threshold_of_the_panel_is_the_one_of_the_preferences(
    window: MainWindow, open_page: OpenPage
) -> None:
    one, two = open_page(TEXT), open_page("Another bizarre tale.")
    window._services.preferences.change(threshold=0.9)
    assert list(one.state.visible_findings()) == []
    two.state.set_filters(type(two.state.filters)(threshold=0.5))
    assert preferences(window).threshold == 0.5
    assert list(one.state.visible_findings()) == [0, 1, 2]


def test_broken_settings_are_told_and_the_window_opens(
    make: MakeWindow, places: Places, tmp_path: Path
) -> None:
    places.settings.write_text("{")
    (tmp_path / "library.sqlite").write_text("no database at all" * 100)
    window = make()
    window.start_services()
    assert "could not be read" in window.messages.sentence
    assert "cannot be used" in window.messages.sentence


def test_the_legend_is_one_key_away(window: MainWindow, open_page: OpenPage) -> None:
    open_page(TEXT)
    trigger(window, "legend")
    legend = window.extras.legend
    assert legend is not None
    shown = legend.isVisible()
    legend.closed.emit()
    assert (shown, legend.isVisible()) == (True, False)
    assert not window.menus.actions["legend"].isChecked()


def test_what_is_ignored_can_be_marked_again_from_the_list(
    window: MainWindow, open_page: OpenPage
) -> None:
    page = open_page(TEXT)
    page.panel.ignore_requested.emit(0)
    page.panel.ignore_word_requested.emit("very")
    trigger(window, "ignored")
    (dialog,) = window.findChildren(IgnoredDialog)
    cells = [dialog.table.item(row, 0) for row in range(2)]
    assert [cell.text() for cell in cells if cell] == ["very", "bizarre"]
    dialog.table.selectAll()
    dialog.restore_selected()
    assert dialog.table.rowCount() == 0
    assert list(page.state.visible_findings()) == [0, 1, 2]
    dialog.close()


def test_reasons_are_written_in_the_list_and_remembered(
    make: MakeWindow, window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(TEXT)
    page.panel.ignore_requested.emit(0)
    page.panel.ignore_word_requested.emit("very")
    trigger(window, "ignored")
    (dialog,) = window.findChildren(IgnoredDialog)
    for row, reason in ((0, "our style book"), (1, "a title")):
        item = dialog.table.item(row, 2)
        assert item is not None
        item.setText(reason)
    data = window._services.user_data
    qtbot.waitUntil(lambda: [one.reason for one in data.listed_words] == ["our style book"])
    qtbot.waitUntil(lambda: [one.reason for one in data.ignored_findings()] == ["a title"])
    dialog.close()
    window.close()
    trigger(again := make(), "ignored")
    (dialog,) = again.findChildren(IgnoredDialog)
    reasons = [dialog.table.item(row, 2) for row in range(2)]
    assert [cell.text() for cell in reasons if cell] == ["our style book", "a title"]
    dialog.close()


def test_what_is_ignored_is_taken_off_the_list_by_key(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(TEXT)
    page.panel.ignore_requested.emit(0)
    trigger(window, "ignored")
    (dialog,) = window.findChildren(IgnoredDialog)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert dialog.table.rowCount() == 0
    dialog.close()


def test_the_tour_is_shown_once_and_can_be_skipped(make: MakeWindow, places: Places) -> None:
    save_preferences(Preferences(theme="light"), places.settings)
    window = make()
    window.start_services()
    tour = window.extras.tour
    assert tour is not None
    was_shown = tour.isVisible()
    tour.ended.emit()
    assert (was_shown, tour.isVisible()) == (True, False)
    window.close()
    again = make()
    again.start_services()
    assert again.extras.tour is None


def test_the_tour_goes_to_its_end(window: MainWindow, open_page: OpenPage, qtbot: QtBot) -> None:
    open_page(TEXT)
    trigger(window, "tour")
    tour = window.extras.tour
    assert tour is not None
    go_on = tour.findChildren(QPushButton)[1]
    with qtbot.waitSignal(tour.ended):
        for _ in range(4):
            assert window.rect().contains(tour.geometry())
            go_on.click()


def test_every_category_is_explained_in_the_help(window: MainWindow, root: Path) -> None:
    page = (root / "resources" / "help" / "marks.html").read_text(encoding="utf-8")
    for category in Category:
        wording = category_wording(category)
        assert f'id="{category.value}"' in page
        assert wording.singular.capitalize() in page
        assert wording.definition in page
    window.extras.explain(Category.HEDGE)
    assert window.extras.help is not None
    assert window.extras.help.browser.source() == QUrl("help:marks.html#hedge")
    assert "takes back part" in window.extras.help.browser.toPlainText()


def test_the_pages_of_the_help_lead_to_pages_that_exist(window: MainWindow, root: Path) -> None:
    folder = root / "resources" / "help"
    for path in folder.glob("*.html"):
        for link in page_html(path).split('href="help:')[1:]:
            assert (folder / link.split('"')[0].split("#")[0]).is_file()


def test_every_picture_of_readme_and_help_is_made_by_the_command(root: Path) -> None:
    folder = root / "resources" / "help"
    shown = {
        match[1]
        for path in (root / "README.md", *folder.glob("*.html"))
        for match in re.finditer(r"(?:src=\"|resources/help/)([\w-]+\.png)", path.read_text())
    }
    assert shown == set(PICTURES)
    assert {path.name for path in folder.glob("*.png")} == shown


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_shows_something(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot, name: str, tmp_path: Path
) -> None:
    open_page(TEXT)
    take(PICTURES[name](window), tmp_path / name)
    picture = QImage(str(tmp_path / name))
    colours = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 4)
        for y in range(0, picture.height(), 4)
    }
    assert len(colours) > 20


def test_the_help_loads_nothing_from_elsewhere(window: MainWindow, tmp_path: Path) -> None:
    trigger(window, "help")
    viewer = window.extras.help
    assert viewer is not None
    kind = QTextDocument.ResourceType.ImageResource.value
    assert viewer.browser.loadResource(kind, QUrl("https://example.org/a.png")) is None
    assert viewer.browser.loadResource(kind, QUrl("file:///etc/hostname")) is None


def test_every_command_with_a_key_is_on_the_shortcuts_page(window: MainWindow) -> None:
    page = unescape(shortcuts_html())
    keyed = [action for action in window.menus.actions.values() if action.shortcuts()]
    assert len(keyed) > 40
    for action in keyed:
        assert action.text().replace("&", "").rstrip("…") in page
        assert any(key.toString(NATIVE) in page for key in action.shortcuts())


def test_the_keys_of_the_lists_are_those_on_the_shortcuts_page(
    window: MainWindow, open_page: OpenPage, qtbot: QtBot
) -> None:
    (lists,) = (part for part in all_parts() if part.name == "In the lists of the panel")
    said = [keys for keys, _ in lists.lines]
    pressed = {
        "Up, Down": (Qt.Key.Key_Up, Qt.Key.Key_Down),
        "Left, Right": (Qt.Key.Key_Left, Qt.Key.Key_Right),
        "−, +": (Qt.Key.Key_Minus, Qt.Key.Key_Plus),
        "/, *": (Qt.Key.Key_Slash, Qt.Key.Key_Asterisk),
        "1 to 9": (Qt.Key.Key_1,),
        "Enter": (Qt.Key.Key_Return,),
        "Delete": (Qt.Key.Key_Delete,),
    }
    assert said == list(pressed)
    page = open_page(TEXT)
    page.panel.findings.group_by(Grouping.CATEGORY)
    with qtbot.waitActive(window):
        window.activateWindow()

    def seen() -> tuple[object, ...]:
        shown = tuple(page.state.visible_findings())
        rows = page.panel.findings.model.row_count()
        return page.state.selected, shown, rows, page.state.text, QApplication.focusWidget()

    for keys in pressed.values():
        for key in keys:
            page.panel.findings.list.setFocus()
            if page.panel.findings.list.current_row() is None:
                page.state.next_finding()
            before = seen()
            QTest.keyClick(page.panel.findings.list, key)
            if before == seen():
                # the first row has none before it, and the first group neither
                assert key in {Qt.Key.Key_Up, Qt.Key.Key_Left}


def test_no_two_commands_have_the_same_key_or_mnemonic(window: MainWindow) -> None:
    keys = [
        key.toString() for action in window.menus.actions.values() for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
    for menu in all_menus():
        labels = [entry.label for entry in menu.entries if isinstance(entry, Command | Menu)]
        letters = [label[label.index("&") + 1].lower() for label in labels]
        assert len(letters) == len(set(letters)), (menu.name, letters)


def test_about_names_versions_and_licences(window: MainWindow, open_page: OpenPage) -> None:
    open_page(TEXT)
    trigger(window, "about")
    (box,) = window.findChildren(AboutBox)
    for said in ("Apache-2.0", "LGPL-3.0", "PySide6", "Python 3", "textblob", "quick"):
        assert said in box.text.text()
    box.close()


def test_the_article_is_printed_to_pdf_with_its_marks(
    window: MainWindow, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(TEXT)
    path = tmp_path / "article.pdf"
    monkeypatch.setattr(FileToSave, "ask", lambda *_: str(path))
    trigger(window, "print_pdf")
    assert path.read_bytes().startswith(b"%PDF")
    assert "Printed to" in window.messages.sentence
    printed = page.view.document_for_print().toPlainText()
    assert "The bizarre story" in printed
    assert category_wording(Category.LOADED_ADJECTIVE).singular in printed.lower()


def test_a_pdf_that_cannot_be_written_is_told(
    window: MainWindow, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page(TEXT)
    monkeypatch.setattr(FileToSave, "ask", lambda *_: str(tmp_path / "none" / "a.pdf"))
    trigger(window, "print_pdf")
    assert "cannot be written" in window.messages.sentence


def test_printing_may_be_called_off(
    window: MainWindow, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page(TEXT)
    asked: list[str] = []
    monkeypatch.setattr(PrinterChoice, "ask", lambda _, title: asked.append(title))
    trigger(window, "print")
    assert asked == ["A headline"]


def test_recent_files_are_offered_and_forgotten(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    window.filing.open_paths([str(path)])
    menu = window.menus.menus["recent"]
    qtbot.waitUntil(lambda: len(menu.actions()) == 3)
    assert menu.actions()[0].text() == "A headline – article.txt"
    trigger(window, "close")
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: len(window.tabs.pages) == 1)
    menu.actions()[2].trigger()
    assert window._services.user_data.recent_files == []


def test_an_unexpected_fault_is_told_and_logged(
    window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    fault = RuntimeError("a bug")
    with caplog.at_level(logging.ERROR):
        window_hook(window)(RuntimeError, fault, None)
    assert "RuntimeError: a bug" in window.messages.sentence
    assert "RuntimeError: a bug" in caplog.text


def test_messages_of_qt_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        log_qt(QtMsgType.QtWarningMsg, None, "something of Qt's")  # type: ignore[arg-type]
    assert "something of Qt's" in caplog.text


def test_everything_in_the_tour_can_be_read_in_large_type(
    qapp: QApplication, make: MakeWindow, request: pytest.FixtureRequest
) -> None:
    usual = qapp.font()
    request.addfinalizer(lambda: qapp.setFont(usual))
    large = qapp.font()
    large.setPointSizeF(2 * usual.pointSizeF())
    qapp.setFont(large)
    window = make()
    trigger(window, "tour")
    tour = window.extras.tour
    assert tour is not None
    for _ in range(4):
        for label in tour.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
            assert label.width() >= label.minimumSizeHint().width()
        QTest.keyClick(tour.findChildren(QPushButton)[-1], Qt.Key.Key_Space)


def test_sliders_say_their_value(window: MainWindow) -> None:
    trigger(window, "preferences")
    assert window.extras.preferences is not None
    form = window.extras.preferences.reading
    slider = form.sliders["font_size"]
    slider.setValue(slider.value() + 2)
    size = preferences(window).font_size
    assert slider.accessibleDescription() == f"{size:g} points"
    assert slider.accessibleDescription() in [label.text() for label in form.findChildren(QLabel)]


def test_the_keyboard_begins_where_something_can_be_set(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "preferences")
    dialog = window.extras.preferences
    assert dialog is not None
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    focused = dialog.focusWidget()
    assert isinstance(focused, QRadioButton)
    assert focused.isChecked()


@pytest.mark.parametrize(
    "setting",
    [
        ("theme", "sepia"),
        ("font_family", "monospace"),
        ("font_size", 20.0),
        ("measure", 55),
        ("line_height", 1.9),
        ("marks", "underline"),
        ("colours", {"loaded-adjective": "#aa2244"}),
        ("hidden_categories", frozenset({"intensifier"})),
        ("threshold", 0.9),
        ("show_possible", False),
        ("show_disputes", True),
    ],
)
def test_every_setting_is_applied_at_once_and_remembered(
    make: MakeWindow,
    places: Places,
    open_page: OpenPage,
    qtbot: QtBot,
    setting: tuple[str, object],
) -> None:
    name, value = setting
    page = open_page(TEXT)
    window = page.window()
    assert isinstance(window, MainWindow)
    before = page.view.grab().toImage(), page.state.filters
    window._services.preferences.change(**{name: value})
    assert (page.view.grab().toImage(), page.state.filters) != before
    qtbot.waitUntil(lambda: getattr(load_preferences(places.settings)[0], name) == value)
    window.close()
    again = make()
    assert getattr(again._services.preferences.current, name) == value
