"""Where the text of an article is kept: its file, and a draft while there is unsaved text."""

import hashlib
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library.library import Draft
from reader.model.article import Article
from reader.settings import replace_file
from reader.ui.services import Services
from reader.ui.state import ArticleState

# unsaved text is kept this long after the first key, in ms
_DRAFT_PAUSE = 1_000
_LONGEST_TITLE = 60


class ArticleFile(QObject):
    """Saves the text of a state, and keeps it from a crash until then.

    Signals:
        changed: the path, the title or whether there is unsaved text differs.
    """

    changed = Signal()

    def __init__(self, state: ArticleState, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._user_data = services.user_data
        self._draft_id = f"{services.session}/{uuid4().hex}"
        self._saved_text = ""
        self.path: Path | None = None
        self.is_modified = False
        self._drafting = QTimer(self)
        self._drafting.setSingleShot(True)
        self._drafting.setInterval(_DRAFT_PAUSE)
        self._drafting.timeout.connect(self.keep_draft)
        state.edited.connect(self._note_edit)

    @property
    def title(self) -> str:
        """What the tab and the list of recent files call the article, empty for an empty one."""
        if self._state.article.title:
            return self._state.article.title
        if self.path:
            return self.path.name
        first = next((line for line in self._state.text[:500].split("\n") if line.strip()), "")
        return first.strip()[:_LONGEST_TITLE]

    @property
    def key(self) -> str:
        """What ignored findings are kept under: the file, or the text it began with."""
        if self.path:
            return str(self.path.absolute())
        begun = self._state.article.text.encode("utf-8", "surrogatepass")
        return f"text:{hashlib.sha256(begun).hexdigest()[:32]}"

    def begin(self, article: Article) -> None:
        """Take `article` as it came from its source as saved."""
        self.path = Path(article.source) if article.source else None
        self._saved_text = article.text

    def recover(self, draft: Draft) -> None:
        """Become a former run's draft, which is this run's from now on."""
        self.path = Path(draft.path) if draft.path else None
        self._saved_text = ""
        self.keep_draft()
        self._user_data.drop_draft(draft.id)

    def save(self, path: Path) -> None:
        """Write the text to `path` in one step.

        Raises:
            OSError: it cannot be written; what was there is untouched.
        """
        text = self._state.text
        replace_file(path, text.encode("utf-8", "surrogatepass"))
        if path != self.path:
            self.path = path
            # what is ignored is kept under the name of the file
            for key in self._state.ignored:
                self._user_data.ignore_finding(self.key, key)
        self._saved_text = text
        self._set_modified(False)
        self.changed.emit()

    def keep_draft(self) -> None:
        """Keep unsaved text where a crash does not reach it."""
        self._drafting.stop()
        self._set_modified(self._state.text != self._saved_text)
        if self.is_modified:
            path = str(self.path) if self.path else None
            self._user_data.save_draft(self._draft_id, path, self.title, self._state.text)

    def give_up(self) -> None:
        """Forget unsaved text."""
        self._drafting.stop()
        self._user_data.drop_draft(self._draft_id)

    def _note_edit(self) -> None:
        self._set_modified(True)
        if not self._drafting.isActive():
            self._drafting.start()

    def _set_modified(self, modified: bool) -> None:
        if modified == self.is_modified:
            return
        self.is_modified = modified
        if not modified:
            self._user_data.drop_draft(self._draft_id)
        self.changed.emit()
