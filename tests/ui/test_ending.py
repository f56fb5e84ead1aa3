"""The program ends in order: whatever the window was doing, with exit code 0 and no complaint."""

import subprocess
import sys
import textwrap
import weakref
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.page import Page
from reader.ui.window import MainWindow
from tests.ui.conftest import QUICK_WORKER

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

# the window as `run` shows it, closed by a timer as a user would close it
PROGRAM = """
    import sys
    from pathlib import Path
    from time import monotonic
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    import reader.ui.application as program
    from reader.ui.analyser import Analyser

    folder, paths, command = Path(sys.argv[1]), sys.argv[2:3], sys.argv[3:]
    places = program.Places(*(folder / name for name in ("s.json", "w.ini", "l.sqlite", "runs")))
    made = program.make_window
    program.Places.usual = lambda: places
    program.make_window = lambda places: made(places, Analyser(command=command or None))

    def look():
        window = QApplication.topLevelWidgets()
        window = next((one for one in window if hasattr(one, "tabs")), None)
        page = window and window.tabs.current_page
        if page and page.state.findings:
            window.close()
        elif monotonic() > latest:
            QApplication.exit(3)
        else:
            QTimer.singleShot(5, look)

    latest = monotonic() + 90
    QTimer.singleShot(0, look)
    sys.exit(program.run(paths))
"""


def outcome(folder: Path, text: str, *command: str) -> tuple[int, str]:
    """Return the exit code of the program and what it complained of."""
    article = folder / "article.txt"
    article.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PROGRAM), str(folder), str(article), *command],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    complaints = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    return done.returncode, "\n".join(complaints)


@pytest.mark.parametrize("repeated", [1, 400])
def test_a_window_that_is_closed_ends_the_program(tmp_path: Path, repeated: int) -> None:
    text = "A bizarre week of talks, she said.\n\n" * repeated
    assert outcome(tmp_path, text, sys.executable, "-S", str(QUICK_WORKER)) == (0, "")


def test_a_window_may_be_closed_while_its_article_is_analysed(tmp_path: Path) -> None:
    # the first results of so long a text come seconds before its last
    text = "The mayor told a bizarre story. “It is false,” she said.\n\n" * 3_000
    assert outcome(tmp_path, text) == (0, "")


def opened(window: MainWindow, qtbot: QtBot) -> Page:
    """Return the page of an article that has its findings."""
    window.filing.open_text("A bizarre week of talks, she said.")
    page = window.tabs.current_page
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.state.findings), timeout=30_000)
    return page


def test_a_closed_article_leaves_nothing_behind(window: MainWindow, qtbot: QtBot) -> None:
    window.start_services()
    page = opened(window, qtbot)
    kept = weakref.ref(page.state)
    window.tabs.close_page(page)
    del page
    qtbot.waitUntil(lambda: kept() is None)


def test_what_python_put_on_the_clipboard_does_not_outlive_it() -> None:
    copying = """
        from PySide6.QtCore import QMimeData
        from PySide6.QtWidgets import QApplication
        from reader.ui.ending import take_down_windows

        application = QApplication([])
        copied = QMimeData()
        copied.setText("bizarre")
        QApplication.clipboard().setMimeData(copied)
        take_down_windows()
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(copying)], check=False)
    assert done.returncode == 0
