"""The search in the findings and the choice of how they are grouped."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.panel.buttons import Choice
from reader.ui.panel.flow import StretchFlow
from reader.ui.panel.grouping import Grouping
from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState


class SearchRow(QWidget):
    """A search field and a choice.

    Signals:
        grouping_chosen: a `Grouping`.
    """

    grouping_chosen = Signal(object)

    def __init__(self, state: ArticleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search findings"))
        self.search.setAccessibleName(tr("Search findings by word or speaker"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.grouping = Choice(tr("Group findings"), self)
        for grouping, name in _names().items():
            self.grouping.addItem(name, grouping)
        self.grouping.activated.connect(self._group)
        flow = StretchFlow(self)
        flow.addWidget(self.search)
        flow.addWidget(self.grouping)

    def _search(self, text: str) -> None:
        self._state.set_filters(replace(self._state.filters, search=text))

    def _group(self, index: int) -> None:
        self.grouping_chosen.emit(Grouping(self.grouping.itemData(index)))

    def refresh(self) -> None:
        """Show the search that is in force."""
        if self.search.text() != self._state.filters.search:
            self.search.blockSignals(True)
            self.search.setText(self._state.filters.search)
            self.search.blockSignals(False)


def _names() -> dict[Grouping, str]:
    return {
        Grouping.VOICE: tr("By voice"),
        Grouping.CATEGORY: tr("By category"),
        Grouping.PARAGRAPH: tr("By paragraph"),
    }
