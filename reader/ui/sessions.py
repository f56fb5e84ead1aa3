"""Tells the drafts of a run that was cut off from those of a window that is still open."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from reader.library.library import Draft
from reader.ui.services import Services


class Sessions:
    """Locks a file for this run; Qt knows a lock whose process is gone."""

    def __init__(self, services: Services) -> None:
        self._user_data = services.user_data
        self._folder = services.session_folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self._own = self._lock(services.session)
        self._own.tryLock(0)

    def left_drafts(self) -> list[Draft]:
        """Return the drafts that no open window keeps."""
        return [draft for draft in self._user_data.drafts() if self._is_left(draft)]

    def end(self) -> None:
        """Give the lock back."""
        self._own.unlock()

    def _is_left(self, draft: Draft) -> bool:
        lock = self._lock(draft.id.split("/")[0])
        free = lock.tryLock(0)
        lock.unlock()
        return free

    def _lock(self, session: str) -> QLockFile:
        lock = QLockFile(str(self._folder / f"{Path(session).name}.lock"))
        # a lock is stale when its process is gone, never by age
        lock.setStaleLockTime(0)
        return lock
