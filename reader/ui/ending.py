"""The end of the windows: all is taken down in order, while Qt and Python both still stand."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

# platforms without a screen, whose clipboard is a variable of Qt's own
_SCREENLESS = frozenset({"offscreen", "minimal"})


def take_down_windows() -> None:
    """Close and delete every window with all that hangs on it.

    What is left when the application goes is deleted in an arbitrary order, and its code may then
    ask for things that are gone: the process crashes after all its work is done.
    """
    QThreadPool.globalInstance().waitForDone()
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    _let_go_of_the_clipboard()
    delete_discarded()


def _let_go_of_the_clipboard() -> None:
    """Empty a clipboard that goes after Python has: what Python put there could not be deleted.

    The process then ends with a segmentation fault. A real clipboard is left as it is.
    """
    if QGuiApplication.platformName() in _SCREENLESS:
        QGuiApplication.clipboard().clear()


def delete_discarded() -> None:
    """Delete now what is to be deleted later, and what nobody holds any more."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # here and not in whatever thread happens to be next: windows belong to this one
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
