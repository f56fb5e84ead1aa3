"""Takes words and findings off the marks for good, and offers each way back at once."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.library.library import WordList
from reader.ui.message_bar import MessageBar
from reader.ui.page import Page
from reader.ui.questions import Reason
from reader.ui.state import IgnoredKey
from reader.ui.user_data import UserData


class WordOffers(QObject):
    """Connects pages with the user's lists."""

    def __init__(self, window: QWidget, user_data: UserData, messages: MessageBar) -> None:
        super().__init__(window)
        self._window = window
        self._user_data = user_data
        self._messages = messages

    def adopt(self, page: Page) -> None:
        """Serve a new page."""
        page.marks.word_ignored.connect(self._ignore)
        page.marks.word_unwanted.connect(self._unwant)
        page.marks.finding_ignored.connect(
            lambda key, word: self._offer_back(page.file.key, key, word)
        )

    def _offer_back(self, article: str, key: IgnoredKey, word: str) -> None:
        sentence = self.tr("This “{word}” is not marked any more.").format(word=word)
        restore = self._user_data.restore_finding
        self._messages.ask(sentence, {self.tr("Undo"): lambda: restore(article, key)})

    def _ignore(self, word: str) -> None:
        self._list(word, WordList.IGNORED, "")

    def _unwant(self, word: str) -> None:
        reason = Reason.ask(self._window, word)
        if reason is not None:
            self._list(word, WordList.HOUSE_STYLE, reason)

    def _list(self, word: str, word_list: WordList, reason: str) -> None:
        self._user_data.list_word(word, word_list, reason)
        sentence = self.tr("“{word}” is not marked any more, in any article.").format(word=word)
        restore = self._user_data.restore_word
        self._messages.ask(sentence, {self.tr("Undo"): lambda: restore(word.casefold(), word_list)})
