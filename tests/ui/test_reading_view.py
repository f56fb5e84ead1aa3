"""The reading view in a real window: what is drawn, clicked, hovered, searched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.article import Article
from reader.model.results import (
    Category,
    Claim,
    ClaimStatus,
    Correction,
    CorrectionType,
    Finding,
    Voice,
)
from reader.model.span import Span
from reader.settings import Preferences
from reader.ui.reading.printing import CLAIM_SIGN, CORRECTION_SIGN
from reader.ui.reading.view import ReadingView
from reader.ui.state import ArticleState, Filters, Item
from reader.ui.theme import THEME_NAMES, Theme, load_theme
from tests.ui.reading_sample import CLAIM, CORRECTIONS, TEXT, fill, place

# what the platform without a screen says of every window
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Setup = tuple[ArticleState, ReadingView]


@pytest.fixture
def opened(qtbot: QtBot) -> Setup:
    state = ArticleState()
    view = ReadingView(state, load_theme("light"), Preferences())
    qtbot.addWidget(view)
    fill(state)
    view.resize(1000, 800)
    with qtbot.waitExposed(view):
        view.show()
    return state, view


def picture(view: ReadingView) -> QImage:
    return view.page.viewport().grab().toImage()


def point_of(view: ReadingView, offset: int) -> QPoint:
    """Return the middle of a letter in the viewport."""
    cursor = view.page.textCursor()
    cursor.setPosition(view.page.display.to_document(offset))
    before = view.page.cursorRect(cursor)
    cursor.setPosition(view.page.display.to_document(offset + 1))
    after = view.page.cursorRect(cursor)
    return QPoint((before.left() + after.left()) // 2 + 1, before.center().y())


def colours_near(view: ReadingView, span: Span) -> set[str]:
    image = picture(view)
    first, last = point_of(view, span.start), point_of(view, span.end - 1)
    return {
        image.pixelColor(x, y).name()
        for x in range(first.x() - 6, last.x() + 6)
        for y in range(first.y() - 14, first.y() + 20)
    }


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_writers_words_are_tinted_and_quoted_ones_are_not(opened: Setup, name: str) -> None:
    _, view = opened
    theme = load_theme(name)
    view.apply_theme(theme)
    own, quoted = theme.marks[Category.LOADED_ADJECTIVE], theme.marks[Category.LOADED_NOUN]
    assert {theme.tint(Category.LOADED_ADJECTIVE), own.line} <= colours_near(
        view, place("disastrous")
    )
    around = colours_near(view, place("hysteria"))
    assert theme.tint(Category.LOADED_NOUN) not in around
    assert any(_is_near(colour, quoted.line) for colour in around)
    assert theme.roles.text not in around


def _is_near(one: str, other: str) -> bool:
    first, second = QColor(one), QColor(other)
    return (
        abs(first.red() - second.red())
        + abs(first.green() - second.green())
        + abs(first.blue() - second.blue())
        < 40
    )


def test_underline_only_is_a_setting(opened: Setup) -> None:
    _, view = opened
    theme = load_theme("light")
    view.apply_preferences(Preferences(marks="underline"))
    around = colours_near(view, place("disastrous"))
    assert theme.tint(Category.LOADED_ADJECTIVE) not in around
    assert theme.marks[Category.LOADED_ADJECTIVE].line in around


def test_own_colours_are_used(opened: Setup) -> None:
    _, view = opened
    view.apply_preferences(Preferences(colours={"loaded-adjective": "#00ff00"}))
    theme = load_theme("light").with_preferences("", {"loaded-adjective": "#00ff00"})
    assert theme.tint(Category.LOADED_ADJECTIVE) in colours_near(view, place("disastrous"))


def test_hidden_findings_are_not_drawn(opened: Setup) -> None:
    state, view = opened
    tint = load_theme("light").tint(Category.LOADED_ADJECTIVE)
    state.set_filters(Filters(hidden_categories=frozenset({Category.LOADED_ADJECTIVE})))
    assert tint not in colours_near(view, place("disastrous"))
    state.set_filters(Filters())
    assert tint in colours_near(view, place("disastrous"))
    state.ignore_finding(1)
    assert tint not in colours_near(view, place("disastrous"))


def test_a_click_selects_and_a_click_beside_deselects(opened: Setup) -> None:
    state, view = opened
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.page.viewport(), left, pos=point_of(view, place("disastrous").start + 2))
    assert state.selected == Item("finding", 1)
    assert load_theme("light").roles.accent in colours_near(view, place("disastrous"))
    QTest.mouseClick(view.page.viewport(), left, pos=point_of(view, place("Petra").start + 2))
    assert state.selected is None


def test_enter_on_a_word_selects_it(opened: Setup) -> None:
    state, view = opened
    for offset in (place("hysteria").start, place("hysteria").end):
        state.select(None)
        view.page.select(Span(offset, offset))
        QTest.keyClick(view.page, Qt.Key.Key_Return)
        assert state.selected == Item("finding", 2)
    assert state.text == TEXT


def test_the_cursor_moves_by_keyboard_while_reading(opened: Setup) -> None:
    _, view = opened
    assert not view.page.shows_cursor()
    QTest.keyClick(view.page, Qt.Key.Key_Right)
    QTest.keyClick(view.page, Qt.Key.Key_Down)
    assert view.page.shows_cursor()
    assert view.page.place() > 0
    QTest.keyClick(view.page, Qt.Key.Key_X)
    assert view.page.display.text == TEXT


def test_the_gutter_marks_corrections_and_the_claims_they_answer(opened: Setup) -> None:
    state, view = opened
    picture(view)
    between = view._painter.gutter.passages.between
    passages = between(Span(0, len(TEXT)))
    assert [(one.item.kind, one.sign, one.is_quiet) for one in passages] == [
        ("claim", "!", False),
        ("correction", "✓", False),
        ("correction", "✓", True),
    ]
    state.set_filters(Filters(show_possible=False, show_disputes=True))
    assert [one.sign for one in between(Span(0, len(TEXT)))] == ["!", "?", "✓"]


def gutter_point(view: ReadingView, offset: int) -> QPoint:
    return QPoint(int(view.page.page_layout.column.left()) - 33, point_of(view, offset).y())


def test_clicking_the_gutter_selects_and_joins(opened: Setup) -> None:
    state, view = opened
    before = picture(view)
    start = CORRECTIONS[0].span.start
    pos = gutter_point(view, start)
    QTest.mouseClick(view.page.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    assert state.selected == Item("correction", 0)
    after = picture(view)
    middle = (pos.y() + gutter_point(view, place("“No passenger").start).y()) // 2
    column = range(pos.x() - 60, pos.x() - 20)
    assert all(before.pixelColor(x, middle) == before.pixelColor(2, middle) for x in column)
    rows = range(middle - 6, middle + 6)
    assert any(after.pixelColor(x, y) != before.pixelColor(x, y) for x in column for y in rows)


def test_tips_say_what_why_whose_and_how_sure(opened: Setup) -> None:
    _, view = opened
    picture(view)
    tip = view.pointing.tip_at(point_of(view, place("hysteria").start + 2))
    for said in ("hysteria", "loaded noun", "very likely", "It judges.", "Petra Lindqvist", "late"):
        assert said in tip
    assert "fact against" in view.pointing.tip_at(gutter_point(view, CORRECTIONS[0].span.start))
    assert (
        "corrected"
        in view.pointing.tip_at(gutter_point(view, place("“No passenger").start)).lower()
    )
    assert "Petra Lindqvist" in view.pointing.tip_at(
        point_of(view, place("waited longer").start + 2)
    )
    assert view.pointing.tip_at(point_of(view, place("released").start + 2)) == ""


def long_article() -> str:
    middle = "\n\n".join(f"Paragraph {n} says little. " * 12 for n in range(80))
    return f"A headline\n\nThe start is bizarre.\n\n{middle}\n\nThe end is bizarre."


def bizarre(text: str) -> list[Finding]:
    spans = [Span(at, at + 7) for at in range(len(text)) if text.startswith("bizarre", at)]
    return [
        Finding(one, "bizarre", Category.LOADED_ADJECTIVE, 0.9, Voice.WRITER, None, "It judges.")
        for one in spans
    ]


@pytest.fixture
def long(opened: Setup) -> Setup:
    state, view = opened
    text = long_article()
    state.set_text(text)
    state.add_part(bizarre(text), [], [])
    return state, view


def test_selecting_scrolls_there_and_back(long: Setup) -> None:
    state, view = long
    for index in (1, 0, 1):
        state.select(Item("finding", index))
        picture(view)
        point = point_of(view, state.findings[index].span.start)
        assert 0 < point.y() < view.page.viewport().height()


def test_the_heat_strip_goes_there_and_says_what_is_there(long: Setup) -> None:
    _, view = long
    view.strip.grab()
    rows = [QPointF(5, y) for y in range(view.strip.height())]
    marked = [point for point in rows if "Adjectives" in view.strip.words_at(point)]
    assert marked
    assert any("Nothing" in view.strip.words_at(point) for point in rows)
    QTest.mouseClick(view.strip, Qt.MouseButton.LeftButton, pos=marked[-1].toPoint())
    point = point_of(view, long_article().rindex("bizarre"))
    assert 0 < point.y() < view.page.viewport().height()


def test_the_place_is_kept_when_the_page_is_set_anew(long: Setup) -> None:
    _, view = long
    view.scroll_to(place_in("Paragraph 40 "))
    first = view.page.first_seen()
    view.apply_preferences(Preferences(font_size=22, measure=60, line_height=1.8))
    picture(view)
    assert abs(view.page.first_seen() - first) < 700
    view.resize(600, 700)
    picture(view)
    assert abs(view.page.first_seen() - first) < 700


def place_in(words: str) -> Span:
    start = long_article().index(words)
    return Span(start, start + len(words))


def test_find_goes_round_and_marks_all(opened: Setup) -> None:
    _, view = opened
    places = []
    for _ in range(3):
        assert view.find("DISASTROUS")
        places.append(view.page.selected())
    first, second = place("disastrous"), place("disastrous", "It was")
    assert places == [first, second, first]
    assert view.find("disastrous", backward=True)
    assert view.page.selected() == second
    search = load_theme("light").roles.search
    view.page.select(Span(0, 0))
    view.highlight("company's own")
    assert search in colours_near(view, place("company’s own"))
    view.highlight("")
    assert search not in colours_near(view, place("company’s own"))
    assert view.match_count("disastrous") == 2
    assert not view.find("no such words")
    assert not view.find("")


def dropped(view: ReadingView, data: QMimeData) -> None:
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, none)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view, QDropEvent(QPointF(5, 5), action, data, button, none))


def test_files_links_and_text_can_be_dropped(opened: Setup, qtbot: QtBot) -> None:
    _, view = opened
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a.txt"), QUrl("https://example.org/b")])  # noqa: S108
    with qtbot.waitSignal(view.files_dropped) as caught:
        dropped(view, files)
    assert caught.args == [["/tmp/a.txt", "https://example.org/b"]]  # noqa: S108
    words = QMimeData()
    words.setText("Some words\nto read")
    with qtbot.waitSignal(view.text_dropped) as caught:
        dropped(view, words)
    assert caught.args == ["Some words\nto read"]


def test_the_page_has_a_name_for_screen_readers(opened: Setup) -> None:
    _, view = opened
    assert view.page.accessibleName()
    assert view.strip.accessibleName()


def test_paper_gets_marks_and_a_legend(opened: Setup) -> None:
    _, view = opened
    document = view.document_for_print()
    text = document.toPlainText()
    signs = (CORRECTION_SIGN.replace("\xa0", " "), CLAIM_SIGN.replace("\xa0", " "))
    article, _, legend = text.partition("What the marks mean: ")
    for sign in signs:
        assert sign in article
        assert sign in legend
        article = article.replace(sign, "")
    assert article.rstrip("\n") == TEXT.rstrip("\n")
    assert "loaded adjective" in legend
    cursor = document.find("disastrous")
    assert cursor.charFormat().background().color() == QColor(
        load_theme("light").tint(Category.LOADED_ADJECTIVE) or ""
    )


def test_paper_is_black_on_white_whatever_the_window_wears(opened: Setup) -> None:
    _, view = opened
    view.apply_theme(load_theme("dark"))
    document = view.document_for_print()
    cursor = document.find("disastrous")
    assert cursor.charFormat().foreground().color() == QColor("black")
    assert cursor.charFormat().background().color() == QColor(
        load_theme("light").tint(Category.LOADED_ADJECTIVE) or ""
    )


def test_headline_and_byline(opened: Setup) -> None:
    state, view = opened
    layout = view.page.page_layout
    assert layout.title_block == 0
    assert "By Ines Holt · The Gazette" in view._painter.note
    state.set_article(Article("A headline\nBy Ines Holt\n\nFirst words. And more.\n"))
    assert (layout.title_block, layout.byline_block) == (0, 1)
    state.set_text("This is only a sentence, and it ends with a full stop.\nAnother one.")
    assert layout.title_block == -1


@pytest.mark.parametrize("width", [240, 420, 1000, 2400])
def test_the_column_is_centred_and_of_the_measure(opened: Setup, width: int) -> None:
    _, view = opened
    view.resize(width, 600)
    column = view.page.page_layout.column
    room = view.page.viewport().width()
    assert column.left() >= 80
    if width > 900:
        assert abs((room - column.right()) - column.left()) <= 2
        in_line = view.page.document().findBlockByNumber(2).layout().lineAt(0).textLength()
        assert 55 <= in_line <= 80


@pytest.mark.parametrize("theme", [load_theme(name) for name in THEME_NAMES])
def test_every_theme_draws_every_style(opened: Setup, theme: Theme) -> None:
    state, view = opened
    view.apply_theme(theme)
    state.set_text(" ".join(["word"] * len(Category)))
    spans = [Span(5 * n, 5 * n + 4) for n in range(len(Category))]
    pairs = list(zip(spans, Category, strict=True))
    marked = [Finding(one, "word", kind, 0.9, Voice.WRITER, None, "x") for one, kind in pairs]
    state.add_part(marked, [], [])
    for span, kind in pairs:
        line = theme.marks[kind].line
        assert any(_is_near(colour, line) for colour in colours_near(view, span)), kind


@pytest.fixture
def far_apart(opened: Setup) -> Setup:
    """A claim at the beginning of a long article and its correction at the end."""
    state, view = opened
    text = long_article()
    state.set_text(text)
    claim, correction = place_in("The start is bizarre."), place_in("The end is bizarre.")
    kind = CorrectionType.REBUTTAL
    state.set_closing(
        [Correction(correction, kind, claim, None, 0.9, "A fact against it.")],
        [Claim(claim, None, ClaimStatus.CORRECTED, (0,))],
        None,
    )
    return state, view


def test_an_arrow_leads_to_the_end_that_is_not_seen(far_apart: Setup) -> None:
    state, view = far_apart
    state.select(Item("correction", 0))
    picture(view)
    targets = [rect for rect, item in view._painter.gutter._targets if item.kind == "claim"]
    assert len(targets) == 1
    top = view.page.verticalScrollBar().value()
    point = targets[0].center().toPoint() - QPoint(0, top)
    assert point.y() < 40
    QTest.mouseClick(view.page.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert state.selected == Item("claim", 0)
    assert view.page.verticalScrollBar().value() < top
    picture(view)
    assert any(item.kind == "correction" for _, item in view._painter.gutter._targets)


def test_a_claim_and_its_correction_are_shown_together_if_they_fit(opened: Setup) -> None:
    state, view = opened
    state.set_article(Article(long_article().replace("\n\nThe end", "\n\n" + TEXT + "\n\nThe end")))
    start = state.text.index(TEXT)
    shifted = [Span(one.start + start, one.end + start) for one in (CLAIM, CORRECTIONS[0].span)]
    answer = replace(CORRECTIONS[0], span=shifted[1], claim=shifted[0])
    state.set_closing([answer], [Claim(shifted[0], None, ClaimStatus.CORRECTED, (0,))], None)
    state.select(Item("correction", 0))
    picture(view)
    for one in shifted:
        assert 0 < point_of(view, one.start).y() < view.page.viewport().height() - 20


def test_a_selected_quotation_is_shown(opened: Setup) -> None:
    state, view = opened
    before = colours_near(view, place("waited longer"))
    state.select(Item("quote", 0))
    assert colours_near(view, place("waited longer")) != before


def test_a_blinking_cursor_leaves_the_gutter_clickable(opened: Setup) -> None:
    state, view = opened
    picture(view)
    view.page.viewport().repaint(QRect(300, 60, 3, 20))
    point = gutter_point(view, CORRECTIONS[0].span.start)
    QTest.mouseClick(view.page.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert state.selected == Item("correction", 0)


def test_the_menu_offers_what_can_be_done(opened: Setup, qtbot: QtBot) -> None:
    state, view = opened
    picture(view)
    point = point_of(view, place("disastrous").start + 2)
    texts = [action.text() for action in view.context_menu(point).actions() if action.text()]
    assert texts == ["Ignore this one", "Ignore “disastrous” everywhere", "Copy", "Select all"]
    view.set_editable(True)
    actions = {action.text(): action for action in view.context_menu(point).actions()}
    assert {"Write “poor”", "Undo", "Paste"} <= set(actions)
    assert state.selected == Item("finding", 1)
    with qtbot.waitSignal(view.ignore_requested) as caught:
        actions["Ignore this one"].trigger()
    assert caught.args == [1]
    with qtbot.waitSignal(view.ignore_word_requested) as caught:
        actions["Ignore “disastrous” everywhere"].trigger()
    assert caught.args == ["disastrous"]
    actions["Write “poor”"].trigger()
    assert "a poor week" in state.text


def test_the_note_names_a_site_and_no_file(opened: Setup) -> None:
    state, view = opened
    state.set_article(Article(TEXT, byline="By A B", source="/home/somebody/draft.txt"))
    assert view._painter.note == "By A B · 1 min read"
    state.set_article(Article(TEXT, byline="By A B", source="https://news.example/x/y"))
    assert "news.example" in view._painter.note


def test_text_from_right_to_left_stands_on_the_right(opened: Setup) -> None:
    state, view = opened
    state.set_text("שלום עולם\n\nזה טקסט קצר.")
    column = view.page.page_layout.column
    assert point_of(view, 0).x() > column.right() - 60
    line = view.page.document().lastBlock().layout().lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(column.width(), abs=2)


def test_lines_are_set_at_the_pitch_and_the_headline_tighter(opened: Setup) -> None:
    state, view = opened
    state.set_text("A headline that is long enough to need a second line of its own " * 2)
    state.set_text(state.text + "\n\n" + "Some words of the text. " * 20)
    layout = view.page.page_layout
    assert layout.title_block == 0

    def pitch(block: int) -> float:
        lines = layout.lay_out(block)
        return lines.lineAt(1).y() - lines.lineAt(0).y()

    assert pitch(2) == layout.setting.pitch
    assert pitch(0) == layout.setting.title_pitch < 1.65 * layout.setting.pitch
