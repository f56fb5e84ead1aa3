"""The menu of other words for the selected finding, each a key away."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reader.ui.commands import MOST_WORDS, word_label
from reader.ui.panel.wording import alternative_action
from reader.ui.tabs import Tabs

if TYPE_CHECKING:
    from reader.ui.window import MainWindow


class WordMenu(QObject):
    """Puts alternatives in place, and names them in the menu as long as it is open."""

    def __init__(self, window: "MainWindow", tabs: Tabs) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {f"word_{number}": partial(self._put, number) for number in range(1, MOST_WORDS + 1)}

    def adopt_menu(self) -> None:
        """Name the words whenever the menu opens."""
        self._window.menus.menus["words"].aboutToShow.connect(self._name)
        self._window.menus.menus["words"].aboutToHide.connect(self._forget)

    def _alternatives(self) -> tuple[int, tuple[str, ...]] | None:
        page = self._tabs.current_page
        index = page.marks.selected_finding if page else None
        if page is None or index is None:
            return None
        return index, tuple(page.state.findings[index].alternatives)

    def _put(self, number: int) -> None:
        found, page = self._alternatives(), self._tabs.current_page
        if page is None or found is None or number > len(found[1]):
            self._window.messages.tell(_nothing(found is not None))
        else:
            page.apply_alternative(found[0], found[1][number - 1])

    def _name(self) -> None:
        found = self._alternatives()
        words = found[1] if found else ()
        for number in range(1, MOST_WORDS + 1):
            action = self._window.menus.actions[f"word_{number}"]
            action.setVisible(number <= max(1, len(words)))
            action.setEnabled(number <= len(words))
            if number <= len(words):
                action.setText(f"&{number} {alternative_action(words[number - 1])}")

    def _forget(self) -> None:
        for number in range(1, MOST_WORDS + 1):
            action = self._window.menus.actions[f"word_{number}"]
            action.setVisible(True)
            # the key is to answer even where there is nothing to put, in a sentence
            action.setEnabled(self._tabs.current_page is not None)
            action.setText(word_label(number))


def _nothing(is_selected: bool) -> str:
    if is_selected:
        return _tr("There is no such other word for what is selected.")
    return _tr("Select a finding first: F8 goes to the next one.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("word_menu", text)
