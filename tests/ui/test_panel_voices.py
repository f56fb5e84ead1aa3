import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.panel.panel import SidePanel
from reader.ui.state import ArticleState, Item
from tests.ui import panel_sample as sample

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def state() -> ArticleState:
    return sample.filled_state()


@pytest.fixture
def panel(qtbot: QtBot, state: ArticleState) -> SidePanel:
    panel = sample.shown_panel(qtbot, state)
    panel.tabs.setCurrentIndex(2)
    return panel


def names(panel: SidePanel) -> list[str]:
    model = panel.voices.model
    return [model.text_at(row) for row in range(model.row_count())]


def click(panel: SidePanel, row: int) -> None:
    view = panel.voices.list
    place = view.visualRect(panel.voices.model.index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_writer_comes_first_and_the_unnamed_are_one(panel: SidePanel) -> None:
    assert names(panel) == ["The writer", "Tomas Hale", "Sources not named", "Dana Ortiz"]
    assert panel.tabs.tabText(2) == "Voices 4"


def test_a_row_tells_words_share_and_verbs(panel: SidePanel) -> None:
    model = panel.voices.model
    assert model.line_at(1) == "Tomas Hale, 27 %, 38 words · 5.3 loaded per 100"
    assert model.details_at(1) == "told 2, claimed 1, insisted 1"


def test_speakers_can_be_sorted(panel: SidePanel) -> None:
    order = panel.voices.order
    order.setFocus()
    QTest.keyClick(order, Qt.Key.Key_Down)
    assert names(panel) == ["The writer", "Sources not named", "Tomas Hale", "Dana Ortiz"]
    QTest.keyClick(order, Qt.Key.Key_Down)
    assert names(panel) == ["The writer", "Dana Ortiz", "Sources not named", "Tomas Hale"]
    QTest.keyClick(order, Qt.Key.Key_Down)
    assert names(panel) == ["The writer", "Sources not named", "Tomas Hale", "Dana Ortiz"]


def test_a_click_leads_to_the_passages(panel: SidePanel, state: ArticleState) -> None:
    click(panel, 1)
    card = panel.voices.card
    assert state.selected == Item("quote", 1)
    assert card.passage.text() == "Nobody has ever seen a budget this healthy,"
    assert card.where.text() == "1 of 4"
    QTest.mouseClick(card.buttons()[1], Qt.MouseButton.LeftButton)
    assert state.selected == Item("quote", 2)
    assert card.where.text() == "2 of 4"
    QTest.mouseClick(card.buttons()[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.buttons()[0], Qt.MouseButton.LeftButton)
    assert state.selected == Item("quote", 5)


def test_the_writer_leads_to_loaded_words_and_the_view_stays(
    panel: SidePanel, state: ArticleState
) -> None:
    click(panel, 0)
    assert state.selected == Item("finding", 0)
    QTest.mouseClick(panel.voices.card.buttons()[1], Qt.MouseButton.LeftButton)
    assert state.selected == Item("finding", 5)
    assert panel.tabs.currentIndex() == 2
    assert panel.voices.card.passage.text() == "falsely"


def test_a_quotation_chosen_on_the_page_opens_its_speaker(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    panel.tabs.setCurrentIndex(0)
    panel.tabs.setFocus()
    with qtbot.waitSignal(panel.voices.announced) as said:
        state.select(Item("quote", 4))
    assert panel.tabs.currentIndex() == 2
    assert panel.voices.card.head.text() == "Dana Ortiz"
    assert said.args is not None
    assert said.args[0].endswith("the offer was a giveaway")


def test_the_table_is_copied_for_a_spreadsheet(panel: SidePanel) -> None:
    QTest.mouseClick(panel.voices.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Speaker", "Words", "Share"]
    assert lines[2].split("\t") == [
        "Tomas Hale",
        "38",
        "27 %",
        "2",
        "5.3",
        "4",
        "told 2, claimed 1, insisted 1",
    ]
    assert len(lines) == 5


def test_nothing_open_is_said(qtbot: QtBot) -> None:
    panel = sample.shown_panel(qtbot, ArticleState())
    panel.tabs.setCurrentIndex(2)
    assert panel.voices.note.label.text().startswith("Nothing is open.")
    assert panel.tabs.tabText(2) == "Voices"


def test_a_long_article_is_counted_bit_by_bit(qtbot: QtBot) -> None:
    panel = sample.shown_panel(qtbot, sample.huge_state())
    panel.tabs.setCurrentIndex(2)
    assert panel.voices.model.row_count() == 0
    qtbot.waitUntil(lambda: panel.voices.model.row_count() > 10)
    assert names(panel)[0] == "The writer"


def test_ignored_words_no_longer_count(panel: SidePanel, state: ArticleState) -> None:
    state.ignore_word("falsely")
    assert panel.voices.model.speakers[0].loaded == 2


def test_passages_that_are_gone_cannot_be_chosen(panel: SidePanel, state: ArticleState) -> None:
    click(panel, 1)
    step = panel.voices.card.buttons()[1]
    # the results are gone at once, the list is told in the next turn of the event loop
    state.clear_results()
    QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    panel.voices.list.selectRow(3)
    assert state.selected is None


def test_enter_goes_into_the_card(panel: SidePanel) -> None:
    panel.voices.list.setFocus()
    panel.voices.list.selectRow(1)
    QTest.keyClick(panel.voices.list, Qt.Key.Key_Return)
    assert panel.voices.card.buttons()[0].hasFocus()
    QTest.keyClick(panel.voices.card.buttons()[0], Qt.Key.Key_Escape)
    assert panel.voices.list.hasFocus()
