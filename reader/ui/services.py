"""What all articles of a window share, handed to each of them."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from reader.ui.analyser import Analyser
from reader.ui.preference_store import PreferenceStore
from reader.ui.user_data import UserData


@dataclass(frozen=True, slots=True)
class Services:
    """The analyser, the preferences and the user's own data.

    `session` is the name of this run, and `session_folder` where runs are locked.
    """

    analyser: Analyser
    preferences: PreferenceStore
    user_data: UserData
    session_folder: Path
    session: str = field(default_factory=lambda: uuid4().hex)

    def close(self) -> None:
        """End what runs beside the window, and write what is not written yet."""
        self.analyser.close()
        self.preferences.flush()
        self.user_data.close()
