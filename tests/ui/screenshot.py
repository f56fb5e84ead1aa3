"""Takes the pictures of the real window for the README and the help, all by one command.

    uv run python tests/ui/screenshot.py [--folder FOLDER]
    uv run python tests/ui/screenshot.py [--theme THEME] [--size WIDTHxHEIGHT] FILE PICTURE

The first opens the sample article, waits until it is analysed and writes every picture of
`PICTURES` to `resources/help`, or to FOLDER. The second makes one picture of FILE, with a
corrective passage selected near its claim. Nothing is shown on the screen.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from reader.settings import THEMES, Preferences, save_preferences
from reader.ui.application import Places, make_application, make_window
from reader.ui.page import Page
from reader.ui.state import ArticleState, Item
from reader.ui.window import MainWindow

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "samples" / "harbour-bridge.txt"
FOLDER = ROOT / "resources" / "help"

# an analysis of one article takes a second or two, a start from a cold disk some more
PATIENCE = 60_000
# the time that the window gets to draw what has arrived
SETTLING = 500


def main() -> int:
    """Take the pictures; return 1 if the analysis did not finish."""
    options = _options()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()
    with tempfile.TemporaryDirectory() as name:
        window = open_window(Path(name), options.theme)
        window.resize(*map(int, options.size.split("x")))
        window.show()
        done = analyse(window, options.file)
        if options.picture:
            show_correction(window)
            take(window, options.picture)
        else:
            take_all(window, options.folder)
        for page in window.tabs.pages:
            window.tabs.close_page(page)
        window.close()
    return 0 if done else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, default=SAMPLE, metavar="FILE")
    parser.add_argument("picture", nargs="?", type=Path, metavar="PICTURE")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--size", default="1360x860", metavar="WIDTHxHEIGHT")
    return parser.parse_args()


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


def page_of(window: MainWindow) -> Page:
    """Return the article in front."""
    page = window.tabs.current_page
    assert page is not None
    return page


def nearest_correction(state: ArticleState) -> Item | None:
    """Return the corrective passage that stands nearest to the claim it answers."""
    distances = {
        index: abs(passage.span.start - passage.claim.start)
        for index, passage in enumerate(state.corrections)
        if passage.claim
    }
    best = min(distances, key=lambda index: distances[index], default=None)
    return None if best is None else Item("correction", best)


# what each picture shows


def show_correction(window: MainWindow) -> QWidget:
    """Select a corrective passage beside its claim."""
    state = page_of(window).state
    state.select(nearest_correction(state))
    return window


def show_finding(window: MainWindow) -> QWidget:
    """Select the first finding that is more than possible and has other words to offer."""
    page = page_of(window)
    findings, shown = page.state.findings, page.state.visible_findings()
    best = next(one for one in shown if findings[one].score >= 0.5 and findings[one].alternatives)
    page.state.select(Item("finding", best))
    return window


def show_dark(window: MainWindow) -> QWidget:
    """Show the same in the dark theme."""
    choose_theme(window, "dark")
    return show_finding(window)


def show_overview(window: MainWindow) -> QWidget:
    """Show the figures of the article alone."""
    choose_theme(window, "light")
    panel = page_of(window).panel
    panel.tabs.setCurrentIndex(3)
    return panel


def show_voices(window: MainWindow) -> QWidget:
    """Show who speaks."""
    panel = page_of(window).panel
    panel.tabs.setCurrentIndex(2)
    return panel


def show_claims(window: MainWindow) -> QWidget:
    """Show what is claimed and what answers it."""
    show_correction(window)
    return page_of(window).panel


def show_card(window: MainWindow) -> QWidget:
    """Show the card at its word, without the panel."""
    window.menus.actions["panel"].trigger()
    show_finding(window)
    return page_of(window).view


def show_legend(window: MainWindow) -> QWidget:
    """Show what the marks mean."""
    window.menus.actions["panel"].trigger()
    window.menus.actions["legend"].trigger()
    assert window.extras.legend is not None
    return window.extras.legend


PICTURES: dict[str, Callable[[MainWindow], QWidget]] = {
    "window.png": show_finding,
    "claims.png": show_claims,
    "voices.png": show_voices,
    "window-dark.png": show_dark,
    "overview.png": show_overview,
    "card.png": show_card,
    "legend.png": show_legend,
}


def choose_theme(window: MainWindow, name: str) -> None:
    """Have the window wear a theme, by its menu."""
    window.menus.menus["theme"].actions()[THEMES.index(name)].trigger()


def take_all(window: MainWindow, folder: Path) -> None:
    """Write every picture to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, show in PICTURES.items():
        take(show(window), folder / name)


def take(widget: QWidget, path: Path) -> None:
    """Write what `widget` shows, when it has come to rest, to `path`."""
    settled = QEventLoop()
    QTimer.singleShot(SETTLING, settled.quit)
    settled.exec()
    widget.grab().save(str(path))


if __name__ == "__main__":
    sys.exit(main())
