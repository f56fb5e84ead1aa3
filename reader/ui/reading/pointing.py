"""What lies below the mouse or at the cursor: what it is, what it says, that it can be clicked."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from reader.model.span import Span
from reader.ui.reading.explaining import claim_tip, correction_tip, finding_tip, quote_tip
from reader.ui.reading.gutter import Gutter
from reader.ui.reading.page import Page
from reader.ui.state import ArticleState, Item


class Pointing(QObject):
    """Finds the item at a place or a point, and shows tips and the shape of the mouse."""

    def __init__(self, state: ArticleState, page: Page, gutter: Gutter) -> None:
        super().__init__(page)
        self._state = state
        self._page = page
        self._gutter = gutter
        page.viewport().installEventFilter(self)

    def item_at(self, place: int) -> Item | None:
        """Return the visible finding at a place of the text, or just before it."""
        if place < 0:
            return None
        # the cursor just behind a word's last letter is still on it
        return self._finding_on(place) or (self._finding_on(place - 1) if place else None)

    def item_at_point(self, point: QPoint) -> Item | None:
        """Return what is at a point of the viewport, in the text or in the gutter."""
        in_gutter = self._gutter.item_at(self._page.to_page(point))
        if in_gutter is not None:
            return in_gutter
        place = self._page.place_at(point)
        return None if place < 0 else self._finding_on(place)

    def item_clicked(self, place: int, point: QPointF) -> Item | None:
        """Return what a click at a place of the text and a point of the page means."""
        return self._gutter.item_at(point) or self.item_at(place)

    def _finding_on(self, place: int) -> Item | None:
        state = self._state
        found = [one for one in state.findings_in(Span(place, place + 1)) if state.is_visible(one)]
        shortest = min(found, key=lambda one: len(state.finding_span(one)), default=None)
        return None if shortest is None else Item("finding", shortest)

    def tip_at(self, point: QPoint) -> str:
        """Return what is to be said about a point of the viewport, as rich text."""
        item = self.item_at_point(point)
        if item is not None:
            return self._tip_of(item)
        place = self._page.place_at(point)
        quotes = self._state.quotes_in(Span(place, place + 1)) if place >= 0 else []
        return quote_tip(self._state.quotes[quotes[0]]) if quotes else ""

    def _tip_of(self, item: Item) -> str:
        match item.kind:
            case "finding":
                return finding_tip(self._state.findings[item.index])
            case "correction":
                return correction_tip(self._state.corrections[item.index])
            case "claim":
                return claim_tip(self._state.claims[item.index])
            case "quote":
                return quote_tip(self._state.quotes[item.index])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what a mark means, and that it can be clicked."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), tip, self._page.viewport())
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._show_hand(event.position().toPoint())
        return super().eventFilter(watched, event)

    def _show_hand(self, point: QPoint) -> None:
        on_mark = self.item_at_point(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.IBeamCursor
        self._page.viewport().setCursor(shape)
