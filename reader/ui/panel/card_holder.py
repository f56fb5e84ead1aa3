"""Holds the card that stands in place of a row of a list."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget


class CardHolder(QWidget):
    """Shows as much of a card as lies inside its list.

    It stands beside the list and not in it, because what is inside a list's rows is not in the tree
    that screen readers walk.
    """

    def __init__(self, view: QTableView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._beside = parent

    def show_part(self, card: QWidget, place: QRect) -> None:
        """Show a card at a place of the list's viewport, cut at its edges."""
        viewport = self._view.viewport()
        seen = place.intersected(viewport.rect())
        self.setVisible(not seen.isEmpty())
        origin = viewport.mapTo(self._beside, seen.topLeft())
        self.setGeometry(QRect(origin, seen.size()))
        card.setGeometry(QRect(place.topLeft() - seen.topLeft(), place.size()))
        self.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the list."""
        QApplication.sendEvent(self._view.viewport(), event)
