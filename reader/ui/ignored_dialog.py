"""Everything that is not marked by the user's own wish, in one list, each with its way back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.library.library import IgnoredFinding, ListedWord, WordList
from reader.ui.user_data import UserData, key_from_text

# the column that the user writes
_REASON = 2


@dataclass(frozen=True, slots=True)
class _Row:
    word: str
    kind: str
    reason: str
    where: str
    restore: Callable[[], None]
    explain: Callable[[str], None]

    def cells(self) -> tuple[str, str, str, str]:
        """Return what stands in the columns."""
        return self.word, self.kind, self.reason, self.where


class IgnoredDialog(QDialog):
    """Lists ignored places, ignored words and the house style; the reasons can be written here."""

    def __init__(self, user_data: UserData, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_tr("Ignored and House Style"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 420)
        self._user_data = user_data
        self._rows: list[_Row] = []
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.table = self._make_table()
        self._restore_button = QPushButton(_tr("&Mark Again"))
        self._restore_button.setAutoDefault(False)
        self._restore_button.clicked.connect(self.restore_selected)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._restore_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.note)
        column.addWidget(self.table)
        column.addWidget(buttons)
        user_data.words_changed.connect(self.refresh)
        user_data.finding_restored.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List what there is now."""
        entries = self._user_data.listed_words
        self._rows = [self._word_row(entry) for entry in entries]
        self._rows += [self._finding_row(entry) for entry in self._user_data.ignored_findings()]
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            for column, text in enumerate(row.cells()):
                self.table.setItem(number, column, _cell(text, is_editable=column == _REASON))
        self.table.blockSignals(False)
        self.note.setText(self._sentence())
        self._enable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes what is selected off the list."""
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.restore_selected()
        else:
            super().keyPressEvent(event)

    def _explain(self, item: QTableWidgetItem) -> None:
        row, reason = self._rows[item.row()], item.text().strip()
        if item.column() == _REASON and reason != row.reason:
            self._rows[item.row()] = replace(row, reason=reason)
            # the list is filled anew then, and the cell is still being left
            QTimer.singleShot(0, self, partial(row.explain, reason))

    def restore_selected(self) -> None:
        """Mark the selected entries again."""
        numbers = {index.row() for index in self.table.selectionModel().selectedRows()}
        for row in [self._rows[number] for number in sorted(numbers)]:
            row.restore()

    def _make_table(self) -> QTableWidget:
        labels = [_tr("Word"), _tr("Not marked"), _tr("Reason"), _tr("Where")]
        table = QTableWidget(0, len(labels))
        table.setHorizontalHeaderLabels(labels)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(_tr("Words that are not marked"))
        header = table.horizontalHeader()
        for column in (1, _REASON):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.itemSelectionChanged.connect(self._enable)
        table.itemChanged.connect(self._explain)
        return table

    def _enable(self) -> None:
        self._restore_button.setEnabled(self.table.selectionModel().hasSelection())

    def _sentence(self) -> str:
        if self._rows:
            return _tr(
                "These are not marked. They are still found, and can be marked again. "
                "Double-click a reason, or press F2, to write it."
            )
        return _tr(
            "Nothing is ignored. “Ignore this one” and “Never for us” on a finding put it here."
        )

    def _word_row(self, entry: ListedWord) -> _Row:
        house = entry.list is WordList.HOUSE_STYLE
        kind = _tr("Not loaded in the house style") if house else _tr("Ignored everywhere")
        restore = partial(self._user_data.restore_word, entry.word, entry.list)
        explain = partial(self._user_data.list_word, entry.word, entry.list)
        return _Row(entry.word, kind, entry.reason, _tr("all articles"), restore, explain)

    def _finding_row(self, entry: IgnoredFinding) -> _Row:
        key = key_from_text(entry.key)
        kind = _tr("Here: … {before} {word} {after} …").format(
            before=key.before, word=key.text, after=key.after
        )
        where = _tr("pasted text") if entry.article.startswith("text:") else entry.article
        restore = partial(self._user_data.restore_finding, entry.article, key)
        explain = partial(self._user_data.ignore_finding, entry.article, key)
        return _Row(entry.word, kind, entry.reason, Path(where).name, restore, explain)


def _cell(text: str, *, is_editable: bool) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    cell.setToolTip(text)
    if not is_editable:
        cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
    return cell


def _tr(text: str) -> str:
    return QCoreApplication.translate("ignored", text)
