"""Reads files without making the window wait."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from reader.errors import ReaderError
from reader.model.article import Article
from reader.sources.opening import open_article

_LONGEST_LINK = 60


class Opener(QObject):
    """Opens articles in the background.

    Signals:
        opened: path and Article.
        failed: path and one sentence.
    """

    opened = Signal(str, object)
    failed = Signal(str, str)

    def __init__(
        self,
        parent: QObject | None = None,
        read: Callable[[str], Article] = open_article,
        pool: QThreadPool | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._pool = pool or QThreadPool.globalInstance()

    def open(self, path: str) -> None:
        """Read the file at `path` and signal what came of it."""
        self._pool.start(_Task(self, path))

    def wait(self) -> None:
        """Return when nothing is being read any more."""
        self._pool.waitForDone()

    def read(self, path: str) -> None:
        """Read the file at `path` now, in whatever thread this is."""
        if path.startswith(("http://", "https://")):
            # that nothing is sent anywhere holds without an exception
            sentence = _tr(
                "Nothing is fetched from the internet: open {link} in the browser, "
                "copy the article, and paste it here."
            )
            self.failed.emit(path, sentence.format(link=_shortened(path)))
            return
        try:
            article = self._read(path)
        except ReaderError as error:
            self.failed.emit(path, str(error))
        except BaseException:
            sentence = _tr("{path} could not be opened because of a fault in the program.")
            self.failed.emit(path, sentence.format(path=path))
            raise
        else:
            self.opened.emit(path, article)


def _tr(text: str) -> str:
    return QCoreApplication.translate("opening", text)


def _shortened(link: str) -> str:
    return link if len(link) <= _LONGEST_LINK else f"{link[: _LONGEST_LINK - 1]}…"


class _Task(QRunnable):
    def __init__(self, opener: Opener, path: str) -> None:
        super().__init__()
        self._opener = opener
        self._path = path

    def run(self) -> None:
        """Called by the pool."""
        self._opener.read(self._path)
