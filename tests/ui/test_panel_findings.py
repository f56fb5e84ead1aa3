from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.model.results import Category, Engine, Voice
from reader.settings import Preferences
from reader.ui.panel.findings_tab import FindingsTab
from reader.ui.panel.grouping import CorrectivePlaces, Grouping
from reader.ui.panel.panel import SidePanel
from reader.ui.state import ArticleState, Item
from tests.ui import panel_sample as sample

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def words(tab: FindingsTab) -> list[str]:
    rows = range(tab.model.row_count())
    return [tab.model.text_at(row) for row in rows if tab.model.heading_at(row) is None]


def headings(tab: FindingsTab) -> list[tuple[str, str]]:
    found = (tab.model.heading_at(row) for row in range(tab.model.row_count()))
    return [(one.title, one.count) for one in found if one is not None]


def test_the_writers_voice_comes_first(panel: SidePanel) -> None:
    assert headings(panel.findings) == [
        ("In the writer’s voice", "5"),
        ("Reported: source not named", "1"),
        ("Quoted: Tomas Hale", "3"),
    ]
    assert words(panel.findings)[0] == "controversial"
    assert panel.tabs.tabText(0) == "Findings 9"


def test_groups_by_category_and_by_paragraph(panel: SidePanel, qtbot: QtBot) -> None:
    choice = panel.findings.search_row.grouping
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert headings(panel.findings)[0] == ("Adjectives", "3")
    QTest.keyClick(choice, Qt.Key.Key_Down)
    titles = [title for title, _ in headings(panel.findings)]
    assert titles[0].startswith("Paragraph 1 · Mayor Tomas Hale on Tuesday")
    assert len(words(panel.findings)) == 9


def test_a_chip_hides_its_category_and_keeps_its_count(panel: SidePanel, qtbot: QtBot) -> None:
    chip = panel.findings.filters.chips.categories[Category.LOADED_ADJECTIVE]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert "bizarre" not in words(panel.findings)
    assert not chip.isChecked()
    assert chip.accessibleName() == "Adjectives, 3"
    assert panel.tabs.tabText(0) == "Findings 6"
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert "bizarre" in words(panel.findings)


def test_a_chip_hides_its_voice(panel: SidePanel, state: ArticleState, qtbot: QtBot) -> None:
    chip = panel.findings.filters.chips.voices[Voice.QUOTED]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert state.filters.hidden_voices == {Voice.QUOTED}
    assert "hysteria" not in words(panel.findings)


def test_chips_of_nothing_are_not_shown(panel: SidePanel) -> None:
    chips = panel.findings.filters.chips.categories
    assert chips[Category.EUPHEMISM].isHidden()
    assert not chips[Category.LOADED_NOUN].isHidden()


def test_the_slider_shows_fewer_and_more(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    slider = panel.findings.filters.threshold.slider
    slider.setFocus()
    with qtbot.waitSignal(state.visibility_changed):
        QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert state.filters.threshold == pytest.approx(0.45)
    assert "boorish" not in words(panel.findings)
    assert slider.accessibleDescription() == "8 of 9 findings are shown"
    assert panel.findings.filters.threshold.count.text() == "8 of 9"
    assert panel.findings.filters.chips.voices[Voice.QUOTED].accessibleName() == "Quoted, 2"


def test_the_search_finds_words_and_speakers(panel: SidePanel, qtbot: QtBot) -> None:
    search = panel.findings.search_row.search
    QTest.keyClicks(search, "hale")
    assert words(panel.findings) == ["Nobody", "hysteria", "boorish"]
    search.clear()
    assert len(words(panel.findings)) == 9


def test_one_category_alone_and_all_again(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    tab = panel.findings
    menu = tab.filters.chips.menu_of(Category.LOADED_VERB)
    menu.actions()[0].trigger()
    assert words(tab) == ["lashed out"]
    assert tab.filters.only.label.text() == "Only verbs are shown."
    QTest.mouseClick(tab.filters.only.button, Qt.MouseButton.LeftButton)
    assert state.filters.only_category is None
    assert len(words(tab)) == 9
    assert tab.filters.only.isHidden()


def test_choosing_a_row_selects_and_opens_the_card(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    tab = panel.findings
    row = tab.model.row_of(1)
    assert row is not None
    place = tab.list.visualRect(tab.model.index(row, 0)).center()
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert state.selected == Item("finding", 1)
    assert tab.card.isVisible()
    assert tab.card.word.text() == "bizarre"
    assert tab.card.kind.text() == "loaded adjective · very likely"
    assert tab.card.whose.text() == "Reported: source not named"
    shown = [button.text() for button in tab.card.alternative_buttons()]
    assert shown == ["unusual", "say what happened", "leave it out"]


def test_the_card_has_the_height_that_it_needs(panel: SidePanel, state: ArticleState) -> None:
    tab = panel.findings
    state.select(Item("finding", 1))
    wide = tab.card.height()
    assert wide >= tab.card.heightForWidth(tab.card.width())
    panel.resize(230, 800)
    assert tab.card.height() > wide
    for button in (*tab.card.alternative_buttons(), *tab.card.action_buttons()):
        corner = button.mapTo(tab.card, button.rect().bottomRight())
        assert tab.card.rect().contains(corner)


def test_moving_on_gives_the_row_back_its_height(panel: SidePanel, state: ArticleState) -> None:
    tab = panel.findings
    state.select(Item("finding", 1))
    row = tab.model.row_of(1)
    assert row is not None
    assert tab.list.rowHeight(row) > tab.list.rowHeight(1)
    state.select(Item("finding", 3))
    assert tab.list.rowHeight(row) == tab.list.rowHeight(1)
    state.select(None)
    assert tab.card.isHidden()


def test_arrows_step_over_headings(panel: SidePanel, state: ArticleState, qtbot: QtBot) -> None:
    tab = panel.findings
    tab.list.setFocus()
    state.select(Item("finding", 8))
    QTest.keyClick(tab.list, Qt.Key.Key_Down)
    assert state.selected == Item("finding", 1)
    QTest.keyClick(tab.list, Qt.Key.Key_Right)
    assert state.selected == Item("finding", 2)
    QTest.keyClick(tab.list, Qt.Key.Key_Left)
    assert state.selected == Item("finding", 1)


def test_enter_goes_into_the_card_and_escape_back(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    tab = panel.findings
    tab.list.setFocus()
    state.select(Item("finding", 1))
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    first = tab.card.alternative_buttons()[0]
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert tab.card.alternative_buttons()[1].hasFocus()
    QTest.keyClick(tab.card.alternative_buttons()[1], Qt.Key.Key_Escape)
    assert tab.list.hasFocus()


def test_an_alternative_is_chosen(panel: SidePanel, state: ArticleState, qtbot: QtBot) -> None:
    state.select(Item("finding", 1))
    button = panel.findings.card.alternative_buttons()[1]
    with qtbot.waitSignal(panel.alternative_chosen) as chosen:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == [1, "say what happened"]


def test_delete_asks_to_ignore_and_goes_on(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    panel.ignore_requested.connect(state.ignore_finding)
    state.select(Item("finding", 0))
    panel.findings.list.setFocus()
    with qtbot.waitSignal(panel.ignore_requested) as asked:
        QTest.keyClick(panel.findings.list, Qt.Key.Key_Delete)
    assert asked.args == [0]
    assert state.selected == Item("finding", 1)
    assert "controversial" not in words(panel.findings)


def test_ignoring_the_only_finding_leaves_nothing_selected(qtbot: QtBot) -> None:
    state = ArticleState()
    state.set_text(sample.TEXT)
    state.add_part(sample.findings()[:1], [], [])
    state.set_closing([], [], sample.ENGINE)
    panel = sample.shown_panel(qtbot, state)
    panel.ignore_requested.connect(state.ignore_finding)
    state.select(Item("finding", 0))
    QTest.mouseClick(panel.findings.card.ignore_button, Qt.MouseButton.LeftButton)
    assert state.selected is None
    assert panel.findings.note.label.text() == "No loaded words are left to show."


def test_the_other_actions_name_their_word(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    card = panel.findings.card
    state.select(Item("finding", 6))
    for button, signal in (
        (card.ignore_word_button, panel.ignore_word_requested),
        (card.never_button, panel.never_for_us_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == ["lashed out"]


def test_why_shows_the_definition_and_leads_to_more(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    card = panel.findings.card
    state.select(Item("finding", 6))
    before = card.height()
    QTest.mouseClick(card.why_button, Qt.MouseButton.LeftButton)
    assert card.definition.isVisible()
    assert card.height() > before
    with qtbot.waitSignal(panel.why_requested) as asked:
        QTest.mouseClick(card.more_button, Qt.MouseButton.LeftButton)
    assert asked.args == [Category.LOADED_VERB]


def test_the_menu_offers_the_same(panel: SidePanel, state: ArticleState, qtbot: QtBot) -> None:
    state.select(Item("finding", 1))
    menu = panel.findings.menu()
    actions = {action.text(): action for action in menu.actions() if action.text()}
    with qtbot.waitSignal(panel.alternative_chosen) as chosen:
        actions["Put “unusual” instead"].trigger()
    assert chosen.args == [1, "unusual"]
    actions["Show only this category"].trigger()
    assert state.filters.only_category is Category.LOADED_ADJECTIVE


def test_a_click_on_the_page_shows_in_the_list(panel: SidePanel, state: ArticleState) -> None:
    panel.tabs.setCurrentIndex(3)
    state.select(Item("finding", 4))
    assert panel.tabs.currentIndex() == 0
    assert panel.findings.card.word.text() == "boorish"


def test_the_current_finding_is_announced(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.findings.announced) as said:
        state.select(Item("finding", 5))
    assert said.args is not None
    assert said.args[0].startswith(
        "falsely, loaded adverb, very likely, in the writer’s voice, paragraph 4. Says how"
    )


def test_results_that_arrive_are_shown(qtbot: QtBot) -> None:
    state = ArticleState()
    panel = sample.shown_panel(qtbot, state)
    note = panel.findings.note
    assert note.label.text().startswith("Nothing is open.")
    state.set_text(sample.TEXT)
    assert note.label.text() == "Still reading the article…"
    panel.set_waiting(False)
    assert note.label.text() == "The article was not read to its end."
    state.add_part(sample.findings(), sample.quotes(), [])
    qtbot.waitUntil(lambda: len(words(panel.findings)) == 9)
    assert note.isHidden()


def test_the_notes_say_why_there_is_nothing(qtbot: QtBot) -> None:
    state = ArticleState()
    state.set_text(sample.TEXT)
    state.set_closing([], [], Engine("1", "none"))
    panel = sample.shown_panel(qtbot, state)
    note = panel.findings.note
    assert note.label.text() == "No loaded words were found in this article."
    state.add_part(sample.findings(), [], [])
    state.set_filters(replace(state.filters, threshold=0.95))
    assert note.label.text().startswith("Nothing is this sure.")
    state.set_filters(replace(state.filters, threshold=0.35, search="nowhere"))
    assert note.label.text() == "The filters hide all 9 findings."
    QTest.mouseClick(note.button, Qt.MouseButton.LeftButton)
    assert len(words(panel.findings)) == 9


def test_an_edit_moves_the_paragraph_numbers(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    start = sample.span_of("Mayor Tomas").start
    row = panel.findings.model.row_of(0)
    assert row is not None
    assert panel.findings.model.line_at(row).endswith("paragraph 1")
    state.record_edit(start, start, "A new paragraph.\n")
    qtbot.waitUntil(lambda: panel.findings.model.line_at(row).endswith("paragraph 2"))


def test_the_theme_and_the_font_can_change_while_a_card_is_open(
    panel: SidePanel, state: ArticleState
) -> None:
    state.select(Item("finding", 1))
    before = panel.findings.card.height()
    font = panel.font()
    font.setPixelSize(28)
    panel.setFont(font)
    assert panel.findings.card.height() > before * 1.5
    assert panel.findings.list.rowHeight(0) > 40


def test_a_hidden_panel_catches_up_when_it_is_shown(panel: SidePanel, state: ArticleState) -> None:
    panel.hide()
    state.set_filters(replace(state.filters, search="boorish"))
    panel.show()
    assert words(panel.findings) == ["boorish"]


def test_the_card_keeps_the_keyboard_when_results_arrive(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    state.select(Item("finding", 1))
    panel.findings.card.focus_first()
    focused = QApplication.focusWidget()
    state.set_closing(sample.corrections(), sample.claims(), sample.ENGINE)
    with qtbot.waitSignal(panel.findings.model.modelReset):
        pass
    assert QApplication.focusWidget() is focused


def test_corrective_places_hold_their_own() -> None:
    spans = [one.span for one in sample.corrections()]
    places = CorrectivePlaces([one.start for one in spans], [one.end for one in spans])
    assert places.hold(sample.span_of("falsely").start)
    assert not places.hold(sample.span_of("controversial").start)
    assert not CorrectivePlaces().hold(0)


@pytest.mark.parametrize("grouping", Grouping)
def test_every_grouping_holds_every_finding(panel: SidePanel, grouping: Grouping) -> None:
    panel.findings.group_by(grouping)
    assert sorted(words(panel.findings)) == sorted(one.text for one in sample.findings())


def test_the_keyboard_goes_to_the_list_of_the_tab(panel: SidePanel) -> None:
    panel.focus_list()
    assert panel.findings.list.hasFocus()
    panel.tabs.setCurrentIndex(2)
    panel.focus_list()
    assert panel.voices.list.hasFocus()


def test_a_row_of_a_finding_that_is_gone_does_nothing(
    panel: SidePanel, state: ArticleState
) -> None:
    last = panel.findings.model.row_count() - 1
    # the results are gone at once, the list is told in the next turn of the event loop
    state.clear_results()
    panel.findings.list.selectRow(last)
    panel.findings.list.viewport().repaint()
    assert state.selected is None


def test_no_row_is_wrong_while_text_is_deleted(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    state.select(Item("finding", 6))
    state.record_edit(0, sample.span_of("Hale also").start, "")
    panel.findings.list.viewport().repaint()
    qtbot.waitUntil(
        lambda: words(panel.findings) == ["falsely", "lashed out", "incredibly", "insisted"]
    )
    assert panel.findings.card.word.text() == "lashed out"


def test_tab_visits_the_parts_from_top_to_bottom(panel: SidePanel, state: ArticleState) -> None:
    state.select(Item("finding", 3))
    state.select(Item("finding", 1))
    tab = panel.findings
    visited: list[QWidget] = [panel.tabs]
    while visited[-1] is not tab.card.why_button:
        visited[-1].setFocus()
        QTest.keyClick(visited[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused not in visited
        visited.append(focused)
    chips = [chip for chip in tab.filters.chips.chips() if chip.isVisible()]
    assert visited == [
        panel.tabs,
        *chips,
        tab.filters.threshold.slider,
        tab.search_row.search,
        tab.search_row.grouping,
        tab.list,
        *tab.card.alternative_buttons(),
        *tab.card.action_buttons(),
    ]


def test_an_alternative_may_be_to_leave_the_word_out(panel: SidePanel, state: ArticleState) -> None:
    state.select(Item("finding", 1))
    last = panel.findings.card.alternative_buttons()[-1]
    assert last.accessibleName() == "Leave the word out"


def test_the_wheel_over_the_card_scrolls_the_list(panel: SidePanel, state: ArticleState) -> None:
    panel.resize(372, 420)
    tab = panel.findings
    state.select(Item("finding", 0))
    tab.list.verticalScrollBar().setValue(0)
    place = tab.card.mapTo(panel, QPoint(20, 20))
    QTest.wheelEvent(panel.windowHandle(), QPointF(place), QPoint(0, -120))
    QApplication.processEvents()
    assert tab.list.verticalScrollBar().value() > 0


def test_the_articles_words_follow_the_preferences(panel: SidePanel) -> None:
    panel.apply_preferences(Preferences(font_family="DejaVu Serif"))
    assert panel.findings.card.word.sizeHint().height() > 0
    assert panel.overview.charts[0].canvas.look.serif.families()[0] == "DejaVu Serif"


def test_a_long_alternative_gives_way_and_says_itself_in_a_tip(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    wordy = "a description of what was done, by whom, and with what result for everybody"
    found = replace(sample.findings()[0], alternatives=(wordy,))
    state.clear_results()
    state.add_part([found], [], [])
    qtbot.waitUntil(lambda: len(words(panel.findings)) == 1)
    state.select(Item("finding", 0))
    button = panel.findings.card.alternative_buttons()[0]
    assert button.width() < button.sizeHint().width()
    assert button.toolTip() == f"{wordy}\nCtrl+1"
    button.grab()


def test_an_alternative_tells_its_key(panel: SidePanel, state: ArticleState) -> None:
    state.select(Item("finding", 1))
    tips = [button.toolTip() for button in panel.findings.card.alternative_buttons()]
    assert [tip.split("\n")[-1] for tip in tips] == ["Ctrl+1", "Ctrl+2", "Ctrl+3"]
