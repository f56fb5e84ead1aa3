"""A list whose chosen row opens into a card, with rows by the ten thousand."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from reader.ui.panel.card_holder import CardHolder
from reader.ui.panel.keyed_list import KeyedList
from reader.ui.panel.row_delegate import RowDelegate
from reader.ui.panel.rows_model import RowsModel

_CARD_MARGIN = 3


class RowView(KeyedList):
    """Shows a RowsModel; a table, because its rows cost nothing until they are seen.

    Signals:
        row_chosen: the row that the user moved to.
    """

    row_chosen = Signal(int)

    def __init__(self, model: RowsModel, delegate: RowDelegate, parent: QWidget) -> None:
        super().__init__(model, parent)
        self._card: QWidget | None = None
        self._holder: CardHolder | None = None
        self._delegate = delegate
        self._heights: list[int] | None = None
        self._is_quiet = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._look_like_a_list()
        model.modelReset.connect(self._begin_anew)

    def _look_like_a_list(self) -> None:
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.measure_rows()

    # rows

    def measure_rows(self) -> None:
        """Give the rows the heights that they need at the present width and font."""
        header = self.verticalHeader()
        ordinary = self._delegate.row_height()
        if header.defaultSectionSize() != ordinary:
            header.setDefaultSectionSize(ordinary)
        self.verticalScrollBar().setSingleStep(ordinary // 2)
        self._heights = self._delegate.heights(self._model, self.viewport().width())
        for row, height in enumerate(self._heights or ()):
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
        self.refit_card()

    def _begin_anew(self) -> None:
        # the header keeps the height of the card for whatever row comes into its place
        self._restore_height()
        # who replaced the rows opens the card again or closes it, so it may keep the keyboard
        self._model.open_row = -1
        self.measure_rows()

    def choose(self, row: int | None) -> None:
        """Make a row the current one, as if from elsewhere: no signal is sent."""
        self._is_quiet = True
        index = QModelIndex() if row is None else self._model.index(row, 0)
        self.setCurrentIndex(index)
        if row is None:
            self.clearSelection()
        self._is_quiet = False

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell which row the user moved to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._is_quiet:
            self.row_chosen.emit(current.row())

    # the card

    def open_card(self, card: QWidget, row: int) -> None:
        """Put a card in place of a row, and bring it into view."""
        if self._card is not card:
            self.close_card()
            card.setParent(self._card_holder())
        elif self._model.open_row != row:
            self._restore_height()
        self._card, self._model.open_row = card, row
        self._fit_card()
        card.show()
        self.scrollTo(self._model.index(row, 0))
        self._place_card()

    def _card_holder(self) -> CardHolder:
        # only when the list is in its place is it known what stands beside it
        if self._holder is None:
            beside = self.parentWidget()
            assert beside is not None
            self._holder = CardHolder(self, beside)
        return self._holder

    def close_card(self) -> None:
        """Put the row back in the place of its card."""
        if self._card is not None:
            self._restore_height()
            if self._card.isAncestorOf(QApplication.focusWidget() or self):
                self.setFocus()
            self._card.hide()
            self._card_holder().hide()
        self._card, self._model.open_row = None, -1

    def refit_card(self) -> None:
        """Give the card as much height as it needs now."""
        if self._card is not None:
            self._fit_card()
            self._place_card()

    def _restore_height(self) -> None:
        row = self._model.open_row
        if 0 <= row < self._model.row_count():
            height = self._heights[row] if self._heights else self._delegate.row_height()
            self.verticalHeader().resizeSection(row, height)

    def _fit_card(self) -> None:
        if self._card is None or self._model.open_row < 0:
            return
        width = self.viewport().width() - 2 * _CARD_MARGIN - self._indent()
        self._card.ensurePolished()
        height = self._card.heightForWidth(width)
        self.verticalHeader().resizeSection(self._model.open_row, height + 2 * _CARD_MARGIN)

    def _place_card(self) -> None:
        if self._card is not None and self._model.open_row >= 0:
            place = self.visualRect(self._model.index(self._model.open_row, 0))
            margin = _CARD_MARGIN
            left = margin + self._indent()
            place = place.adjusted(left, margin, -margin, -margin)
            self._card_holder().show_part(self._card, place)

    def _indent(self) -> int:
        return self._delegate.card_indent(self._model.open_row, self._model)

    def updateGeometries(self) -> None:
        """Keep the card in the place of its row."""
        super().updateGeometries()
        self._place_card()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the card with its row."""
        super().scrollContentsBy(dx, dy)
        self._place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the card grow when the list gets narrow."""
        super().resizeEvent(event)
        self.measure_rows()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the card with the list."""
        super().hideEvent(event)
        if self._holder is not None:
            self._holder.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the card with the list."""
        super().showEvent(event)
        self._place_card()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.measure_rows()
