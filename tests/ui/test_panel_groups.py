"""Groups of the findings list that are opened and closed, by mouse, keys and menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.panel.findings_tab import FindingsTab
from reader.ui.panel.grouping import Grouping
from reader.ui.panel.panel import SidePanel
from reader.ui.state import ArticleState, Item

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def words(tab: FindingsTab) -> list[str]:
    rows = range(tab.model.row_count())
    return [tab.model.text_at(row) for row in rows if tab.model.heading_at(row) is None]


def titles(tab: FindingsTab) -> list[str]:
    found = (tab.model.heading_at(row) for row in range(tab.model.row_count()))
    return [one.spoken for one in found if one is not None]


def click_heading(tab: FindingsTab, number: int) -> None:
    row = tab.model.heading_rows()[number]
    place = tab.list.visualRect(tab.model.index(row, 0)).center()
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_its_heading_closes_a_group_and_opens_it(panel: SidePanel) -> None:
    tab = panel.findings
    click_heading(tab, 0)
    assert "controversial" not in words(tab)
    assert len(words(tab)) == 4
    assert titles(tab)[0] == "In the writer’s voice, 5, closed"
    assert tab.list.rowHeight(0) == tab.list.rowHeight(2)
    assert panel.tabs.tabText(0) == "Findings 9"
    click_heading(tab, 0)
    assert len(words(tab)) == 9


def test_a_group_is_closed_and_opened_by_keys(panel: SidePanel, state: ArticleState) -> None:
    tab = panel.findings
    tab.list.setFocus()
    state.select(Item("finding", 0))
    QTest.keyClick(tab.list, Qt.Key.Key_Minus)
    assert "controversial" not in words(tab)
    assert tab.list.current_row() == 0
    assert tab.card.isHidden()
    QTest.keyClick(tab.list, Qt.Key.Key_Down)
    assert state.selected == Item("finding", 1)
    QTest.keyClick(tab.list, Qt.Key.Key_Left)
    QTest.keyClick(tab.list, Qt.Key.Key_Right)
    assert len(words(tab)) == 9


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Plus])
def test_a_closed_group_opens_with_the_usual_keys(
    panel: SidePanel, state: ArticleState, key: Qt.Key
) -> None:
    tab = panel.findings
    tab.list.setFocus()
    state.select(Item("finding", 0))
    QTest.keyClick(tab.list, Qt.Key.Key_Minus)
    QTest.keyClick(tab.list, key)
    assert len(words(tab)) == 9
    assert tab.list.current_row() == tab.model.row_of(0)


def test_all_groups_at_once(panel: SidePanel, state: ArticleState) -> None:
    tab = panel.findings
    tab.list.setFocus()
    QTest.keyClick(tab.list, Qt.Key.Key_Slash)
    assert words(tab) == []
    QTest.keyClick(tab.list, Qt.Key.Key_Asterisk)
    assert len(words(tab)) == 9
    state.select(Item("finding", 0))
    actions = {action.text(): action for action in tab.menu().actions()}
    actions["Close all groups"].trigger()
    assert words(tab) == []
    assert len({tab.list.rowHeight(row) for row in range(tab.model.row_count())}) == 1
    actions["Open all groups"].trigger()
    assert len(words(tab)) == 9


def test_going_to_a_finding_opens_its_group(panel: SidePanel, state: ArticleState) -> None:
    tab = panel.findings
    tab.groups.open_all(False)
    state.next_finding()
    assert "controversial" in words(tab)
    assert len(words(tab)) == 5
    assert tab.card.isVisible()


def test_a_group_stays_closed_when_results_arrive_and_opens_with_another_grouping(
    panel: SidePanel,
) -> None:
    tab = panel.findings
    click_heading(tab, 2)
    tab.refresh()
    assert "hysteria" not in words(tab)
    tab.group_by(Grouping.CATEGORY)
    assert len(words(tab)) == 9


def test_a_screen_reader_hears_that_a_group_is_closed(panel: SidePanel) -> None:
    click_heading(panel.findings, 0)
    interface = QAccessible.queryAccessibleInterface(panel.findings.list)
    assert interface is not None
    table = [interface.child(number) for number in range(interface.childCount())]
    said = [one.text(QAccessible.Text.Name) for one in table if one is not None]
    assert "In the writer’s voice, 5, closed" in said


def test_a_digit_puts_an_alternative_in_place(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    panel.findings.list.setFocus()
    state.select(Item("finding", 1))
    with qtbot.waitSignal(panel.alternative_chosen) as chosen:
        QTest.keyClick(panel.findings.list, Qt.Key.Key_2)
    assert chosen.args == [1, "say what happened"]
    with qtbot.assertNotEmitted(panel.alternative_chosen):
        QTest.keyClick(panel.findings.list, Qt.Key.Key_9)


def test_the_claims_of_a_claimant_are_closed_and_opened(
    panel: SidePanel, state: ArticleState
) -> None:
    panel.show_tab(1)
    tab = panel.claims
    rows = tab.model.row_count()
    state.select(Item("claim", 0))
    QTest.keyClick(tab.list, Qt.Key.Key_Minus)
    assert tab.model.row_count() < rows
    assert tab.card.isHidden()
    heading = tab.model.heading_at(0)
    assert heading is not None
    assert heading.spoken.endswith("closed")
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    assert tab.model.row_count() == rows
    QTest.keyClick(tab.list, Qt.Key.Key_Slash)
    assert tab.model.row_count() == len(tab.model.all_groups())
    panel.claims.refresh()
    assert tab.model.row_count() == len(tab.model.all_groups())


def test_going_to_a_correction_opens_the_claims_that_it_answers(
    panel: SidePanel, state: ArticleState
) -> None:
    panel.show_tab(1)
    panel.claims.groups.open_all(False)
    state.select(None)
    state.next_correction()
    assert panel.claims.card.isVisible()
    assert len(panel.claims.model.closed_groups) == len(panel.claims.model.all_groups()) - 1
