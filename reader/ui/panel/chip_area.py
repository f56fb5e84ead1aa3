"""The filter chips of the findings: one for each category and voice."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSizePolicy, QWidget

from reader.model.results import Category, Voice
from reader.ui.categories import category_wording, voice_wording
from reader.ui.panel.chip import Chip
from reader.ui.panel.flow import FlowLayout
from reader.ui.panel.look import Look
from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState


class ChipArea(QScrollArea):
    """A chip for each category and voice that occurs; scrolls where it would fill the panel."""

    def __init__(self, state: ArticleState, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._inside = QWidget(self)
        flow = FlowLayout(self._inside)
        self.categories = {
            category: self._chip(category_wording(category).plural, look, strong=True)
            for category in Category
        }
        self.voices = {
            voice: self._chip(voice_wording(voice).plural, look, strong=False) for voice in Voice
        }
        for chip in self.chips():
            flow.addWidget(chip)
            chip.toggled.connect(self._apply)
        self._offer_only()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _chip(self, name: str, look: Look, *, strong: bool) -> Chip:
        return Chip(name, look, strong=strong, parent=self._inside)

    def chips(self) -> list[Chip]:
        """Return all chips, those of nothing too."""
        return [*self.categories.values(), *self.voices.values()]

    def _offer_only(self) -> None:
        for category, chip in self.categories.items():
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(
                lambda place, one=category, over=chip: self.menu_of(one).exec(
                    over.mapToGlobal(place)
                )
            )

    def menu_of(self, category: Category) -> QMenu:
        """Return the menu of a category's chip."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        only = QAction(tr("Show only this category"), menu)
        only.triggered.connect(lambda: self.show_only(category))
        menu.addAction(only)
        return menu

    def show_only(self, category: Category) -> None:
        """Show one category in place of all, until the note below is clicked away."""
        self._state.set_filters(replace(self._state.filters, only_category=category))

    def _apply(self) -> None:
        hidden = {one for one, chip in self.categories.items() if not chip.isChecked()}
        unheard = {one for one, chip in self.voices.items() if not chip.isChecked()}
        self._state.set_filters(
            replace(
                self._state.filters,
                hidden_categories=frozenset(hidden),
                hidden_voices=frozenset(unheard),
                only_category=None,
            )
        )

    def refresh(self) -> None:
        """Show what occurs, with its count, and what is hidden."""
        filters, counts = self._state.filters, self._state.counts()
        for category, chip in self.categories.items():
            only = filters.only_category
            shown = category not in filters.hidden_categories if only is None else category is only
            _set_chip(chip, counts.categories[category], shown)
        for voice, chip in self.voices.items():
            _set_chip(chip, counts.voices[voice], voice not in filters.hidden_voices)
        self._offer_scrolling()
        self.updateGeometry()

    def set_look(self, look: Look) -> None:
        """Paint with other fonts and colours."""
        for chip in self.chips():
            chip.set_look(look)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow panel needs more lines of chips."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all chips, but not more than a quarter of the window."""
        return max(self._line_height(), min(self._whole_height(width), self._most_height()))

    def _whole_height(self, width: int) -> int:
        layout = self._inside.layout()
        assert layout is not None
        return layout.heightForWidth(width)

    def _most_height(self) -> int:
        return self.window().height() // 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have a scroll bar only where the chips do not fit."""
        super().resizeEvent(event)
        self._offer_scrolling()

    def _offer_scrolling(self) -> None:
        # left to itself the bar would take the very room whose lack it then answers
        fits = self._whole_height(self.width()) <= self._most_height()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(0, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(0, self._line_height())

    def _line_height(self) -> int:
        shown = [chip for chip in self.chips() if not chip.isHidden()]
        return shown[0].sizeHint().height() if shown else 0


def _set_chip(chip: Chip, count: int, shown: bool) -> None:
    chip.show_state(checked=shown)
    chip.set_count(count)
    chip.setVisible(count > 0 or not shown)
