"""Opens and closes the groups of a list, as its keys and its headings ask for."""

from collections.abc import Callable, Collection
from typing import Generic, Protocol, TypeVar

from reader.ui.panel.row_view import RowView

Key = TypeVar("Key")


class GroupedModel(Protocol[Key]):
    """Rows in groups, each of which is known by a key."""

    @property
    def closed_groups(self) -> frozenset[Key]:
        """The groups whose rows are not listed."""

    def close_groups(self, keys: Collection[Key]) -> None:
        """Close these groups and no others."""

    def all_groups(self) -> list[Key]:
        """Return the groups from top to bottom."""

    def group_at(self, row: int) -> Key:
        """Return the group of a row, which may be its heading."""

    def row_of_group(self, key: Key) -> int:
        """Return the row of a group's heading."""


class GroupSwitch(Generic[Key]):
    """Serves one list; `show_selected` is to choose the selected row again, or none."""

    def __init__(
        self, rows: RowView, model: GroupedModel[Key], show_selected: Callable[[], object]
    ) -> None:
        self._list = rows
        self._model = model
        self._show_selected = show_selected
        rows.group_wanted.connect(self._set_group)
        rows.all_groups_wanted.connect(self.open_all)

    def open_all(self, is_open: bool) -> None:
        """List the rows of all groups, or their headings alone."""
        self._close(frozenset() if is_open else frozenset(self._model.all_groups()))

    def open_group(self, key: Key) -> None:
        """List the rows of one group."""
        self._close(self._model.closed_groups - {key})

    def _set_group(self, row: int, is_open: bool) -> None:
        key = self._model.group_at(row)
        closed = self._model.closed_groups
        self._close(closed - {key} if is_open else closed | {key})
        if self._list.current_row() is None:
            # the keyboard stays at the group, on its first row or on its heading
            heading = self._model.row_of_group(key)
            self._list.choose(heading + is_open)
            self._list.scrollTo(self._list.currentIndex())

    def _close(self, keys: Collection[Key]) -> None:
        offset = self._list.verticalScrollBar().value()
        self._model.close_groups(keys)
        self._list.verticalScrollBar().setValue(offset)
        self._show_selected()
