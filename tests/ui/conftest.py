"""A real window with its own folders, and a quick worker beside it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.settings import Preferences, save_preferences
from reader.ui.analyser import Analyser
from reader.ui.application import Places, make_application, make_window
from reader.ui.ending import delete_discarded, take_down_windows
from reader.ui.page import Page
from reader.ui.panel.panel import SidePanel
from reader.ui.state import ArticleState
from reader.ui.window import MainWindow
from tests.ui import panel_sample

MakeWindow = Callable[..., MainWindow]

QUICK_WORKER = Path(__file__).with_name("quick_worker.py")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application, under which nothing is left when it goes."""
    yield qapp
    take_down_windows()


@pytest.fixture(autouse=True)
def tidiness(qapp: QApplication) -> Iterator[None]:
    """What a test discards is gone before the next begins."""
    yield
    delete_discarded()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of one test's own; the tour was seen."""
    found = Places(
        tmp_path / "settings.json",
        tmp_path / "window.ini",
        tmp_path / "library.sqlite",
        tmp_path / "sessions",
    )
    save_preferences(Preferences(theme="light", tour_seen=True), found.settings)
    return found


@pytest.fixture
def make(qapp: object, places: Places) -> Iterator[MakeWindow]:
    """Make windows that share their places, each with a quick worker; all are closed at the end."""
    made: list[MainWindow] = []

    make_application()

    def make_one(command: list[str] | None = None) -> MainWindow:
        window = make_window(places, Analyser(command=command or quick_command()))
        made.append(window)
        window.show()
        return window

    yield make_one
    for window in made:
        if window.isVisible():
            discard(window)
        window.deleteLater()


@pytest.fixture
def window(make: MakeWindow) -> MainWindow:
    """A window that is shown and has no article yet."""
    return make()


@pytest.fixture
def open_page(window: MainWindow, qtbot: QtBot) -> Callable[[str], Page]:
    """Open a text as an article and wait until it is marked."""

    def open_one(text: str) -> Page:
        window.filing.open_text(text)
        page = window.tabs.current_page
        assert page is not None
        qtbot.waitUntil(lambda: not page.marking.is_busy, timeout=30_000)
        return page

    return open_one


@pytest.fixture
def state() -> ArticleState:
    """An article with results of every kind."""
    return panel_sample.filled_state()


@pytest.fixture
def panel(qtbot: QtBot, state: ArticleState) -> SidePanel:
    """The side panel of that article, shown."""
    return panel_sample.shown_panel(qtbot, state)


def discard(window: MainWindow) -> None:
    """Close a window whatever is unsaved in it."""
    for page in window.tabs.pages:
        window.tabs.close_page(page)
    window.close()


def quick_command() -> list[str]:
    """Return the command of a worker that needs no model: see `quick_worker.py`."""
    return [sys.executable, "-S", str(QUICK_WORKER)]
