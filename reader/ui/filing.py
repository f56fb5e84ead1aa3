"""Opening, saving, closing and recovering articles."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.library.library import Draft
from reader.model.article import Article
from reader.resources import resource
from reader.sources.opening import from_text
from reader.ui.message_bar import MessageBar
from reader.ui.opening import Opener
from reader.ui.page import Page
from reader.ui.questions import FilesToOpen, FileToSave, Unsaved
from reader.ui.reading.dropping import dropped_paths
from reader.ui.services import Services
from reader.ui.sessions import Sessions
from reader.ui.tabs import Tabs

_LONGEST_NAME = 50


class Filing(QObject):
    """Brings articles into the tabs and out of them again.

    Signals:
        edit_wanted: a new article was made, to be written in.
    """

    edit_wanted = Signal()

    def __init__(
        self, window: QWidget, tabs: Tabs, messages: MessageBar, services: Services
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs
        self._messages = messages
        self._services = services
        self._sessions = Sessions(services)
        self._opener = Opener(self)
        self._opener.opened.connect(self._show)
        self._opener.failed.connect(self._tell_failure)

    # opening

    def ask_for_files(self) -> None:
        """Open the files that the user picks."""
        page = self._tabs.current_page
        folder = str(page.path.parent) if page and page.path else ""
        self.open_paths(FilesToOpen.ask(self._window, folder))

    def open_paths(self, paths: Iterable[str]) -> None:
        """Open files; one that is open already comes to the front."""
        for path in paths:
            if page := self._page_of(path):
                self._tabs.show_page(page)
            else:
                self._opener.open(path)

    def open_sample(self) -> None:
        """Open the article that shows what the program marks."""
        samples = sorted(resource("samples").glob("*.txt"))
        self.open_paths(str(path) for path in samples[:1])

    def open_text(self, text: str) -> None:
        """Open text that was pasted or dropped."""
        if text.strip():
            self._tabs.open(from_text(text))
        else:
            self._messages.tell(self.tr("There is no text to paste: copy an article first."))

    def paste(self) -> None:
        """Open the text of the clipboard as a new article, or the files that were copied."""
        clipboard = QApplication.clipboard()
        data = clipboard.mimeData()
        if data is not None and (paths := dropped_paths(data)):
            self.open_paths(paths)
        else:
            self.open_text(clipboard.text())

    def new(self) -> None:
        """Open an empty article to write in."""
        self._tabs.open(Article(""))
        self.edit_wanted.emit()

    def _page_of(self, path: str) -> Page | None:
        wanted = Path(path).absolute()
        return next((page for page in self._tabs.pages if page.file.key == str(wanted)), None)

    def _show(self, path: str, article: Article) -> None:
        page = self._tabs.open(article)
        if not self._is_ours(path):
            self._services.user_data.add_recent_file(path, page.title)
        if article.notes:
            self._messages.tell(" ".join(article.notes))

    def _is_ours(self, path: str) -> bool:
        return resource("samples") in Path(path).parents

    def _tell_failure(self, path: str, sentence: str) -> None:
        self._messages.tell(sentence)
        if not Path(path).exists():
            self._services.user_data.forget_recent_file(path)

    # saving

    def save(self, page: Page) -> bool:
        """Save where the article came from, or ask; say whether it is saved now."""
        if page.path is None or self._is_ours(str(page.path)):
            return self.save_as(page)
        return self._save_to(page, page.path)

    def save_as(self, page: Page) -> bool:
        """Ask where to save; say whether it is saved now."""
        kinds = self.tr("Plain text (*.txt);;Markdown (*.md)")
        path = FileToSave.ask(self._window, self.suggested_name(page, ".txt"), kinds)
        return bool(path) and self._save_to(page, _with_suffix(Path(path), ".txt"))

    def suggested_name(self, page: Page, suffix: str) -> str:
        """Return a file name for the article that the system allows."""
        if page.path and not self._is_ours(str(page.path)):
            return str(page.path.with_suffix(suffix))
        kept = (letter if letter.isalnum() or letter in " -_’" else " " for letter in page.title)
        return " ".join("".join(kept).split())[:_LONGEST_NAME] + suffix

    def _save_to(self, page: Page, path: Path) -> bool:
        try:
            page.file.save(path)
        except OSError as error:
            sentence = self.tr("{path} cannot be written: {reason}.")
            self._messages.tell(sentence.format(path=path, reason=error.strerror))
            return False
        self._services.user_data.add_recent_file(str(path.absolute()), page.title)
        self._messages.tell(self.tr("Saved as {path}.").format(path=path))
        return True

    # closing

    def close(self, page: Page) -> bool:
        """Close the article, after asking about unsaved text; say whether it is closed."""
        agreed = self.may_close(page)
        if agreed:
            self._tabs.close_page(page)
        return agreed

    def close_all(self) -> bool:
        """Close all articles for the end of the program, if no unsaved text stands against it."""
        pages = self._tabs.pages
        if not all(self.may_close(page) for page in pages):
            return False
        for page in pages:
            page.give_up()
        self._opener.wait()
        self._sessions.end()
        return True

    def may_close(self, page: Page) -> bool:
        """Ask about unsaved text and deal with it; say whether the article may go."""
        page.file.keep_draft()
        if not page.is_modified:
            return True
        self._tabs.show_page(page)
        match Unsaved.ask(self._window, page.title):
            case Unsaved.SAVE:
                return self.save(page)
            case Unsaved.DISCARD:
                return True
            case _:
                return False

    # recovering

    def offer_drafts(self) -> None:
        """Offer the unsaved text that a former run left when it was cut off."""
        drafts = self._sessions.left_drafts()
        if not drafts:
            return
        self._messages.ask(
            self._sentence_on(drafts),
            {
                self.tr("Restore"): partial(self._recover, drafts),
                self.tr("Discard"): partial(self._discard, drafts),
            },
        )

    def _sentence_on(self, drafts: list[Draft]) -> str:
        titles = ", ".join(f"“{draft.title}”" for draft in drafts)
        return self.tr("There is unsaved text from last time: {titles}.").format(titles=titles)

    def _recover(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            self._tabs.open(from_text(draft.text)).file.recover(draft)

    def _discard(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            self._services.user_data.drop_draft(draft.id)


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix else path.with_suffix(suffix)
