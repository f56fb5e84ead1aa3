from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model.results import Claim, ClaimStatus
from reader.model.span import Span
from reader.ui.panel.claim_rows import ClaimFilters, claim_rows, effective_status
from reader.ui.panel.panel import SidePanel
from reader.ui.state import ArticleState, Item
from tests.ui import panel_sample as sample

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def state() -> ArticleState:
    state = sample.filled_state()
    state.set_filters(replace(state.filters, show_disputes=True))
    return state


@pytest.fixture
def panel(qtbot: QtBot, state: ArticleState) -> SidePanel:
    panel = sample.shown_panel(qtbot, state)
    panel.tabs.setCurrentIndex(1)
    return panel


def rows(panel: SidePanel) -> list[str]:
    model = panel.claims.model
    headings = (model.heading_at(row) for row in range(model.row_count()))
    return [
        heading.title if heading else f"{model.kind(row)}: {model.text_at(row)[:16]}"
        for row, heading in enumerate(headings)
    ]


def row_of(panel: SidePanel, item: Item) -> int:
    row = panel.claims.model.row_of(item)
    assert row is not None
    return row


def test_claims_stand_below_their_claimant_and_answers_below_their_claim(
    panel: SidePanel,
) -> None:
    assert rows(panel) == [
        "Tomas Hale",
        "standing: Nobody has ever ",
        "corrected: The debt is gone",
        "fact against it · very likely: The city’s audit",
        "corrected: the lease had be",
        "verdict · very likely: Hale also falsel",
        "fact against it · possible: He lashed out at",
        "Dana Ortiz",
        "disputed: the offer was a ",
        "Corrections of no claim in the text",
        "correction notice · very likely: Correction: an e",
    ]
    assert panel.tabs.tabText(1) == "Claims 4"


def test_a_status_can_be_hidden(panel: SidePanel) -> None:
    chip = panel.claims.statuses[ClaimStatus.CORRECTED]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert rows(panel)[:3] == ["Tomas Hale", "standing: Nobody has ever ", "Dana Ortiz"]
    assert chip.accessibleName() == "Corrected, 2"


def test_disputes_are_shown_when_asked_for(panel: SidePanel, state: ArticleState) -> None:
    QTest.mouseClick(panel.claims.statuses[ClaimStatus.DISPUTED], Qt.MouseButton.LeftButton)
    assert not state.filters.show_disputes
    assert "Dana Ortiz" not in rows(panel)


def test_possible_corrections_can_be_hidden(panel: SidePanel, state: ArticleState) -> None:
    assert panel.claims.possible.accessibleName() == "Possible, 1"
    QTest.mouseClick(panel.claims.possible, Qt.MouseButton.LeftButton)
    assert not state.filters.show_possible
    assert "fact against it · possible: He lashed out at" not in rows(panel)


def test_a_claim_stands_when_all_that_answers_it_is_hidden() -> None:
    claim = Claim(Span(0, 1), "A", ClaimStatus.CORRECTED, (2,))
    assert effective_status(claim, frozenset()) is ClaimStatus.STANDING
    assert effective_status(claim, frozenset({2})) is ClaimStatus.CORRECTED


def test_possible_answers_make_a_claim_possibly_corrected(panel: SidePanel) -> None:
    state = ArticleState()
    state.set_text(sample.TEXT)
    claim = replace(sample.claims()[2], corrections=(0,))
    state.set_closing([sample.corrections()[2]], [claim], sample.ENGINE)
    model = panel.claims.model
    corrections = frozenset({0})
    model.show(
        claim_rows(state.claims, state.corrections, ClaimFilters(frozenset(), corrections)),
        state.claims,
        state.corrections,
        state.text,
    )
    assert model.kind(1) == "possibly corrected"


def test_choosing_a_correction_selects_it_and_joins_its_claim(
    panel: SidePanel, state: ArticleState
) -> None:
    tab = panel.claims
    row = row_of(panel, Item("correction", 1))
    place = tab.list.visualRect(tab.model.index(row, 0)).center()
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert state.selected == Item("correction", 1)
    assert tab.card.head.text() == "Verdict · very likely"
    assert tab.card.more.text().startswith("“Falsely claimed” is")
    claim_row = row_of(panel, Item("claim", 2))
    assert list(tab.model.joined(row)) == [claim_row, claim_row + 1, claim_row + 2]
    viewport = tab.list.viewport().rect()
    assert viewport.contains(tab.list.visualRect(tab.model.index(claim_row, 0)))


def test_the_card_leads_to_the_other_end_and_back(panel: SidePanel, state: ArticleState) -> None:
    state.select(Item("claim", 1))
    card = panel.claims.card
    assert [button.text() for button in card.buttons()] == ["Show what answers it"]
    QTest.mouseClick(card.buttons()[0], Qt.MouseButton.LeftButton)
    assert state.selected == Item("correction", 0)
    QTest.mouseClick(card.buttons()[0], Qt.MouseButton.LeftButton)
    assert state.selected == Item("claim", 1)


def test_a_passage_that_answers_two_claims_stands_below_both(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    claims = sample.claims()
    claims[0] = replace(claims[0], status=ClaimStatus.CORRECTED, corrections=(1,))
    state.set_closing(sample.corrections(), claims, sample.ENGINE)
    model = panel.claims.model

    def places() -> list[int]:
        every = range(len(model.rows))
        return [row for row in every if model.item_at(row) == Item("correction", 1)]

    qtbot.waitUntil(lambda: len(places()) == 2)
    panel.claims.list.selectRow(places()[1])
    assert model.open_row == places()[1]


def test_a_mark_in_the_margin_leads_here(panel: SidePanel, state: ArticleState) -> None:
    panel.tabs.setCurrentIndex(0)
    state.select(Item("correction", 3))
    assert panel.tabs.currentIndex() == 1
    assert panel.claims.card.head.text() == "Correction notice · very likely"
    assert panel.claims.card.buttons() == []


def test_the_current_claim_is_announced(
    panel: SidePanel, state: ArticleState, qtbot: QtBot
) -> None:
    panel.tabs.setFocus()
    with qtbot.waitSignal(panel.claims.announced) as said:
        state.select(Item("claim", 1))
    assert said.args is not None
    assert said.args[0].startswith("claim by Tomas Hale, corrected, paragraph 2: The debt is gone")


def test_enter_goes_into_the_card_and_escape_back(panel: SidePanel, state: ArticleState) -> None:
    tab = panel.claims
    state.select(Item("correction", 0))
    tab.list.setFocus()
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    assert tab.card.buttons()[0].hasFocus()
    QTest.keyClick(tab.card.buttons()[0], Qt.Key.Key_Escape)
    assert tab.list.hasFocus()


def test_the_notes_say_why_there_is_nothing(qtbot: QtBot, state: ArticleState) -> None:
    empty = ArticleState()
    panel = sample.shown_panel(qtbot, empty)
    panel.tabs.setCurrentIndex(1)
    note = panel.claims.note.label
    assert note.text().startswith("Nothing is open.")
    empty.set_text(sample.TEXT)
    assert note.text() == "Claims are known when the whole article has been read."
    empty.set_closing([], [], sample.ENGINE)
    qtbot.waitUntil(lambda: note.text() == "No claims were found in this article.")


def test_all_that_is_hidden_can_be_shown_again(panel: SidePanel) -> None:
    everything = rows(panel)
    state_chips = [*panel.claims.statuses.values(), panel.claims.possible]
    for chip in state_chips:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    # the notice is no claim and stays; without it nothing would be left
    assert rows(panel)[0] == "Corrections of no claim in the text"
    for chip in state_chips:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert rows(panel) == everything


def test_rows_are_as_high_as_their_text(panel: SidePanel) -> None:
    tab = panel.claims
    panel.resize(250, 800)
    short, long = row_of(panel, Item("claim", 1)), row_of(panel, Item("claim", 0))
    assert tab.list.rowHeight(short) < tab.list.rowHeight(long)


def test_thousands_of_claims_do_not_hold_up_the_window(qtbot: QtBot) -> None:
    text, _, quotes = sample.huge(20_000)
    claims = [Claim(quote.span, quote.speaker, ClaimStatus.STANDING) for quote in quotes]
    state = ArticleState()
    state.set_text(text)
    state.set_closing([], claims, sample.ENGINE)
    panel = sample.shown_panel(qtbot, state)
    panel.tabs.setCurrentIndex(1)
    assert panel.claims.model.row_count() == len(claims) + 4
    panel.resize(300, 700)
    state.select(Item("claim", 1500))
    assert panel.claims.model.item_at(panel.claims.model.open_row) == Item("claim", 1500)


def test_everything_hidden_is_said_and_undone(qtbot: QtBot) -> None:
    state = ArticleState()
    state.set_text(sample.TEXT)
    state.set_closing([], sample.claims()[:1], sample.ENGINE)
    panel = sample.shown_panel(qtbot, state)
    panel.tabs.setCurrentIndex(1)
    QTest.mouseClick(panel.claims.statuses[ClaimStatus.STANDING], Qt.MouseButton.LeftButton)
    assert panel.claims.note.label.text() == "The filters hide all claims."
    QTest.mouseClick(panel.claims.note.button, Qt.MouseButton.LeftButton)
    assert rows(panel) == ["Tomas Hale", "standing: Nobody has ever "]


def test_claims_that_are_gone_cannot_be_chosen(panel: SidePanel, state: ArticleState) -> None:
    # the results are gone at once, the list is told in the next turn of the event loop
    state.clear_results()
    panel.claims.list.selectRow(2)
    assert state.selected is None
