"""Makes the menu bar from the commands."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.ui.commands import Command, Menu, all_menus


class Menus:
    """The menu bar's content, by name.

    Every command needs a handler in `handlers`; a missing one is a KeyError at once.
    """

    def __init__(
        self, bar: QMenuBar, owner: QWidget, handlers: Mapping[str, Callable[[], None]]
    ) -> None:
        self._owner = owner
        self._handlers = handlers
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        for menu in all_menus():
            self._fill(menu, bar.addMenu(menu.label))

    def enable_for_article(self, there_is_one: bool) -> None:
        """Switch the commands that need an article."""
        for action in self.actions.values():
            if action.property("needs_article"):
                action.setEnabled(there_is_one)

    def _fill(self, menu: Menu, filled: QMenu) -> None:
        self.menus[menu.name] = filled
        for entry in menu.entries:
            match entry:
                case None:
                    filled.addSeparator()
                case Menu():
                    self._fill(entry, filled.addMenu(entry.label))
                case Command():
                    self.actions[entry.name] = self._action(entry)
                    filled.addAction(self.actions[entry.name])

    def _action(self, command: Command) -> QAction:
        action = QAction(command.label, self._owner)
        action.setShortcuts(command.sequences())
        action.setCheckable(command.checkable)
        action.setMenuRole(command.role)
        action.setProperty("needs_article", command.needs_article)
        handler = self._handlers[command.name]
        # the handler of a checkable command asks the action itself
        action.triggered.connect(lambda _checked=False: handler())
        return action
