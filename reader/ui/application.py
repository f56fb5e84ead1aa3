"""Starts the window, and tells in plain words where the program itself is at fault."""

import logging
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from os import environ
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.resources import resource
from reader.settings import APPLICATION, config_directory, data_directory, settings_file
from reader.ui.analyser import Analyser
from reader.ui.appearance import Appearance
from reader.ui.ending import take_down_windows
from reader.ui.preference_store import PreferenceStore
from reader.ui.services import Services
from reader.ui.user_data import UserData
from reader.ui.window import MainWindow

_LOG = logging.getLogger("reader.window")
_FAULT = "The program met a fault of its own: {fault}. The article is kept; save it to be sure."
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where the program keeps what."""

    settings: Path
    window: Path
    library: Path
    sessions: Path

    @staticmethod
    def usual(environment: Mapping[str, str] = environ) -> "Places":
        """Return the places of this platform's custom."""
        return Places(
            settings_file(environment),
            config_directory(environment) / "window.ini",
            data_directory(environment) / "library.sqlite",
            data_directory(environment) / "sessions",
        )


def run(paths: list[str]) -> int:
    """Open the window with the articles at `paths`, or with the sample; return the exit code."""
    logging.basicConfig(format="%(name)s: %(message)s", level=logging.WARNING)
    qInstallMessageHandler(log_qt)
    application = make_application()
    window = make_window(Places.usual())
    sys.excepthook = window_hook(window)
    window.show()
    begin(window, paths)
    del window
    try:
        return application.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        take_down_windows()
        # Qt has a last word when Python is gone
        qInstallMessageHandler(None)


def make_application() -> QApplication:
    """Return the application, named and in a style that takes our colours everywhere."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([APPLICATION])
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName(APPLICATION)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(APPLICATION)
    application.setWindowIcon(QIcon(str(resource("icons/bias-reader.svg"))))
    application.setStyle("Fusion")
    return application


def make_window(places: Places, analyser: Analyser | None = None) -> MainWindow:
    """Return a window, not shown yet, that keeps its things at `places`."""
    services = Services(
        analyser or Analyser(),
        PreferenceStore(places.settings),
        UserData(places.library),
        places.sessions,
    )
    remembered = QSettings(str(places.window), QSettings.Format.IniFormat)
    return MainWindow(services, Appearance(services.preferences), remembered)


def begin(window: MainWindow, paths: list[str]) -> None:
    """Open the first articles; what can wait starts when the window has been seen."""
    window.painted.connect(window.start_services)
    if paths:
        window.filing.open_paths(paths)
    else:
        window.filing.open_sample()


def window_hook(window: MainWindow) -> Callable[[type[BaseException], BaseException, Any], None]:
    """Return what is to happen to an exception that nobody expected: it is logged and told."""

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        _LOG.error("".join(traceback.format_exception(kind, fault, trace)))
        if isinstance(fault, KeyboardInterrupt):
            window.close()
        else:
            window.messages.tell(_FAULT.format(fault=f"{kind.__name__}: {fault}"))

    return tell


def log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Log a message of Qt's under our own name."""
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "%s", message)
