import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.panel.chart_view import ChartView
from reader.ui.panel.density_view import DensityCanvas, DensityView
from reader.ui.panel.panel import SidePanel
from reader.ui.panel.tables import Table
from reader.ui.state import ArticleState
from tests.ui import panel_sample as sample

NEWLINE = "\n"

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


def test_all_charts_are_copied_as_one_table(panel: SidePanel) -> None:
    panel.overview.table_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"{sample.TEXT.partition(NEWLINE)[0]}\n\n")
    for one in panel.overview.charts:
        table = one.table()
        assert table is not None
        assert f"{one.heading}\n{table.tsv()}" in copied


def test_all_charts_are_copied_as_one_picture(panel: SidePanel) -> None:
    panel.overview.picture_button.click()
    picture = QGuiApplication.clipboard().image()
    assert picture.width() == panel.overview.sheet.width()
    assert picture.height() > panel.overview.sheet.height() + 20
    assert all(one.copy_button.isVisibleTo(one) for one in panel.overview.charts)


def test_the_columns_lead_to_their_places(panel: SidePanel, qtbot: QtBot) -> None:
    view = next(one for one in panel.overview.charts if isinstance(one, DensityView))
    canvas = view.canvas
    assert isinstance(canvas, DensityCanvas)
    first = sample.span_of("controversial").start
    part = first * 40 // len(sample.TEXT)
    place = QPoint(round((part + 0.5) * canvas.width() / 40), 20)
    with qtbot.waitSignal(panel.place_requested) as asked:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [first]
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.accessibleDescription() == "0 % into the article: 0 marked"
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current == 1
    with qtbot.waitSignal(panel.place_requested) as asked:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert asked.args == [len(sample.TEXT) // 40]
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.current == 39
    assert canvas.words_of(40) == ""


def test_the_current_column_is_framed_while_the_keyboard_is_there(
    panel: SidePanel, qtbot: QtBot
) -> None:
    view = next(one for one in panel.overview.charts if isinstance(one, DensityView))
    with qtbot.waitActive(panel):
        panel.activateWindow()
    view.canvas.setFocus()
    framed = view.canvas.grab().toImage()
    view.canvas.clearFocus()
    assert view.canvas.grab().toImage() != framed
