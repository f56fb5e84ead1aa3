"""The reading view: the page, its gutter and the heat strip, joined to the state of an article."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QPalette,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from reader.lexicon.replacing import replacement
from reader.model.span import Span
from reader.settings import Preferences
from reader.ui.reading.dropping import dropped_paths
from reader.ui.reading.finding_text import (
    count_matches,
    find_next,
    find_previous,
    search_pattern,
)
from reader.ui.reading.heat_strip import HeatStrip
from reader.ui.reading.menu import add_finding_actions, add_text_actions
from reader.ui.reading.note import note_height, note_on
from reader.ui.reading.page import Page
from reader.ui.reading.painting import PagePainter
from reader.ui.reading.pointing import Pointing
from reader.ui.reading.printing import printable
from reader.ui.reading.typesetting import typesetting
from reader.ui.state import ArticleState, Item
from reader.ui.theme import Theme


class ReadingView(QWidget):
    """Shows the article of a state, and lets the user read, choose, search and edit it.

    Signals:
        edited_text: the user changed the text.
        files_dropped: paths and links that were dropped on the page.
        text_dropped: text that was dropped on the page while it is only read.
        history_changed: whether there is something to undo, and to redo.
        zoomed: Ctrl and the wheel ask for larger (1) or smaller (-1) text.
        ignore_requested: a finding's index, to be ignored.
        ignore_word_requested: a word, to be ignored everywhere.
    """

    edited_text = Signal()
    files_dropped = Signal(list)
    text_dropped = Signal(str)
    history_changed = Signal(bool, bool)
    zoomed = Signal(int)
    ignore_requested = Signal(int)
    ignore_word_requested = Signal(str)

    def __init__(
        self,
        state: ArticleState,
        theme: Theme,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._theme = theme
        self._preferences = preferences
        self.page = Page(typesetting(preferences), self._text_between)
        self._layout = self.page.page_layout
        self._painter = PagePainter(state, self._layout, theme, self.page)
        self._layout.painter = self._painter.draw
        self.pointing = Pointing(state, self.page, self._painter.gutter)
        self.strip = HeatStrip(state, self._layout, theme)
        self._arrange()
        self._connect()
        self.apply_preferences(preferences)
        self.apply_theme(theme)
        self._load()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page, 1)
        row.addWidget(self.strip)
        self.setFocusProxy(self.page)
        self.setAcceptDrops(True)
        self.page.setAcceptDrops(False)

    def _connect(self) -> None:
        state, page = self._state, self.page
        state.text_replaced.connect(self._load)
        state.results_changed.connect(page.viewport().update)
        state.visibility_changed.connect(page.viewport().update)
        state.selection_changed.connect(self._show_selected)
        page.replaced.connect(self._record)
        page.entered.connect(self._choose_at)
        page.clicked.connect(self._clicked)
        page.cursorPositionChanged.connect(self._cursor_moved)
        page.seen_changed.connect(self._draw_ways)
        page.zoomed.connect(self.zoomed)
        page.verticalScrollBar().valueChanged.connect(self._show_seen)
        page.verticalScrollBar().rangeChanged.connect(self._show_seen)
        page.customContextMenuRequested.connect(self._show_menu)
        self.strip.place_chosen.connect(self._go_to)

    # how it looks

    def apply_theme(self, theme: Theme) -> None:
        """Show the article in the colours of `theme`."""
        self._theme = theme
        coloured = theme.with_preferences(self._preferences.marks, self._preferences.colours)
        self._painter.theme = coloured
        self.strip.apply_theme(coloured)
        palette = self.page.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.roles.page))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.roles.text))
        self.page.setPalette(palette)
        # under a style sheet the viewport keeps the palette that it had first
        self.page.viewport().setPalette(palette)
        self.page.viewport().update()

    def apply_preferences(self, preferences: Preferences) -> None:
        """Set the page as the user wants it."""
        self._preferences = preferences
        setting = typesetting(preferences)
        self._make_room_for_note()
        self.page.typeset(setting)
        self.apply_theme(self._theme)

    def set_editable(self, is_editable: bool) -> None:
        """Let the user type, or only read."""
        self.page.set_editable(is_editable)

    @property
    def is_editable(self) -> bool:
        """Say whether the user can type."""
        return not self.page.isReadOnly()

    # the text

    def _load(self) -> None:
        article = self._state.article
        self._painter.note = note_on(article)
        self._make_room_for_note()
        self.page.load(article.text, article.title)
        self.history_changed.emit(False, False)
        self._show_seen()

    def _make_room_for_note(self) -> None:
        setting = typesetting(self._preferences)
        self._layout.note_height = note_height(setting) if self._painter.note else 0.0

    def _text_between(self, start: int, end: int) -> str:
        return self._state.text[start:end]

    def _record(self, start: int, end: int, text: str) -> None:
        self._state.record_edit(start, end, text)
        self.edited_text.emit()
        history = self.page.history
        self.history_changed.emit(history.can_undo, history.can_redo)

    def replace_range(self, start: int, end: int, text: str) -> None:
        """Put `text` in place of code points `start` to `end`, as one step to undo."""
        self.page.history.close_step()
        self.page.replace_range(start, end, text)

    def undo(self) -> None:
        """Take back the last step."""
        self.page.undo()

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self.page.redo()

    def apply_alternative(self, index: int, alternative: str) -> None:
        """Put an alternative in place of a finding's words, as one step to undo.

        Article, capital and spaces around them change with it.
        """
        found = self._state.findings[index].span
        span, words = replacement(self._state.text, found, alternative)
        self.replace_range(span.start, span.end, words)
        self.page.select(Span(span.start + len(words), span.start + len(words)))

    # searching

    def find(self, wanted: str, backward: bool = False) -> bool:  # type: ignore[override]
        """Select the next place of `wanted` after the cursor, around the end; mark all of them."""
        self.highlight(wanted)
        pattern, text = self._painter.search, self._state.text
        if pattern is None:
            return False
        selected = self.page.selected()
        if backward:
            found = find_previous(pattern, text, selected.start)
        else:
            found = find_next(pattern, text, selected.end)
        if found:
            self.page.select(found)
            self.page.scroll_to(found)
        return found is not None

    def highlight(self, wanted: str) -> None:
        """Mark all places of `wanted`; an empty string marks none."""
        self._painter.search = search_pattern(wanted)
        self.page.viewport().update()

    def match_count(self, wanted: str) -> int:
        """Return in how many places `wanted` is, counted up to 1,000."""
        pattern = search_pattern(wanted)
        return count_matches(pattern, self._state.text) if pattern else 0

    # choosing and going

    def scroll_to(self, span: Span) -> None:
        """Bring a stretch of the text into view."""
        self.page.scroll_to(span)

    def _go_to(self, place: int) -> None:
        self.page.scroll_to(Span(place, place))
        self._state.set_place(place)

    def _show_selected(self, item: Item | None) -> None:
        if item is not None:
            self.page.scroll_to(self._span_to_show(item))
        self.page.viewport().update()

    def _span_to_show(self, item: Item) -> Span:
        """Return the item's span, with what it is joined to if both fit on the screen."""
        own = self._state.span_of(item)
        joined = [span for span, _ in self._painter.gutter.passages.highlighted()]
        whole = Span(
            min([own.start, *(one.start for one in joined)]),
            max([own.end, *(one.end for one in joined)]),
        )
        return whole if self.page.fits(whole) else own

    def _choose_at(self, place: int) -> None:
        item = self.pointing.item_at(place)
        if item:
            self._state.select(item)

    def _clicked(self, place: int, point: QPointF) -> None:
        self._state.select(self.pointing.item_clicked(place, point))

    def _cursor_moved(self) -> None:
        self._state.set_place(self.page.place())

    def _show_seen(self) -> None:
        bar = self.page.verticalScrollBar()
        bar.setEnabled(bar.maximum() > 0)
        whole = max(1, bar.maximum() + self.page.viewport().height())
        height = self.page.viewport().height()
        self.strip.show_view(bar.value() / whole, min(1.0, (bar.value() + height) / whole))

    def _draw_ways(self) -> None:
        # an arrow at the edge stays there while the text moves
        if self._painter.gutter.passages.links():
            self.page.viewport().update()

    def _show_menu(self, point: QPoint) -> None:
        menu = self.context_menu(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.page.viewport().mapToGlobal(point))

    def context_menu(self, point: QPoint) -> QMenu:
        """Return the menu for a point of the page."""
        menu = QMenu(self)
        item = self.pointing.item_at_point(point)
        if item and item.kind == "finding":
            self._state.select(item)
            self._add_finding(menu, item.index)
        add_text_actions(menu, self.page)
        return menu

    def _add_finding(self, menu: QMenu, index: int) -> None:
        finding = self._state.findings[index]
        add_finding_actions(
            menu,
            finding,
            apply=partial(self.apply_alternative, index) if self.is_editable else None,
            ignore=partial(self.ignore_requested.emit, index),
            ignore_word=partial(self.ignore_word_requested.emit, finding.text),
        )

    # dropping, printing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, links and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand what is dropped to the window; text goes into a page that is being edited."""
        paths = dropped_paths(event.mimeData())
        if paths:
            self.files_dropped.emit(paths)
        elif self.is_editable:
            self._insert_at(event.position().toPoint(), event.mimeData().text())
        else:
            self.text_dropped.emit(event.mimeData().text())
        # never a move: where the text came from, it stays
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _insert_at(self, point: QPoint, text: str) -> None:
        place = self.page.nearest_place(self.page.viewport().mapFrom(self, point))
        self.page.select(Span(place, place))
        self.page.paste_text(text)

    def document_for_print(self) -> QTextDocument:
        """Return the article with its marks and a legend, set for paper."""
        return printable(self._state, self._preferences)
