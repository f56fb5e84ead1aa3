"""The menu of the files that were open before."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from reader.ui.user_data import UserData

_LONGEST_LABEL = 60


class RecentMenu(QObject):
    """Fills a menu.

    Signals:
        file_requested: the path of a file to open.
        changed: the files as pairs of path and title, the latest first.
    """

    file_requested = Signal(str)
    changed = Signal(list)

    def __init__(self, menu: QMenu, user_data: UserData) -> None:
        super().__init__(menu)
        self._menu = menu
        self._user_data = user_data
        user_data.recent_files_changed.connect(self.refresh)

    def refresh(self) -> None:
        """List the files as of now."""
        files = [(one.path, one.title) for one in self._user_data.recent_files]
        self._menu.clear()
        for path, title in files:
            label = f"{title[:_LONGEST_LABEL]} – {Path(path).name}".replace("&", "&&")
            action = self._menu.addAction(label)
            action.setToolTip(path)
            action.triggered.connect(lambda _=False, path=path: self.file_requested.emit(path))
        if files:
            self._menu.addSeparator()
            forget = self._menu.addAction(self.tr("&Forget These Files"))
            forget.triggered.connect(self._user_data.forget_recent_files)
        self._menu.setEnabled(bool(files))
        self.changed.emit(files)
