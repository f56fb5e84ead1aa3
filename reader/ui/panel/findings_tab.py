"""The Findings view: filters, the list, and the card of the chosen finding."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reader.model.results import Finding
from reader.ui.panel.announcing import announce
from reader.ui.panel.counting import exists, findings_and_starts
from reader.ui.panel.empty_note import EmptyNote, NoteStack
from reader.ui.panel.filter_bar import FilterBar, show_everything
from reader.ui.panel.finding_card import FindingCard
from reader.ui.panel.findings_delegate import FindingsDelegate
from reader.ui.panel.findings_menu import FindingCalls, add_finding_actions
from reader.ui.panel.findings_model import FindingsModel
from reader.ui.panel.findings_note import empty_text
from reader.ui.panel.group_switch import GroupSwitch
from reader.ui.panel.grouping import CorrectivePlaces, Grouping, group_findings
from reader.ui.panel.look import Look
from reader.ui.panel.paragraphs import Paragraphs
from reader.ui.panel.row_view import RowView
from reader.ui.panel.search_row import SearchRow
from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState, Item


class FindingsTab(QWidget):
    """The findings of an article.

    Signals:
        alternative_chosen: the index of a finding and what to put in its place.
        ignore_requested: the index of a finding.
        ignore_word_requested, never_for_us_requested: the word of a finding.
        why_requested: the category of a finding.
        announced: what a screen reader was told.
    """

    alternative_chosen = Signal(int, str)
    ignore_requested = Signal(int)
    ignore_word_requested = Signal(str)
    never_for_us_requested = Signal(str)
    why_requested = Signal(object)
    announced = Signal(str)

    def __init__(self, state: ArticleState, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.is_waiting = True
        self._state = state
        self._look = look
        # made in the order in which Tab is to visit them
        self.filters = FilterBar(state, look, self)
        self.search_row = SearchRow(state, self)
        self.model = FindingsModel(self)
        self._delegate = FindingsDelegate(look)
        self.list = RowView(self.model, self._delegate, self)
        self.list.setAccessibleName(tr("Findings"))
        self.card = FindingCard(look, self.list.viewport())
        self.note = EmptyNote(self)
        self._stack = NoteStack(self.list, self.note, self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 4)
        column.addWidget(self.filters)
        column.addWidget(self.search_row)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._ignore)
        self.groups = GroupSwitch(self.list, self.model, lambda: self._show_selected(scroll=False))
        self.list.digit_typed.connect(self._put_alternative_number)
        self.search_row.grouping_chosen.connect(self.group_by)
        self.note.button_clicked.connect(self._show_everything)
        card = self.card
        card.alternative_chosen.connect(self._put_alternative)
        card.ignored.connect(lambda: self._ignore(self.model.open_row))
        card.word_ignored.connect(lambda: self._tell_word(self.ignore_word_requested))
        card.word_unwanted.connect(lambda: self._tell_word(self.never_for_us_requested))
        card.why_asked.connect(self._ask_why)
        card.left.connect(self.list.setFocus)
        card.grown.connect(self.list.refit_card)

    # what is shown

    def refresh(self) -> None:
        """Show what the state holds now."""
        self.filters.refresh()
        self.search_row.refresh()
        self._show_rows()
        rows = self.model.row_count()
        self._stack.show_note(("", "") if rows else empty_text(self._state, self.is_waiting))

    def _show_rows(self) -> None:
        state = self._state
        findings, starts = findings_and_starts(state)
        paragraphs = self.model.paragraphs
        if not paragraphs.are_of(state.text):
            paragraphs = Paragraphs(state.text)
        groups = group_findings(
            self.model.grouping,
            findings,
            state.visible_findings(),
            lambda index: paragraphs.number_at(starts[index]),
        )
        offset = self.list.verticalScrollBar().value()
        places = CorrectivePlaces(state.correction_starts, state.correction_ends)
        self.model.show((findings, starts), groups, paragraphs, places)
        self.list.verticalScrollBar().setValue(offset)
        self._show_selected(scroll=False)

    def _show_everything(self) -> None:
        self._state.set_filters(show_everything(self._state.filters))

    def group_by(self, grouping: Grouping) -> None:
        """Group the findings in another way."""
        self.model.grouping = grouping
        self.model.close_groups(())
        self.search_row.grouping.setCurrentIndex(list(Grouping).index(grouping))
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Paint with other fonts and colours."""
        self._look = self._delegate.look = look
        self.filters.set_look(look)
        self.list.measure_rows()
        self.list.viewport().update()
        self._show_selected(scroll=False)

    # what is selected

    def _choose(self, row: int) -> None:
        finding = self.model.finding_at(row)
        if finding is not None and exists(self._state, Item("finding", finding)):
            self._state.select(Item("finding", finding))

    def show_selection(self) -> None:
        """Open the selected finding into its card, and say what it is."""
        self._open_group_of_selected()
        if self._show_selected(scroll=True) and not self.list.hasFocus():
            row = self.model.open_row
            text = f"{self.model.line_at(row)}. {self.model.finding(row).explanation}"
            announce(self.list, text)
            self.announced.emit(text)

    def _open_group_of_selected(self) -> None:
        selected = self._state.selected
        if selected is not None and selected.kind == "finding":
            key = self.model.closed_group_of(selected.index)
            if key is not None:
                self.groups.open_group(key)

    def _show_selected(self, *, scroll: bool) -> bool:
        selected = self._state.selected
        row = None
        if selected is not None and selected.kind == "finding":
            row = self.model.row_of(selected.index)
        if row is None:
            self.list.close_card()
            self.list.choose(None)
            return False
        offset = self.list.verticalScrollBar().value()
        self.list.choose(row)
        self.card.show_finding(self.model.finding(row), self._look)
        self.list.open_card(self.card, row)
        if not scroll:
            self.list.verticalScrollBar().setValue(offset)
        return True

    def _open(self, row: int) -> None:
        self._choose(row)
        self.card.focus_first()

    # what can be done

    def _current(self) -> tuple[int, Finding] | None:
        row = self.list.current_row()
        index = None if row is None else self.model.finding_at(row)
        return None if row is None or index is None else (index, self.model.finding(row))

    def _put_alternative(self, text: str) -> None:
        if current := self._current():
            self.alternative_chosen.emit(current[0], text)

    def _put_alternative_number(self, number: int) -> None:
        current = self._current()
        if current and number <= len(current[1].alternatives):
            self._put_alternative(current[1].alternatives[number - 1])

    def _ignore(self, row: int) -> None:
        finding = self.model.finding_at(row)
        if finding is None:
            return
        # the next finding takes the place of the one that goes
        self._state.next_finding()
        self.ignore_requested.emit(finding)

    def _tell_word(self, signal: SignalInstance) -> None:
        if current := self._current():
            signal.emit(current[1].text)

    def _ask_why(self) -> None:
        if current := self._current():
            self.why_requested.emit(current[1].category)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the current finding."""
        if self._current() and (self.list.underMouse() or self.list.hasFocus()):
            self.menu().exec(event.globalPos())

    def menu(self) -> QMenu:
        """Return what can be done with the current finding, as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self._current()
        if current is None:
            return menu
        calls = FindingCalls(
            put=self._put_alternative,
            ignore=lambda: self._ignore(self.model.open_row),
            ignore_word=self.card.word_ignored.emit,
            unwant=self.card.word_unwanted.emit,
            explain=self._ask_why,
            show_only=lambda: self.filters.chips.show_only(current[1].category),
            open_groups=self.groups.open_all,
        )
        add_finding_actions(menu, current[1], calls)
        return menu
