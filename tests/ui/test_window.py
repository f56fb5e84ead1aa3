"""The window with articles in it: opening, marking, editing, ignoring, saving, closing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import WordList
from reader.ui.application import Places, begin
from reader.ui.page import Page
from reader.ui.questions import FilesToOpen, FileToSave, Reason, Unsaved
from reader.ui.user_data import UserData
from reader.ui.window import MainWindow

OpenPage = Callable[[str], Page]
MakeWindow = Callable[..., MainWindow]

# Qt's off-screen platform says so of every window
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = "A headline\n\nThe bizarre story was falsely told. A very long line follows."


def wait_for_page(window: MainWindow, qtbot: QtBot, count: int = 1) -> Page:
    qtbot.waitUntil(lambda: len(window.tabs.pages) == count, timeout=30_000)
    page = window.tabs.current_page
    assert page is not None
    qtbot.waitUntil(lambda: not page.marking.is_busy, timeout=30_000)
    return page


def trigger(window: MainWindow, name: str) -> None:
    window.menus.actions[name].trigger()


def type_text(page: Page, text: str) -> None:
    QTest.keyClicks(page.view.page, text)


def test_a_file_is_opened_and_marked(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    window.filing.open_paths([str(path)])
    page = wait_for_page(window, qtbot)
    assert page.state.text == TEXT
    assert [finding.text for finding in page.state.findings] == ["bizarre", "falsely", "very"]
    assert len(page.state.corrections) == 1
    assert window.windowTitle().startswith("A headline")
    said = "3 findings · 1 correction · 13 words · Analysed on this computer in 0.3 s"
    qtbot.waitUntil(lambda: window.status_line.sentence == said)


def test_a_file_that_is_open_comes_to_the_front(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text(TEXT)
    window.filing.open_paths([str(paths[0])])
    first = wait_for_page(window, qtbot, 1)
    window.filing.open_paths([str(paths[1])])
    wait_for_page(window, qtbot, 2)
    window.filing.open_paths([str(paths[0])])
    assert window.tabs.current_page is first
    assert len(window.tabs.pages) == 2


def test_several_files_are_opened_from_the_dialog(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    chosen = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    monkeypatch.setattr(FilesToOpen, "ask", lambda *_: chosen)
    trigger(window, "open")
    wait_for_page(window, qtbot, 2)


def test_without_a_path_the_sample_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, [])
    page = wait_for_page(window, qtbot)
    assert page.words > 400
    assert window._services.user_data.recent_files == []


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (b"%PDF-1.7 x", "PDF"), (None, "no file")],
)
def test_what_cannot_be_opened_is_told_in_one_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "article.txt"
    if content is not None:
        path.write_bytes(content)
    window.filing.open_paths([str(path)])
    qtbot.waitUntil(
        lambda: said in window.messages.sentence.lower() or said in window.messages.sentence
    )
    assert window.tabs.current_page is None
    assert window.tabs.currentWidget() is window.welcome


def test_text_is_pasted_as_a_new_article(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(TEXT)
    trigger(window, "paste_article")
    page = wait_for_page(window, qtbot)
    assert page.state.text == TEXT
    assert page.path is None
    assert not page.is_modified


def test_an_empty_clipboard_is_told(window: MainWindow) -> None:
    QApplication.clipboard().clear()
    trigger(window, "paste_article")
    assert "no text to paste" in window.messages.sentence


def test_files_and_text_are_dropped(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "dropped.txt"
    path.write_text(TEXT)
    files, text = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    text.setText("Dropped words.")
    for count, mime in enumerate((files, text), 1):
        window.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        page = wait_for_page(window, qtbot, count)
    assert page.state.text == "Dropped words."


def test_a_dropped_link_is_answered_in_a_sentence(window: MainWindow, qtbot: QtBot) -> None:
    window.filing.open_paths(["https://example.org/article"])
    qtbot.waitUntil(lambda: "https://example.org/article" in window.messages.sentence)


def test_typing_is_marked_after_a_pause(
    window: MainWindow, qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page(TEXT)
    trigger(window, "edit_mode")
    assert page.view.is_editable
    type_text(page, "bizarre ")
    assert page.is_modified
    qtbot.waitUntil(lambda: len(page.state.findings) == 4, timeout=30_000)
    trigger(window, "undo")
    qtbot.waitUntil(lambda: len(page.state.findings) == 3, timeout=30_000)
    assert page.state.text == TEXT


def test_only_the_edited_part_of_a_long_text_is_analysed_again(
    window: MainWindow, qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page(TEXT + "\n\nPlain words and nothing else." * 3_000)
    sent: list[str] = []
    submit = window._services.analyser.submit
    window._services.analyser.submit = lambda text, threshold: (  # type: ignore[method-assign]
        sent.append(text) or submit(text, threshold)  # type: ignore[func-returns-value]
    )
    trigger(window, "edit_mode")
    type_text(page, "bizarre ")
    qtbot.waitUntil(lambda: len(page.state.findings) == 4, timeout=30_000)
    assert max(map(len, sent)) < 10_000
    assert len(page.state.corrections) == 1


@pytest.mark.parametrize("filling", [400, 2_500])
def test_a_text_of_some_length_is_analysed_around_the_edit_and_then_as_a_whole(
    window: MainWindow, qtbot: QtBot, open_page: OpenPage, filling: int
) -> None:
    page = open_page(TEXT + "\n\nPlain words and nothing else." * filling)
    trigger(window, "edit_mode")
    type_text(page, "It was falsely told. ")
    qtbot.waitUntil(lambda: len(page.state.findings) == 4, timeout=30_000)
    assert len(page.state.corrections) == 1
    qtbot.waitUntil(lambda: len(page.state.corrections) == 2, timeout=30_000)
    assert len(page.state.findings) == 4


def test_results_of_the_first_analysis_follow_edits_made_meanwhile(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.filing.open_text(TEXT)
    page = window.tabs.current_page
    assert page is not None
    page.set_editable(True)
    type_text(page, "Two words ")
    qtbot.waitUntil(lambda: not page.marking.is_busy, timeout=30_000)
    text = page.state.text
    assert [finding.span.of(text) for finding in page.state.findings] == [
        "bizarre",
        "falsely",
        "very",
    ]


def test_the_heat_strip_shows_all_as_soon_as_the_article_is_analysed(
    window: MainWindow, open_page: OpenPage
) -> None:
    strip = open_page(TEXT).view.strip
    # no time for a pause to end
    words = {strip.words_at(QPointF(5, y)) for y in range(strip.height())}
    assert any("Adverbs" in said for said in words)


def test_an_alternative_is_one_step_to_undo(window: MainWindow, open_page: OpenPage) -> None:
    page = open_page(TEXT)
    page.panel.alternative_chosen.emit(0, "unusual")
    assert "unusual story" in page.state.text
    trigger(window, "undo")
    assert page.state.text == TEXT


def test_keys_go_from_finding_to_finding_and_around(
    window: MainWindow, open_page: OpenPage
) -> None:
    page = open_page(TEXT)
    seen = []
    for _ in range(4):
        trigger(window, "next_finding")
        seen.append(page.marks.selected_finding)
    assert seen == [0, 1, 2, 0]
    trigger(window, "previous_finding")
    assert page.marks.selected_finding == 2
    trigger(window, "next_correction")
    assert page.state.selected is not None
    assert page.state.selected.kind == "correction"


def test_ignoring_one_finding_outlives_the_window_and_can_be_undone(
    make: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    first = make()
    first.filing.open_paths([str(path)])
    page = wait_for_page(first, qtbot)
    trigger(first, "next_finding")
    trigger(first, "ignore")
    assert list(page.state.visible_findings()) == [1, 2]
    first.close()
    second = make()
    second.filing.open_paths([str(path)])
    page = wait_for_page(second, qtbot)
    assert list(page.state.visible_findings()) == [1, 2]
    page.panel.ignore_requested.emit(1)
    assert list(page.state.visible_findings()) == [2]
    choice(second, "Undo")
    assert list(page.state.visible_findings()) == [1, 2]


def test_a_word_is_ignored_everywhere_and_comes_back(
    window: MainWindow, open_page: OpenPage
) -> None:
    one, two = open_page(TEXT), open_page("Another bizarre tale.")
    one.panel.ignore_word_requested.emit("Bizarre")
    assert list(one.state.visible_findings()) == [1, 2]
    assert list(two.state.visible_findings()) == []
    window._services.user_data.restore_word("bizarre", WordList.IGNORED)
    assert list(two.state.visible_findings()) == [0]


def test_the_house_style_keeps_the_reason(
    window: MainWindow, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(TEXT)
    monkeypatch.setattr(Reason, "ask", lambda *_: None)
    page.panel.never_for_us_requested.emit("bizarre")
    assert list(page.state.visible_findings()) == [0, 1, 2]
    monkeypatch.setattr(Reason, "ask", lambda *_: "our columnists may")
    page.panel.never_for_us_requested.emit("bizarre")
    assert list(page.state.visible_findings()) == [1, 2]
    (entry,) = window._services.user_data.listed_words
    assert (entry.word, entry.reason) == ("bizarre", "our columnists may")


def test_saving_writes_the_text_alone(
    window: MainWindow, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(TEXT)
    trigger(window, "edit_mode")
    type_text(page, "New ")
    monkeypatch.setattr(FileToSave, "ask", lambda *_: str(tmp_path / "saved"))
    trigger(window, "save")
    assert (tmp_path / "saved.txt").read_text() == "New " + TEXT
    assert not page.is_modified
    type_text(page, "and ")
    trigger(window, "save")
    assert (tmp_path / "saved.txt").read_text() == "New and " + TEXT
    assert window._services.user_data.recent_files[0].path == str(tmp_path / "saved.txt")


def test_what_is_ignored_in_a_pasted_article_is_ignored_in_its_file(
    window: MainWindow,
    qtbot: QtBot,
    open_page: OpenPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_page(TEXT)
    page.marks.ignore(0)
    monkeypatch.setattr(FileToSave, "ask", lambda *_: str(tmp_path / "saved.txt"))
    trigger(window, "save")
    trigger(window, "close")
    window.filing.open_paths([str(tmp_path / "saved.txt")])
    assert list(wait_for_page(window, qtbot).state.visible_findings()) == [1, 2]


def test_a_file_that_cannot_be_written_is_told(
    window: MainWindow, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page(TEXT)
    monkeypatch.setattr(FileToSave, "ask", lambda *_: str(tmp_path / "none" / "a.txt"))
    trigger(window, "save_as")
    assert "cannot be written" in window.messages.sentence


@pytest.mark.parametrize(
    ("answer", "closed"), [(Unsaved.DISCARD, True), (Unsaved.KEEP_OPEN, False)]
)
def test_unsaved_text_is_asked_about(
    window: MainWindow,
    open_page: OpenPage,
    monkeypatch: pytest.MonkeyPatch,
    answer: Unsaved,
    closed: bool,
) -> None:
    page = open_page(TEXT)
    trigger(window, "edit_mode")
    type_text(page, "New ")
    monkeypatch.setattr(Unsaved, "ask", lambda *_: answer)
    trigger(window, "close")
    assert (window.tabs.current_page is None) is closed
    assert window.close() is closed


def test_unsaved_text_survives_a_crash(
    make: MakeWindow, qtbot: QtBot, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a run that was cut off leaves its draft and no lock behind
    cut_off = UserData(places.library)
    cut_off.save_draft("gone/1", None, "A headline", "Unsaved " + TEXT)
    cut_off.close()
    window = make()
    window.start_services()
    assert "unsaved text from last time: “A headline”" in window.messages.sentence
    choice(window, "Restore")
    page = wait_for_page(window, qtbot)
    assert page.state.text == "Unsaved " + TEXT
    assert page.is_modified
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Unsaved.DISCARD)
    assert window.close()
    again = make()
    again.start_services()
    assert again.messages.sentence == ""


def test_a_draft_is_kept_while_typing_and_not_offered_to_a_second_window(
    make: MakeWindow, qtbot: QtBot
) -> None:
    window = make()
    window.filing.open_text(TEXT)
    page = wait_for_page(window, qtbot)
    page.set_editable(True)
    type_text(page, "New ")
    data = window._services.user_data
    qtbot.waitUntil(lambda: [one.text for one in data.drafts()] == ["New " + TEXT], timeout=10_000)
    second = make()
    second.start_services()
    assert second.messages.sentence == ""


def test_an_article_may_be_closed_while_it_is_analysed(window: MainWindow, qtbot: QtBot) -> None:
    window.filing.open_text(TEXT * 200)
    trigger(window, "close")
    window.filing.open_text(TEXT)
    assert len(wait_for_page(window, qtbot).state.findings) == 3


def test_the_window_may_be_closed_while_it_analyses(make: MakeWindow) -> None:
    window = make()
    window.filing.open_text(TEXT * 200)
    assert window.close()


def test_cancelling_leaves_the_article_readable(window: MainWindow, open_page: OpenPage) -> None:
    page = open_page(TEXT)
    trigger(window, "analyse")
    was_busy = page.marking.is_busy
    trigger(window, "cancel")
    assert (was_busy, page.marking.is_busy) == (True, False)
    assert page.state.text == TEXT


def test_without_a_worker_the_article_is_readable(make: MakeWindow, qtbot: QtBot) -> None:
    window = make(["/no/such/program"])
    window.filing.open_text(TEXT)
    qtbot.waitUntil(lambda: "without marks" in window.messages.sentence, timeout=10_000)
    page = window.tabs.current_page
    assert page is not None
    assert page.state.text == TEXT


def test_words_are_found_in_the_article(
    window: MainWindow, qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page(TEXT)
    field = window.tool_bar.find_field
    trigger(window, "find")
    QTest.keyClicks(field, "line")
    first = page.view.page.selected()
    QTest.keyClick(field, Qt.Key.Key_Return)
    second = page.view.page.selected()
    assert first.of(TEXT) == second.of(TEXT) == "line"
    assert first.start < second.start
    trigger(window, "find_previous")
    assert page.view.page.selected() == first
    QTest.keyClicks(field, "xyz")
    assert "Not found" in field.accessibleDescription()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_only_one_category_is_shown_in_place(window: MainWindow, open_page: OpenPage) -> None:
    page = open_page(TEXT)
    trigger(window, "next_finding")
    trigger(window, "only_category")
    assert list(page.state.visible_findings()) == [0]
    trigger(window, "only_category")
    assert list(page.state.visible_findings()) == [0, 1, 2]


def test_a_new_article_can_be_written_in_at_once(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "new")
    page = window.tabs.current_page
    assert page is not None
    assert page.view.is_editable
    type_text(page, "A bizarre start.")
    qtbot.waitUntil(lambda: len(page.state.findings) == 1, timeout=30_000)


def test_tabs_go_around(window: MainWindow, open_page: OpenPage) -> None:
    one, two = open_page("One bizarre."), open_page("Two bizarre.")
    trigger(window, "next_article")
    assert window.tabs.current_page is one
    trigger(window, "previous_article")
    assert window.tabs.current_page is two


def choice(window: MainWindow, label: str) -> None:
    """Press a button of the message bar."""
    window.messages.choose(label)


def test_the_place_of_the_window_is_remembered(make: MakeWindow) -> None:
    first = make()
    first.resize(740, 600)
    trigger(first, "panel")
    first.close()
    second = make()
    assert (second.width(), second.height()) == (740, 600)
    assert not second.menus.actions["panel"].isChecked()
