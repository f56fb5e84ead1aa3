"""Where the window was and how it was divided, from one run of the program to the next."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

_USUAL_SIZE = (1360, 860)
_PANEL_WIDTH = 372
# the height of a line of interface text for which that is wide enough
_USUAL_LINE = 17
# in a small window the text is given more room than the panel was given once
_PANEL_SHARE = 0.36


class WindowMemory:
    """Reads and writes the file that `remembered` stands for."""

    def __init__(self, window: QMainWindow, remembered: QSettings) -> None:
        self._window = window
        self._remembered = remembered

    def restore(self) -> bool:
        """Put the window where it was, and say whether its panel is to be seen."""
        geometry = self._remembered.value("geometry")
        if not (isinstance(geometry, QByteArray) and self._window.restoreGeometry(geometry)):
            self._window.resize(*_USUAL_SIZE)
        return bool(self._remembered.value("panel_visible", True, type=bool))

    def keep(self, panel_visible: bool) -> None:
        """Write where the window is."""
        self._remembered.setValue("geometry", self._window.saveGeometry())
        self._remembered.setValue("panel_visible", panel_visible)
        self._remembered.sync()

    def panel_width(self) -> int:
        """Return how wide a panel is to be in the window as it is now."""
        usual = round(_PANEL_WIDTH * max(1.0, self._window.fontMetrics().height() / _USUAL_LINE))
        width = self._remembered.value("panel_width", usual, type=int)
        assert isinstance(width, int)
        return min(width, int(self._window.width() * _PANEL_SHARE))

    def keep_panel_width(self, width: int) -> None:
        """Remember how wide the user made a panel."""
        self._remembered.setValue("panel_width", width)
