"""The Claims view: every claim by claimant, how it stands, and what in the article answers it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.model.results import ClaimStatus
from reader.ui.categories import LIKELY, status_wording
from reader.ui.panel.announcing import announce
from reader.ui.panel.chip import Chip
from reader.ui.panel.claim_rows import ClaimFilters, RowKind, claim_rows, effective_status
from reader.ui.panel.claims_delegate import ClaimsDelegate
from reader.ui.panel.claims_model import ClaimsModel
from reader.ui.panel.counting import exists
from reader.ui.panel.empty_note import EmptyNote, NoteStack
from reader.ui.panel.flow import FlowLayout
from reader.ui.panel.group_switch import GroupSwitch
from reader.ui.panel.look import Look
from reader.ui.panel.passage_card import Action, CardText, PassageCard
from reader.ui.panel.row_view import RowView
from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState


class ClaimsTab(QWidget):
    """The claims of an article.

    Signals:
        announced: what a screen reader was told.
    """

    announced = Signal(str)

    def __init__(self, state: ArticleState, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state = state
        self._look = look
        self._build_chips(look)
        self.model = ClaimsModel(self)
        self._delegate = ClaimsDelegate(look)
        self.list = RowView(self.model, self._delegate, self)
        self.list.setAccessibleName(tr("Claims"))
        self.card = PassageCard(self.list.viewport())
        self.note = EmptyNote(self)
        self._stack = NoteStack(self.list, self.note, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 4)
        column.addWidget(self._chip_line)
        column.addWidget(self._stack, 1)
        self.list.row_chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.groups = GroupSwitch(self.list, self.model, lambda: self._show_selected(scroll=False))
        self.card.left.connect(self.list.setFocus)
        self.note.button_clicked.connect(self._show_everything)

    def _build_chips(self, look: Look) -> None:
        self._chip_line = QWidget(self)
        flow = FlowLayout(self._chip_line)
        self.statuses = {
            status: Chip(status_wording(status).plural, look, strong=True, parent=self._chip_line)
            for status in ClaimStatus
        }
        self.possible = Chip(tr("Possible"), look, strong=False, parent=self._chip_line)
        self.possible.setToolTip(tr("Corrective passages that are only possible"))
        for chip in self._chips():
            flow.addWidget(chip)
            chip.toggled.connect(self._filter)

    def _chips(self) -> list[Chip]:
        return [*self.statuses.values(), self.possible]

    # what is shown

    def count(self) -> int:
        """Return how many claims there are to show, hidden statuses too."""
        return len(self._state.claims)

    def refresh(self) -> None:
        """Show what the state holds now."""
        self._refresh_chips()
        state = self._state
        filters = ClaimFilters(self._hidden(), frozenset(state.visible_corrections()))
        claims, corrections = list(state.claims), list(state.corrections)
        rows = claim_rows(claims, corrections, filters)
        offset = self.list.verticalScrollBar().value()
        self.model.show(rows, claims, corrections, state.text)
        self.list.verticalScrollBar().setValue(offset)
        self._show_selected(scroll=False)
        self._stack.show_note(self._empty_text())

    def _refresh_chips(self) -> None:
        state = self._state
        shown = frozenset(state.visible_corrections())
        found = [effective_status(claim, shown) for claim in state.claims]
        self.statuses[ClaimStatus.DISPUTED].show_state(checked=state.filters.show_disputes)
        self.possible.show_state(checked=state.filters.show_possible)
        for status, chip in self.statuses.items():
            chip.set_count(found.count(status))
        possible = sum(correction.score < LIKELY for correction in state.corrections)
        self.possible.set_count(possible)
        self.possible.setVisible(possible > 0)
        self._chip_line.setVisible(bool(state.claims or state.corrections))

    def _hidden(self) -> frozenset[ClaimStatus]:
        return frozenset(one for one, chip in self.statuses.items() if not chip.isChecked())

    def _filter(self) -> None:
        filters = replace(
            self._state.filters,
            show_disputes=self.statuses[ClaimStatus.DISPUTED].isChecked(),
            show_possible=self.possible.isChecked(),
        )
        if filters == self._state.filters:
            self.refresh()
        else:
            self._state.set_filters(filters)

    def _show_everything(self) -> None:
        for chip in self._chips():
            chip.show_state(checked=True)
        self._filter()

    def _empty_text(self) -> tuple[str, str]:
        state = self._state
        if self.model.row_count():
            return "", ""
        if not state.text:
            return tr("Nothing is open.\nOpen, paste or drop an article to see its claims."), ""
        if state.claims or state.corrections:
            return tr("The filters hide all claims."), tr("Show all")
        if state.engine is None:
            return tr("Claims are known when the whole article has been read."), ""
        return tr("No claims were found in this article."), ""

    def set_look(self, look: Look) -> None:
        """Paint with other fonts and colours."""
        self._look = self._delegate.look = look
        for chip in self._chips():
            chip.set_look(look)
        self.list.measure_rows()
        self.list.viewport().update()
        self._show_selected(scroll=False)

    # what is selected

    def _choose(self, row: int) -> None:
        item = self.model.item_at(row)
        if item is None or not exists(self._state, item):
            return
        if item != self._state.selected:
            self._state.select(item)
        else:
            self._show_selected(scroll=True)

    def show_selection(self) -> None:
        """Open the selected claim or correction, and say what it is and what it belongs to."""
        self._open_group_of_selected()
        if self._show_selected(scroll=True) and not self.list.hasFocus():
            row = self.model.open_row
            text = f"{self.model.line_at(row)}. {self.model.details_at(row)}"
            announce(self.list, text)
            self.announced.emit(text)

    def _open_group_of_selected(self) -> None:
        selected = self._state.selected
        key = None if selected is None else self.model.closed_group_of(selected)
        if key is not None:
            self.groups.open_group(key)

    def _show_selected(self, *, scroll: bool) -> bool:
        row = self._selected_row()
        if row is None:
            self._delegate.joined = range(0)
            self.list.close_card()
            self.list.choose(None)
            return False
        self._delegate.joined = self.model.joined(row)
        offset = self.list.verticalScrollBar().value()
        self.list.choose(row)
        self.card.show_text(self._card_text(row), self._actions(row), self._look)
        self.list.open_card(self.card, row)
        if scroll:
            # both ends of a join in view, the selected one above all
            for one in (*self._delegate.joined, row):
                self.list.scrollTo(self.model.index(one, 0))
        else:
            self.list.verticalScrollBar().setValue(offset)
        self.list.viewport().update()
        return True

    def _selected_row(self) -> int | None:
        selected = self._state.selected
        if selected is None or selected.kind not in {"claim", "correction"}:
            return None
        current = self.list.current_row()
        # a passage may answer several claims and then stands in several rows
        if current is not None and self.model.item_at(current) == selected:
            return current
        return self.model.row_of(selected)

    def _card_text(self, row: int) -> CardText:
        model, one = self.model, self.model.rows[row]
        correction = model.correction(row)
        if correction is not None:
            return CardText(
                model.kind(row), model.where(row), model.passage(row), correction.explanation
            )
        more = status_wording(one.status).definition
        return CardText(model.kind(row), model.where(row), f"“{model.passage(row)}”", more)

    def _actions(self, row: int) -> list[Action]:
        joined = self.model.joined(row)
        if len(joined) == 1:
            return []
        if self.model.rows[row].kind is RowKind.CORRECTION:
            return [(tr("Show the claim"), lambda: self._go(joined[0]))]
        return [(tr("Show what answers it"), lambda: self._go(joined[1]))]

    def _go(self, row: int) -> None:
        self.list.choose(row)
        self._choose(row)

    def _open(self, row: int) -> None:
        self._choose(row)
        self.card.focus_first()
