import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.ui.panel.chart_view import ChartView
from reader.ui.panel.panel import SidePanel
from reader.ui.panel.tables import Table
from reader.ui.state import ArticleState
from tests.ui import panel_sample as sample

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(params=["light", "dark"])
def panel(qtbot: QtBot, request: pytest.FixtureRequest) -> SidePanel:
    panel = sample.shown_panel(qtbot, sample.filled_state(), request.param)
    panel.tabs.setCurrentIndex(3)
    return panel


def chart(panel: SidePanel, title: str) -> ChartView:
    return next(one for one in panel.overview.charts if one.accessibleName().startswith(title))


def test_every_chart_says_its_figures(panel: SidePanel) -> None:
    said = {one.accessibleName(): one.accessibleDescription() for one in panel.overview.charts}
    assert said["Whose words"] == "Writer: 65 %; Quoted: 17 %; Reported: 18 %."
    assert said["Claims"] == "Corrected: 2; Disputed: 1; Standing: 1."
    assert said["Marked words · in 1,000 words"].startswith("Adjectives: 3 · 21.1; ")
    assert said["Headline and body · in 1,000 words"] == (
        "Headline: 0 in 9 words; Body: 9 in 133 words."
    )
    assert all(said.values())


def test_there_is_no_score_of_the_whole(panel: SidePanel) -> None:
    titles = [one.accessibleName().casefold() for one in panel.overview.charts]
    assert len(titles) == 7
    assert not any("bias" in title or "score" in title for title in titles)


def test_a_chart_is_copied_as_a_table(panel: SidePanel) -> None:
    one = chart(panel, "Most frequent")
    menu = one.copy_button.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Word\tCount"
    assert lines[1] == "bizarre\t1"


def test_a_chart_is_copied_as_a_picture(panel: SidePanel) -> None:
    one = chart(panel, "Whose words")
    menu = one.copy_button.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    picture = QGuiApplication.clipboard().image()
    assert picture.width() == one.width()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    roles = panel.overview.charts[0].canvas.look.theme.roles
    assert {roles.panel, roles.text, roles.accent} <= colours


def test_every_chart_has_room_for_itself(panel: SidePanel) -> None:
    for width in (372, 230):
        panel.resize(width, 800)
        for one in panel.overview.charts:
            assert one.canvas.height() >= one.canvas.heightForWidth(one.canvas.width())


def test_a_long_article_is_counted_chart_by_chart(qtbot: QtBot) -> None:
    panel = sample.shown_panel(qtbot, sample.huge_state())
    panel.tabs.setCurrentIndex(3)
    last = panel.overview.charts[-1]
    assert last.table() is None
    qtbot.waitUntil(lambda: last.table() is not None)


def test_an_article_of_nothing_has_sentences_in_place_of_charts(qtbot: QtBot) -> None:
    state = ArticleState()
    state.set_text("One sentence.")
    state.set_closing([], [], sample.ENGINE)
    panel = sample.shown_panel(qtbot, state)
    panel.tabs.setCurrentIndex(3)
    assert chart(panel, "Claims").accessibleDescription() == "No claims were found."
    assert chart(panel, "Headline").accessibleDescription() == "The first paragraph is no headline."
    assert chart(panel, "Marked words").accessibleDescription() == "Nothing is marked."


def test_nothing_open_is_said(qtbot: QtBot) -> None:
    panel = sample.shown_panel(qtbot, ArticleState())
    panel.tabs.setCurrentIndex(3)
    assert panel.overview.note.label.text().startswith("Nothing is open.")


def test_cells_hold_no_tabs_and_no_newlines() -> None:
    table = Table(("a", "b"), (("one\ttwo", "three\nfour"),))
    assert table.tsv() == "a\tb\none two\tthree four\n"
