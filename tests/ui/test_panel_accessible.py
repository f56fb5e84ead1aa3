import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from reader.ui.panel.panel import SidePanel
from reader.ui.state import ArticleState, Item
from tests.ui.accessibility import NEEDS_NAME, Role, interface_of, tree

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def cells(widget: QWidget) -> list[str]:
    return [name(one) for one in tree(interface_of(widget)) if one.role() == Role.Cell]


@pytest.mark.parametrize("tab", range(4))
def test_everything_that_can_be_used_has_a_name(panel: SidePanel, tab: int) -> None:
    panel.tabs.setCurrentIndex(tab)
    nameless = [
        one.role()
        for one in tree(interface_of(panel))
        if one.role() in NEEDS_NAME and not one.state().invisible and not name(one)
    ]
    assert nameless == []


def test_every_finding_is_a_cell_with_its_kind_voice_and_place(panel: SidePanel) -> None:
    said = cells(panel.findings.list)
    assert said[0] == "In the writer’s voice, 5"
    assert "bizarre, loaded adjective, very likely, reported: source not named, paragraph 1" in said
    assert "boorish, loaded adjective, possible, quoted: Tomas Hale, paragraph 2" in said
    assert len(said) == 9 + 3


def test_a_findings_reason_is_its_description(panel: SidePanel) -> None:
    described = [
        one.text(QAccessible.Text.Description)
        for one in tree(interface_of(panel.findings.list))
        if one.role() == Role.Cell and name(one).startswith("bizarre")
    ]
    assert described == [
        "Says how “bizarre” the matter seemed instead of what happened in it. "
        "Instead: unusual, say what happened, leave it out."
    ]


def test_headers_that_nobody_sees_say_nothing(panel: SidePanel) -> None:
    headers = {Role.RowHeader, Role.ColumnHeader}
    said = {name(one) for one in tree(interface_of(panel.findings.list)) if one.role() in headers}
    assert said == {""}


def test_the_card_is_in_the_tree_beside_its_list(panel: SidePanel, state: ArticleState) -> None:
    state.select(Item("finding", 1))
    found = {name(one): one.role() for one in tree(interface_of(panel.findings))}
    assert found["Put “say what happened” instead"] == Role.Button
    assert found["Ignore “bizarre” everywhere"] == Role.Button
    assert "bizarre, loaded adjective · very likely" in found


def test_chips_are_check_boxes_with_their_state(panel: SidePanel) -> None:
    chips = panel.findings.filters.chips
    chip = next(iter(chips.categories.values()))
    assert interface_of(chip).role() == Role.CheckBox
    assert interface_of(chip).state().checked
    chip.click()
    assert not interface_of(chip).state().checked
    assert name(interface_of(chip)) == "Adjectives, 3"


def test_every_claim_says_whose_it_is_and_how_it_stands(panel: SidePanel) -> None:
    panel.tabs.setCurrentIndex(1)
    said = cells(panel.claims.list)
    assert "claim by Tomas Hale, corrected, paragraph 2: The debt is gone" in said
    assert any(one.startswith("correction, verdict, very likely, paragraph 4: ") for one in said)


def test_every_speaker_says_the_figures(panel: SidePanel) -> None:
    panel.tabs.setCurrentIndex(2)
    assert "Tomas Hale, 27 %, 38 words · 5.3 loaded per 100" in cells(panel.voices.list)


def test_every_chart_is_described(panel: SidePanel) -> None:
    panel.tabs.setCurrentIndex(3)
    for chart in panel.overview.charts:
        interface = interface_of(chart)
        assert name(interface)
        assert interface.text(QAccessible.Text.Description).endswith(".")


def test_tabs_say_their_counts_where_there_is_no_room_to_show_them(panel: SidePanel) -> None:
    panel.resize(230, 800)
    assert panel.tabs.tabText(1) == "Claims"
    said = [name(one) for one in tree(interface_of(panel.tabs)) if one.role() == Role.PageTab]
    assert said[1] == "Claims 4"
