"""Keeps work on what was found to a small share of the time while results stream in."""

from collections.abc import Callable
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, QTimer

# of the window's time such work takes one part in so many, so that the page stays fluent
_REST = 400
_LEAST_PAUSE = 60
_MOST_PAUSE = 4_000
# what was typed is analysed anew after 300 ms; this follows when that may be done
_TYPING_PAUSE = 400


class Pace(QObject):
    """Does a piece of work soon after it is asked for, and rests 400 times as long as it took."""

    def __init__(self, work: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._finished = 0.0
        self._pause = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.run_now)

    @property
    def is_due(self) -> bool:
        """Say whether work was asked for that is not done yet."""
        return self._timer.isActive()

    def ask(self) -> None:
        """Do the work as soon as the rest is over; asking twice is asking once."""
        if not self._timer.isActive():
            rested = 1000 * (perf_counter() - self._finished)
            self._timer.start(max(0, int(self._pause - rested)))

    def ask_later(self) -> None:
        """Do the work when nobody has asked for so long: typing goes before everything else."""
        self._timer.start(_TYPING_PAUSE)

    def run_now(self) -> None:
        """Do the work at once."""
        self._timer.stop()
        started = thread_time()
        self._work()
        self._finished = perf_counter()
        # the work's own time, or a busy machine would make the window sleepy
        cost = 1000 * (thread_time() - started)
        self._pause = min(max(_LEAST_PAUSE, _REST * cost), _MOST_PAUSE)
