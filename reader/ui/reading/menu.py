"""The context menu of the page: what can be done with a finding, and with the text."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.model.results import LEAVE_OUT, Finding
from reader.ui.reading.page import Page


def add_finding_actions(
    menu: QMenu,
    finding: Finding,
    *,
    apply: Callable[[str], None] | None,
    ignore: Callable[[], None],
    ignore_word: Callable[[], None],
) -> None:
    """Add what can be done with `finding`; without `apply`, the text can only be read."""
    if apply:
        for one in finding.alternatives:
            leaves_out = one == LEAVE_OUT
            shown = _tr("Leave out") if leaves_out else _tr("Write “{word}”").format(word=one)
            _add(menu, shown, partial(apply, one))
    _add(menu, _tr("Ignore this one"), ignore)
    _add(menu, _tr("Ignore “{word}” everywhere").format(word=finding.text), ignore_word)
    menu.addSeparator()


def add_text_actions(menu: QMenu, page: Page) -> None:
    """Add what can be done with the text."""
    chosen = len(page.selected()) > 0
    pasted = page.canInsertFromMimeData(QGuiApplication.clipboard().mimeData())
    if not page.isReadOnly():
        _add(menu, _tr("Undo"), page.undo, page.history.can_undo)
        _add(menu, _tr("Redo"), page.redo, page.history.can_redo)
        menu.addSeparator()
        _add(menu, _tr("Cut"), page.cut, chosen)
    _add(menu, _tr("Copy"), page.copy, chosen)
    if not page.isReadOnly():
        _add(menu, _tr("Paste"), page.paste, pasted)
    menu.addSeparator()
    _add(menu, _tr("Select all"), page.selectAll)


def _add(menu: QMenu, text: str, call: Callable[[], object], is_enabled: bool = True) -> None:
    def triggered() -> None:
        # Qt would hand over whether the action is checked
        call()

    action = menu.addAction(text)
    action.triggered.connect(triggered)
    action.setEnabled(is_enabled)


def _tr(text: str) -> str:
    return QCoreApplication.translate("menu", text)
