"""Takes pictures of the real window for the README and the help.

    uv run python tests/ui/screenshot.py [--theme THEME] [--size WIDTHxHEIGHT] [FILE [PICTURE]]

Opens FILE, or the sample article, waits until it is analysed, selects a corrective passage near its
claim and writes PICTURE, or `resources/help/window.png`. Nothing is shown on the screen.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader.settings import THEMES, Preferences, save_preferences
from reader.ui.application import Places, make_application, make_window
from reader.ui.page import Page
from reader.ui.state import ArticleState, Item
from reader.ui.window import MainWindow

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "samples" / "harbour-bridge.txt"
PICTURE = ROOT / "resources" / "help" / "window.png"

# an analysis of one article takes a second or two, a start from a cold disk some more
PATIENCE = 60_000
# the time that the window gets to draw what has arrived
SETTLING = 500


def main() -> int:
    """Take the picture; return 1 if the analysis did not finish."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, default=SAMPLE, metavar="FILE")
    parser.add_argument("picture", nargs="?", type=Path, default=PICTURE, metavar="PICTURE")
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--size", default="1360x860", metavar="WIDTHxHEIGHT")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    with tempfile.TemporaryDirectory() as name:
        window = open_window(Path(name), options.theme)
        window.resize(width, height)
        window.show()
        done = analyse(window, options.file)
        picture(window, application, options.picture)
        window.close()
    return 0 if done else 1


def open_window(folder: Path, theme: str) -> MainWindow:
    """Return a window with the usual preferences that keeps its things in `folder`."""
    places = Places(
        folder / "settings.json", folder / "window.ini", folder / "library", folder / "sessions"
    )
    save_preferences(Preferences(theme=theme, tour_seen=True), places.settings)
    return make_window(places)


def analyse(window: MainWindow, file: Path) -> bool:
    """Open `file` and wait for its analysis; say whether it finished."""
    loop = QEventLoop()

    def wait_for(page: Page) -> None:
        page.marking.finished.connect(lambda _: loop.exit(0))
        page.marking.failed.connect(lambda _: loop.exit(1))

    window.tabs.page_added.connect(wait_for)
    window.start_services()
    window.filing.open_paths([str(file)])
    QTimer.singleShot(PATIENCE, lambda: loop.exit(1))
    return loop.exec() == 0


def nearest_correction(state: ArticleState) -> Item | None:
    """Return the corrective passage that stands nearest to the claim it answers."""
    distances = {
        index: abs(passage.span.start - passage.claim.start)
        for index, passage in enumerate(state.corrections)
        if passage.claim
    }
    best = min(distances, key=lambda index: distances[index], default=None)
    return None if best is None else Item("correction", best)


def picture(window: MainWindow, application: QApplication, path: Path) -> None:
    """Select a corrective passage and write what the window shows to `path`."""
    page = window.tabs.current_page
    assert page is not None
    page.state.select(nearest_correction(page.state))
    settled = QEventLoop()
    QTimer.singleShot(SETTLING, settled.quit)
    settled.exec()
    application.processEvents()
    window.grab().save(str(path))


if __name__ == "__main__":
    sys.exit(main())
