"""The Voices view: who speaks in the article, how much, and in what words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.panel.announcing import announce
from reader.ui.panel.buttons import Choice, TextButton
from reader.ui.panel.counting import Counting, exists, speaker_count
from reader.ui.panel.empty_note import EmptyNote, NoteStack
from reader.ui.panel.flow import StretchFlow
from reader.ui.panel.look import Look
from reader.ui.panel.passage_card import Action, CardText, PassageCard
from reader.ui.panel.row_view import RowView
from reader.ui.panel.voices_delegate import VoicesDelegate
from reader.ui.panel.voices_model import (
    VoiceOrder,
    VoicesModel,
    speaker_figures,
    speaker_name,
    speaker_verbs,
)
from reader.ui.panel.wording import one_line, tr
from reader.ui.state import ArticleState, Item

# more of a passage than this is read on the page
_LONGEST_PASSAGE = 400


class VoicesTab(QWidget):
    """The speakers of an article.

    Signals:
        announced: what a screen reader was told.
    """

    announced = Signal(str)

    def __init__(
        self, state: ArticleState, counting: Counting, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state = state
        self._counting = counting
        self._look = look
        self._open_speaker: tuple[str, str] | None = None
        self._build_bar()
        self.model = VoicesModel(self)
        self._delegate = VoicesDelegate(look)
        self.list = RowView(self.model, self._delegate, self)
        self.list.setAccessibleName(tr("Voices"))
        self.card = PassageCard(self.list.viewport())
        self.note = EmptyNote(self)
        self._stack = NoteStack(self.list, self.note, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 4)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        counting.speakers_counted.connect(self._show_rows)
        self.list.row_chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.card.left.connect(self.list.setFocus)

    def _build_bar(self) -> None:
        self._bar = QWidget(self)
        self.order = Choice(tr("Sort speakers"), self._bar)
        for order, name in _order_names().items():
            self.order.addItem(name, order)
        self.order.activated.connect(self._sort)
        self.copy_button = TextButton(tr("Copy table"), "plain", self._bar)
        self.copy_button.clicked.connect(self.copy_table)
        flow = StretchFlow(self._bar)
        flow.addWidget(self.order)
        flow.addWidget(self.copy_button)

    # what is shown

    def count(self) -> int:
        """Return how many rows there are to show, without counting their words."""
        return speaker_count(self._state)

    def refresh(self) -> None:
        """Show what the state holds now, as soon as it is counted."""
        has_text = bool(self._state.text)
        self._bar.setVisible(has_text)
        empty = tr("Nothing is open.\nOpen, paste or drop an article to see who speaks in it.")
        self._stack.show_note(("" if has_text else empty, ""))
        if has_text:
            self._counting.prepare()

    def _show_rows(self) -> None:
        offset = self.list.verticalScrollBar().value()
        self.model.show(self._counting.current().speakers)
        self.list.verticalScrollBar().setValue(offset)
        self._show_open(scroll=False)

    def _sort(self, index: int) -> None:
        self.model.sort_by(VoiceOrder(self.order.itemData(index)))
        self._show_open(scroll=True)

    def copy_table(self) -> None:
        """Put all speakers with all figures on the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(self.model.table().tsv())

    def set_look(self, look: Look) -> None:
        """Paint with other fonts and colours."""
        self._look = self._delegate.look = look
        self.list.measure_rows()
        self.list.viewport().update()
        self._show_open(scroll=False)

    # what is selected

    def _choose(self, row: int) -> None:
        self._open_speaker = self.model.speakers[row].key
        items = self.model.items(row)
        if items and self._state.selected not in items and exists(self._state, items[0]):
            self._state.select(items[0])
        else:
            self._show_open(scroll=True)

    def has_open(self, item: Item) -> bool:
        """Say whether an item is a passage of the speaker whose card is open."""
        row = self._open_row()
        return row is not None and item in self.model.items(row)

    def _open_row(self) -> int | None:
        speakers = [speaker.key for speaker in self.model.speakers]
        return speakers.index(self._open_speaker) if self._open_speaker in speakers else None

    def show_selection(self) -> None:
        """Open the speaker of the selected passage, and say who it is."""
        selected = self._state.selected
        row = None if selected is None else self.model.row_of(selected)
        if row is None:
            return
        self._open_speaker = self.model.speakers[row].key
        self._show_open(scroll=True)
        if not self.list.hasFocus():
            text = f"{self.model.line_at(row)}. {self.card.passage.text()}"
            announce(self.list, text)
            self.announced.emit(text)

    def _show_open(self, *, scroll: bool) -> None:
        row = self._open_row()
        if row is None:
            self.list.close_card()
            return
        offset = self.list.verticalScrollBar().value()
        self.list.choose(row)
        self.card.show_text(self._card_text(row), self._actions(row), self._look)
        self.list.open_card(self.card, row)
        if not scroll:
            self.list.verticalScrollBar().setValue(offset)

    def _card_text(self, row: int) -> CardText:
        speaker, place = self.model.speakers[row], self._place(row)
        count = len(self.model.items(row))
        where = tr("{place} of {count}").format(place=place + 1, count=count) if count else ""
        more = speaker_figures(speaker)
        if speaker.verbs:
            more += "\n" + tr("Introduced by: {verbs}").format(verbs=speaker_verbs(speaker))
        return CardText(speaker_name(speaker), where, self._passage(row), more)

    def _passage(self, row: int) -> str:
        items = self.model.items(row)
        if not items or not exists(self._state, items[self._place(row)]):
            return ""
        span = self._state.span_of(items[self._place(row)])
        return one_line(span.of(self._state.text), _LONGEST_PASSAGE)

    def _place(self, row: int) -> int:
        """Return which of a speaker's passages is selected, the first if none is."""
        items = self.model.items(row)
        selected = self._state.selected
        return items.index(selected) if selected is not None and selected in items else 0

    def _actions(self, row: int) -> list[Action]:
        if not self.model.items(row):
            return []
        return [
            (tr("Previous passage"), lambda: self._step(-1)),
            (tr("Next passage"), lambda: self._step(1)),
        ]

    def _step(self, step: int) -> None:
        row = self.model.open_row
        items = self.model.items(row)
        item = items[(self._place(row) + step) % len(items)]
        if exists(self._state, item):
            self._state.select(item)

    def _open(self, row: int) -> None:
        self._choose(row)
        self.card.focus_first()


def _order_names() -> dict[VoiceOrder, str]:
    return {
        VoiceOrder.WORDS: tr("Most words first"),
        VoiceOrder.LOADED: tr("Most loaded first"),
        VoiceOrder.NAME: tr("By name"),
        VoiceOrder.FIRST: tr("As they appear"),
    }
