"""The card beside its word, while the panel is not shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.library.library import WordList
from reader.model.results import Claim, ClaimStatus, Correction, CorrectionType
from reader.model.span import Span
from reader.ui.page import Page
from reader.ui.state import Item
from reader.ui.window import MainWindow

OpenPage = Callable[[str], Page]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = "A headline\n\nThe bizarre story was falsely told. A very long line follows." + (
    "\nA line that says nothing of note." * 60
)


@pytest.fixture
def page(window: MainWindow, open_page: OpenPage) -> Page:
    """An article without its panel."""
    window.resize(1000, 700)
    opened = open_page(TEXT)
    window.menus.actions["panel"].trigger()
    assert opened.panel.isHidden()
    return opened


def test_the_selected_finding_opens_beside_its_word(page: Page) -> None:
    page.state.next_finding()
    card = page.card
    assert card.isVisible()
    assert card.card.word.text() == "bizarre"
    assert card.card.reason.text() == "“bizarre” judges."
    assert page.view.rect().contains(card.geometry())
    cursor = page.view.page.cursorRect()
    assert card.y() > cursor.y()
    page.state.select(None)
    assert card.isHidden()


def test_a_click_on_a_word_opens_it(page: Page) -> None:
    view = page.view.page
    start = TEXT.index("falsely")
    place = next(
        QPoint(x, y)
        for y in range(0, view.height(), 6)
        for x in range(0, view.width(), 6)
        if view.place_at(QPoint(x, y)) == start + 2
    )
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.card.isVisible()
    assert page.card.card.word.text() == "falsely"


def test_it_goes_when_the_panel_comes_and_comes_when_it_goes(
    window: MainWindow, page: Page
) -> None:
    page.state.next_finding()
    window.menus.actions["panel"].trigger()
    assert page.card.isHidden()
    assert page.panel.findings.card.isVisible()
    window.menus.actions["panel"].trigger()
    assert page.card.isVisible()


def test_it_scrolls_with_its_word(page: Page) -> None:
    page.state.next_finding()
    before = page.card.y()
    bar = page.view.page.verticalScrollBar()
    bar.setValue(60)
    assert page.card.y() == before - 60
    bar.setValue(bar.maximum())
    assert page.card.geometry().bottom() < 0


def test_a_passage_has_its_reason_beside_it(page: Page) -> None:
    page.state.select(Item("correction", 0))
    assert page.card.passage.isVisible()
    assert page.card.card.isHidden()
    assert page.card.passage.head.text() == "Verdict · very likely"
    assert page.card.passage.more.text() == "The article says that it is false."
    assert page.card.accessibleDescription().startswith("verdict · very likely, ¶1: falsely told")
    page.state.next_finding()
    assert page.card.passage.isHidden()
    assert page.card.card.isVisible()


def test_a_passage_leads_to_its_claim_and_back(page: Page) -> None:
    state = page.state
    told = TEXT.index("falsely")
    span = Span(told, told + 12)
    claim = Claim(Span(told + 8, told + 12), "A teller", ClaimStatus.CORRECTED, (0,))
    correction = Correction(span, CorrectionType.LABEL, claim.span, "A teller", 0.9, "Untrue.")
    assert state.engine is not None
    state.set_closing([correction], [claim], state.engine)
    state.select(Item("correction", 0))
    QTest.mouseClick(page.card.passage.buttons()[0], Qt.MouseButton.LeftButton)
    assert state.selected == Item("claim", 0)
    assert page.card.passage.head.text() == "Corrected"
    assert page.card.passage.more.text().startswith("Claimed by A teller.")
    QTest.mouseClick(page.card.passage.buttons()[0], Qt.MouseButton.LeftButton)
    assert state.selected == Item("correction", 0)


def test_the_keyboard_goes_into_it_and_back(window: MainWindow, page: Page, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    page.state.next_finding()
    window.menus.actions["go_panel"].trigger()
    first = page.card.card.alternative_buttons()[0]
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert page.card.isHidden()
    assert page.view.page.hasFocus()


def test_its_buttons_do_what_they_say(window: MainWindow, page: Page) -> None:
    page.state.next_finding()
    card = page.card.card
    QTest.mouseClick(card.alternative_buttons()[0], Qt.MouseButton.LeftButton)
    assert "The unusual story" in page.state.text
    assert page.card.isHidden()
    page.state.next_finding()
    assert card.word.text() == "falsely"
    QTest.mouseClick(card.ignore_button, Qt.MouseButton.LeftButton)
    assert card.word.text() == "very"
    QTest.mouseClick(card.ignore_word_button, Qt.MouseButton.LeftButton)
    assert window._services.user_data.words(WordList.IGNORED) == {"very"}


def test_it_leads_to_the_help(window: MainWindow, page: Page, qtbot: QtBot) -> None:
    page.state.next_finding()
    card = page.card.card
    QTest.mouseClick(card.why_button, Qt.MouseButton.LeftButton)
    assert card.definition.isVisible()
    with qtbot.waitSignal(page.why_requested):
        QTest.mouseClick(card.more_button, Qt.MouseButton.LeftButton)


def test_it_is_announced(page: Page) -> None:
    page.state.next_finding()
    assert page.card.accessibleDescription().startswith("bizarre, loaded adjective, very likely")


def test_editing_takes_it_away(page: Page) -> None:
    page.state.next_finding()
    page.set_editable(True)
    page.view.replace_range(0, 0, "New. ")
    assert page.card.isHidden()


def test_escape_in_the_article_takes_it_away(page: Page) -> None:
    page.state.next_finding()
    QTest.keyClick(page.view.page, Qt.Key.Key_Escape)
    assert page.card.isHidden()


def test_it_wears_the_theme_of_the_window(window: MainWindow, page: Page) -> None:
    page.state.next_finding()
    window.menus.menus["theme"].actions()[3].trigger()
    roles = window._appearance.theme.roles
    assert page.card.grab().toImage().pixelColor(page.card.width() // 2, 6).name() == roles.card
