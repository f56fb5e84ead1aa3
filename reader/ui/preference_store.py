"""The preferences while the program runs: changed in one place, told to all, saved soon after."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.settings import Preferences, SettingsError, load_preferences, save_preferences

# a slider that is dragged sets many values; the file needs only the last, this many ms later
_SAVING_PAUSE = 400


class PreferenceStore(QObject):
    """Holds the preferences.

    Signals:
        changed: the new Preferences.
        troubled: a sentence on a file that cannot be read or written.
    """

    changed = Signal(object)
    troubled = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._preferences, self.fault = load_preferences(path)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVING_PAUSE)
        self._saving.timeout.connect(self._save)

    @property
    def current(self) -> Preferences:
        """The preferences as they are now."""
        return self._preferences

    def change(self, **values: object) -> None:
        """Set some of the preferences; what stays the same is not signalled."""
        self.set(replace(self._preferences, **values))  # type: ignore[arg-type]

    def set(self, preferences: Preferences) -> None:
        """Set all preferences at once."""
        if preferences != self._preferences:
            self._preferences = preferences
            self._saving.start()
            self.changed.emit(preferences)

    def flush(self) -> None:
        """Write what is not in the file yet."""
        if self._saving.isActive():
            self._saving.stop()
            self._save()

    def _save(self) -> None:
        try:
            save_preferences(self._preferences, self._path)
        except SettingsError as error:
            self.troubled.emit(str(error))
