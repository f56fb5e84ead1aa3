"""Says in one sentence why no window can be opened, where Qt itself would abort the process."""

import ctypes
import importlib
import os
import sys
from collections.abc import Mapping

from reader.errors import ReaderError

# what Qt's plug-in for X11 needs and no pip package brings (Debian's names)
_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_ALL_PACKAGES = "libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 " + " ".join(
    _X11_LIBRARIES.values()
)


class DisplayError(ReaderError):
    """No window can be opened on this system; the sentence says what to install or to set."""


def require_display(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> None:
    """Return if a window can be opened.

    Raises:
        DisplayError: Qt is not installed, lacks a library of the system, or has no display.
    """
    _require_qt()
    if platform.startswith("linux") and not environment.get("QT_QPA_PLATFORM"):
        _require_session(environment)


def _require_qt() -> None:
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ModuleNotFoundError as error:
        raise DisplayError(
            "The window needs PySide6, which is not installed here "
            f"(no module {error.name}): install bias-reader again."
        ) from error
    except ImportError as error:
        raise DisplayError(
            f"The window needs a library that this system lacks ({error}); "
            f"on Debian or Ubuntu: apt install {_ALL_PACKAGES}"
        ) from error


def _require_session(environment: Mapping[str, str]) -> None:
    if environment.get("WAYLAND_DISPLAY"):
        return
    display = environment.get("DISPLAY")
    if not display:
        raise DisplayError(
            "There is no display to open a window on: run this on a desktop, or set DISPLAY or "
            "WAYLAND_DISPLAY (without a window, use: bias-reader analyse PATH)."
        )
    missing = [package for name, package in _X11_LIBRARIES.items() if not _loads(name)]
    if missing:
        raise DisplayError(
            "The window needs libraries that this system lacks; "
            f"on Debian or Ubuntu: apt install {' '.join(missing)}"
        )
    if not _answers(display):
        raise DisplayError(f"The display {display} does not answer: check the variable DISPLAY.")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
