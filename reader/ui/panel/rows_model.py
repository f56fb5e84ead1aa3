"""What the lists of the panel have in common: rows, some of which are headings."""

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reader.ui.panel.wording import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """What heads a group of rows, and what stands at the end of its line.

    `is_open` says whether the rows below are shown; None where they always are.
    """

    title: str
    count: str
    is_open: bool | None = None

    @property
    def spoken(self) -> str:
        """Return the heading as a screen reader says it."""
        said = f"{self.title}, {self.count}" if self.count else self.title
        return f"{said}, {tr('closed')}" if self.is_open is False else said


class RowsModel(QAbstractTableModel):
    """One column of rows; what a row says is worked out when it is painted or read aloud.

    `open_row` is the row in whose place a card stands, -1 for none.
    """

    open_row = -1

    @abstractmethod
    def row_count(self) -> int:
        """Return the number of rows, headings too."""

    @abstractmethod
    def heading_at(self, row: int) -> Heading | None:
        """Return the heading in a row, None where no heading stands."""

    @abstractmethod
    def text_at(self, row: int) -> str:
        """Return what a row that is no heading shows first."""

    @abstractmethod
    def line_at(self, row: int) -> str:
        """Return a row that is no heading as one line for a screen reader."""

    @abstractmethod
    def details_at(self, row: int) -> str:
        """Return what more there is to say of a row that is no heading."""

    def heading_rows(self) -> list[int]:
        """Return the rows of the headings."""
        return [row for row in range(self.row_count()) if self.heading_at(row) is not None]

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Return the number of rows, headings too."""
        return 0 if parent.isValid() else self.row_count()

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Return one."""
        return 0 if parent.isValid() else 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that rows can be chosen, and of the headings those that hide their rows."""
        if not index.isValid() or self._is_passed_over(index.row()):
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled | Qt.ItemFlag.ItemNeverHasChildren

    def _is_passed_over(self, row: int) -> bool:
        heading = self.heading_at(row)
        # a closed group is opened by the keyboard where it stands
        return heading is not None and heading.is_open is not False

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, and what it says to a screen reader."""
        if not index.isValid():
            return None
        heading = self.heading_at(index.row())
        if heading is None:
            return self._row_data(index.row(), role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return heading.spoken
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return nothing: the headers are not seen, and their numbers would only be read aloud."""
        return "" if role == Qt.ItemDataRole.DisplayRole else None

    def _row_data(self, row: int, role: int) -> str | None:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text_at(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.line_at(row)
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.ToolTipRole:
                return self.details_at(row)
        return None
