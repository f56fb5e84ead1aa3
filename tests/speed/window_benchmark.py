"""How the window feels with one article, as figures: `python tests/speed/window_benchmark.py FILE`.

Opens FILE in the real window (offscreen unless QT_QPA_PLATFORM says otherwise), with the real
analyser beside it, and prints one JSON object: the times to the first paint of the text, of the
panel beside it, to the first highlight and to the end of the analysis; the gaps of a heart-beat of
5 ms before (`idle`) and during the analysis while the page is scrolled (`busy`); a frame after a
jump, a key from press to paint, a change of the filters over all findings; and the memory of the
window's process. All are in ms on the clock; `cpu` has the last four again in ms of the processor,
of which other programs on the machine take nothing.

The texts of the targets are made with

    python tests/speed/window_benchmark.py --make 900000 long.txt
    python tests/speed/window_benchmark.py --make 1000000 --one-paragraph paragraph.txt
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.model.results import Category
from reader.ui.application import Places, make_application, make_window
from reader.ui.page import Page
from reader.ui.window import MainWindow

Figures = dict[str, float]

_BEAT = 5
_IDLE = 3_000
_SCROLLING = 40
_JUMPS = 40
_KEYS = 60
_FILTERS = 12
_LONGEST = 600_000


class Stopwatch:
    """Notes how long things take, in ms on the clock and of this thread's processor time."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.costs: list[float] = []
        self._begun = self._spent = 0.0

    def start(self) -> None:
        """Begin to measure."""
        self._begun, self._spent = perf_counter(), thread_time()

    def stop(self) -> None:
        """Note what has passed since the start."""
        self.times.append((perf_counter() - self._begun) * 1_000)
        self.costs.append((thread_time() - self._spent) * 1_000)


class HeartBeat(QObject):
    """A timer of 5 ms that notes the gaps between its beats."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps = Stopwatch()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        self.gaps.stop()
        self.gaps.start()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Beat meanwhile."""
        self.gaps = Stopwatch()
        self.gaps.start()
        self._timer.start()
        yield
        self._timer.stop()


def main() -> int:
    """Measure, or make a text to measure with."""
    parser = argparse.ArgumentParser(description="Measure the window with one article.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--make", type=int, metavar="BYTES", help="write FILE from our sample")
    parser.add_argument("--one-paragraph", action="store_true")
    options = parser.parse_args()
    if options.make:
        make_text(options.file, options.make, options.one_paragraph)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(options.file, Path(folder))))  # noqa: T201
    return 0


def make_text(path: Path, size: int, one_paragraph: bool) -> None:
    """Write the sample article's sentences again and again, in another order each time."""
    samples = Path(__file__).parents[2] / "resources" / "samples"
    paragraphs = next(samples.glob("*.txt")).read_text(encoding="utf-8").split("\n\n")
    shuffle = random.Random(1).shuffle  # noqa: S311
    pieces: list[str] = []
    while sum(map(len, pieces)) < size:
        shuffle(paragraphs)
        pieces += paragraphs
    joined = (" " if one_paragraph else "\n\n").join(piece.strip() for piece in pieces)
    path.write_text(joined.replace("\n", " ") if one_paragraph else joined, encoding="utf-8")


def measure(path: Path, folder: Path) -> dict[str, object]:
    """Return all figures for the article at `path`, keeping the window's things in `folder`."""
    make_application()
    window = make_window(
        Places(folder / "settings.json", folder / "w.ini", folder / "l.sqlite", folder / "sessions")
    )
    window.show()
    window.start_services()
    wait(1_000)
    heart = HeartBeat()
    with heart.running():
        wait(_IDLE)
    idle = spread(heart.gaps.times)
    found: dict[str, object] = {**opening(window, path, heart), "idle": idle}
    page = window.tabs.current_page
    assert page is not None
    watches = {"busy": heart.gaps, "frame": jumping(page)}
    watches |= {"key": typing(window, page), "filter": filtering(page)}
    found |= {name: spread(watch.times) for name, watch in watches.items()}
    found["cpu"] = {name: spread(watch.costs) for name, watch in watches.items()}
    found["rss_mb"] = resident()
    found["findings"] = len(page.state.findings)
    window.tabs.close_page(page)
    window.close()
    return found


def opening(window: MainWindow, path: Path, heart: HeartBeat) -> Figures:
    """Open the article and scroll through it until the analysis is done."""
    times: Figures = {}
    done = QEventLoop()
    begun = perf_counter()
    scrolling = QTimer()

    def note(name: str) -> None:
        times.setdefault(name, round((perf_counter() - begun) * 1_000, 1))

    def note_highlight(page: Page) -> None:
        if page.state.visible_findings() and "first_highlight_ms" not in times:
            page.view.page.viewport().repaint()
            note("first_highlight_ms")

    def adopt(page: Page) -> None:
        page.state.results_changed.connect(lambda: note_highlight(page))
        page.marking.finished.connect(lambda: note("all_done_ms"))
        page.marking.finished.connect(done.quit)
        page.marking.failed.connect(done.quit)
        scrolling.timeout.connect(lambda: scroll(page))

    window.tabs.page_added.connect(adopt)
    window.filing.open_paths([str(path)])
    while window.tabs.current_page is None:
        QApplication.processEvents()
    page = window.tabs.current_page
    page.view.page.viewport().repaint()
    note("first_paint_ms")
    # the panel is made once for an article, right after its text is seen
    page.panel.repaint()
    note("panel_ms")
    with heart.running():
        scrolling.start(_SCROLLING)
        QTimer.singleShot(_LONGEST, done.quit)
        done.exec()
        scrolling.stop()
    return times


def scroll(page: Page) -> None:
    """Go on by some lines, at the end to the top again."""
    bar = page.view.page.verticalScrollBar()
    step = max(1, bar.pageStep() // 4)
    bar.setValue(bar.value() + step if bar.value() < bar.maximum() else 0)


def jumping(page: Page) -> Stopwatch:
    """Jump to places all over the article and paint."""
    bar = page.view.page.verticalScrollBar()
    places = random.Random(2)  # noqa: S311
    watch = Stopwatch()
    for _ in range(_JUMPS):
        wait(20)
        watch.start()
        bar.setValue(places.randint(0, bar.maximum()))
        page.view.page.viewport().repaint()
        watch.stop()
    return watch


def typing(window: MainWindow, page: Page) -> Stopwatch:
    """Type in the middle of the article, as fast as a quick typist."""
    window.menus.actions["edit_mode"].trigger()
    bar = page.view.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    wait(500)
    editor = page.view.page
    QTest.mouseClick(
        editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.viewport().rect().center()
    )
    watch = Stopwatch()
    for number in range(_KEYS):
        wait(60 if number % 10 else 600)
        watch.start()
        QTest.keyClick(editor, Qt.Key.Key_E if number % 6 else Qt.Key.Key_Space)
        editor.viewport().repaint()
        watch.stop()
    return watch


def filtering(page: Page) -> Stopwatch:
    """Switch a category off and on, and move the threshold, as chips and slider do."""
    watch = Stopwatch()
    for number in range(_FILTERS):
        wait(400)
        watch.start()
        hidden = frozenset({Category.LOADED_ADJECTIVE} if number % 2 else ())
        threshold = 0.35 + 0.02 * number
        filters = replace(page.state.filters, hidden_categories=hidden, threshold=threshold)
        page.state.set_filters(filters)
        QApplication.processEvents()
        watch.stop()
    return watch


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def spread(values: Sequence[float]) -> Figures:
    """Return median, 99th percentile and maximum."""
    ordered = sorted(values)
    return {
        "p50": round(ordered[len(ordered) // 2], 1),
        "p99": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 1),
        "max": round(ordered[-1], 1),
    }


def resident() -> float:
    """Return the memory of this process in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmRSS"))
        return round(int(line.split()[1]) / 1_024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024, 1)


if __name__ == "__main__":
    sys.exit(main())
