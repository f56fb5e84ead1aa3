"""The card of the chosen finding or passage beside it, while the panel is not shown."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QVBoxLayout

from reader.model.results import Finding
from reader.ui.panel.announcing import announce
from reader.ui.panel.finding_card import FindingCard
from reader.ui.panel.panel import SidePanel
from reader.ui.panel.paragraphs import Paragraphs
from reader.ui.panel.passage_card import PassageCard
from reader.ui.panel.passages import passage_actions, passage_text
from reader.ui.panel.sheet import panel_sheet
from reader.ui.panel.wording import finding_line
from reader.ui.reading.view import ReadingView
from reader.ui.state import ArticleState, Item

_WIDTH = 340
_GAP = 6


class FloatingCard(QFrame):
    """Shows over the page what the panel would show, and asks through the panel's signals."""

    def __init__(self, view: ReadingView, state: ArticleState, panel: SidePanel) -> None:
        super().__init__(view)
        self._view = view
        self._state = state
        self._panel = panel
        self.card = FindingCard(panel.look(), self)
        self.passage = PassageCard(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addWidget(self.passage)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(22)
        shadow.setOffset(0, 3)
        self.setGraphicsEffect(shadow)
        self.hide()
        self._connect()

    def _connect(self) -> None:
        state, card, panel = self._state, self.card, self._panel
        state.selection_changed.connect(self._follow_selection)
        state.visibility_changed.connect(self.refresh)
        state.edited.connect(self.hide)
        panel.look_changed.connect(self.refresh)
        self._view.page.seen_changed.connect(self._place)
        for watched in (panel, self._view, self._view.page):
            watched.installEventFilter(self)
        card.alternative_chosen.connect(self._put_alternative)
        card.ignored.connect(self._ignore)
        card.word_ignored.connect(lambda: self._tell(panel.ignore_word_requested))
        card.word_unwanted.connect(lambda: self._tell(panel.never_for_us_requested))
        card.why_asked.connect(self._ask_why)
        for one in (card, self.passage):
            one.left.connect(self.leave)
        card.grown.connect(self._place)

    def _follow_selection(self) -> None:
        self.refresh()
        selected = self._selected()
        if selected is not None and not self.isHidden():
            announce(self, self._said(selected))

    def refresh(self) -> None:
        """Show what is selected, unless the panel does or there is nothing."""
        selected = self._selected()
        self.setVisible(selected is not None and self._panel.isHidden())
        if selected is None or self.isHidden():
            return
        sheet = panel_sheet(self._panel.theme, "FloatingCard")
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        self._fill(selected)
        self._place()
        self.raise_()

    def _fill(self, selected: Item) -> None:
        look, is_finding = self._panel.look(), selected.kind == "finding"
        if is_finding:
            self.card.show_finding(self._state.findings[selected.index], look)
        else:
            text = passage_text(self._state, selected)
            self.passage.show_text(text, passage_actions(self._state, selected), look)
        self.card.setVisible(is_finding)
        self.passage.setVisible(not is_finding)

    def focus_first(self) -> None:
        """Give the keyboard to the card."""
        self._shown().focus_first()

    def _shown(self) -> FindingCard | PassageCard:
        return self.passage if self.card.isHidden() else self.card

    def leave(self) -> None:
        """Go away and give the keyboard back to the page."""
        self.hide()
        self._view.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come when the panel goes, go when it comes, and stay beside the word."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.refresh()
        elif event.type() is QEvent.Type.Resize and watched is self._view:
            self._place()
        elif isinstance(event, QKeyEvent) and self._is_escape(event) and watched is not self._panel:
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _is_escape(self, event: QKeyEvent) -> bool:
        is_pressed = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        return is_pressed and not self.isHidden()

    # where it stands

    def _place(self) -> None:
        selected = self._selected()
        if selected is None or self.isHidden():
            return
        width = min(_WIDTH * self._panel.look().unit, self._view.page.width() - 2 * _GAP)
        self.resize(width, self._shown().heightForWidth(width))
        span = self._state.span_of(selected)
        top, bottom = self._point(span.start, is_end=False), self._point(span.end, is_end=True)
        page = self._view.page
        is_seen = bottom.y() >= 0 and top.y() <= page.height()
        # out of sight with its word, and yet not gone
        corner = self._corner(top, bottom) if is_seen else QPoint(0, -2 * self.height())
        self.move(corner)

    def _corner(self, top: QPoint, bottom: QPoint) -> QPoint:
        page = self._view.page
        x = max(_GAP, min(top.x() - 2 * _GAP, page.width() - self.width() - _GAP))
        below = bottom.y() + _GAP
        above = top.y() - self.height() - _GAP
        fits_below = below + self.height() <= page.height()
        return QPoint(x, below if fits_below or above < 0 else above)

    def _point(self, place: int, *, is_end: bool) -> QPoint:
        """Return the point above a place of the text, or below the end of something."""
        page = self._view.page
        cursor = QTextCursor(page.document())
        cursor.setPosition(page.display.to_document(place))
        rect = page.cursorRect(cursor)
        return page.viewport().mapTo(self._view, rect.bottomLeft() if is_end else rect.topLeft())

    # what can be done

    def _selected(self) -> Item | None:
        selected = self._state.selected
        return selected if selected is not None and selected.kind != "quote" else None

    def _index(self) -> int | None:
        selected = self._state.selected
        return selected.index if selected is not None and selected.kind == "finding" else None

    def _finding(self) -> Finding | None:
        index = self._index()
        return None if index is None else self._state.findings[index]

    def _said(self, selected: Item) -> str:
        if selected.kind != "finding":
            text = passage_text(self._state, selected)
            return f"{text.head}, {text.where}: {text.passage} {text.more}"
        finding = self._state.findings[selected.index]
        paragraph = Paragraphs(self._state.text).number_at(finding.span.start)
        return f"{finding_line(finding, paragraph)}. {finding.explanation}"

    def _put_alternative(self, text: str) -> None:
        if (index := self._index()) is not None:
            self.leave()
            self._panel.alternative_chosen.emit(index, text)

    def _ignore(self) -> None:
        if (index := self._index()) is not None:
            self._state.next_finding()
            self._panel.ignore_requested.emit(index)

    def _tell(self, signal: SignalInstance) -> None:
        found = self._finding()
        if found is not None:
            signal.emit(found.text)

    def _ask_why(self) -> None:
        found = self._finding()
        if found is not None:
            self._panel.why_requested.emit(found.category)
