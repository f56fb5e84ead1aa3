"""The commands of the Edit menu, for whatever has the keyboard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from reader.ui.tabs import Tabs

_Editor = QLineEdit | QPlainTextEdit | QTextEdit


class Editing:
    """Undo, cut, copy, paste and the like."""

    def __init__(self, tabs: Tabs) -> None:
        self._tabs = tabs

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {
            "undo": self._undo,
            "redo": self._redo,
            "cut": partial(self._on_focus, "cut"),
            "copy": partial(self._on_focus, "copy"),
            "paste": partial(self._on_focus, "paste"),
            "select_all": partial(self._on_focus, "selectAll"),
        }

    def focus_text(self) -> None:
        """Give the keyboard to the article."""
        if page := self._tabs.current_page:
            page.view.setFocus()

    def _undo(self) -> None:
        if isinstance(QApplication.focusWidget(), QLineEdit):
            self._on_focus("undo")
        elif (page := self._tabs.current_page) and page.is_editable:
            page.view.undo()

    def _redo(self) -> None:
        if isinstance(QApplication.focusWidget(), QLineEdit):
            self._on_focus("redo")
        elif (page := self._tabs.current_page) and page.is_editable:
            page.view.redo()

    def _on_focus(self, name: str) -> None:
        # Qt gives all its editors the same names for these
        if editor := self._editor():
            getattr(editor, name)()

    def _editor(self) -> _Editor | None:
        focused = QApplication.focusWidget()
        if isinstance(focused, _Editor):
            return focused
        page = self._tabs.current_page
        return page.view.page if page else None
