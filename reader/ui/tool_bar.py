"""The bar above the article: words instead of pictures, so that nothing has to be guessed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from reader.ui.reading.finding_text import MOST_COUNTED

# in heights of a line
_FIELD_WIDTH = 12.5


class FindField(QLineEdit):
    """Where the words to find are typed.

    Signals:
        typed: the text so far, to be found from where the search began; empty ends the search.
        wanted: the text, and whether to look backwards.
        left: the reader is done searching.
    """

    typed = Signal(str)
    wanted = Signal(str, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Find in article"))
        self.setAccessibleName(self.tr("Find in article"))
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(round(_FIELD_WIDTH * self.fontMetrics().height()))
        self.setMinimumWidth(90)
        self.textChanged.connect(self.typed)
        self._count = QLabel(self)
        self._count.setObjectName("foundCount")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_found(self, found: bool, count: int) -> None:
        """Say in the field and for screen readers in how many places the text was found."""
        said = self._sentence(found, count)
        self.setToolTip(said)
        self.setAccessibleDescription(said)
        self.setProperty("missing", bool(self.text()) and not found)
        self.style().polish(self)
        self._count.setText(self._shown(count) if self.text() else "")
        self._place_count()

    def _sentence(self, found: bool, count: int) -> str:
        if not self.text():
            return ""
        if not found:
            return self.tr("Not found in this article")
        if count == 1:
            return self.tr("Found in 1 place")
        return self.tr("Found in {count} places").format(count=self._shown(count))

    def _shown(self, count: int) -> str:
        return str(count) if count < MOST_COUNTED else f"{count}+"

    def _place_count(self) -> None:
        self._count.adjustSize()
        width = self._count.width() if self._count.text() else 0
        # the room of the button that clears the field
        right = self.fontMetrics().height() * 2
        top = (self.height() - self._count.height()) // 2
        self._count.move(self.width() - right - width, top)
        self.setTextMargins(0, 0, width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the end."""
        super().resizeEvent(event)
        self._place_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finds the next, Shift+Enter the one before, Escape ends."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.wanted.emit(self.text(), backwards)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ToolBar(QToolBar):
    """Open, paste, read or edit, find, text settings, export.

    Signals:
        mode_chosen: True for editing.
        reading_settings_requested: the button whose settings are to be shown.
    """

    mode_chosen = Signal(bool)
    reading_settings_requested = Signal(object)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setWindowTitle(self.tr("Tools"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._add(self.tr("Open…"), actions["open"])
        self._add(self.tr("Paste"), actions["paste_article"])
        self.read_button, self.edit_button = self._mode_buttons()
        self._add_space()
        self.find_field = FindField()
        self.addWidget(self.find_field)
        self.settings_button = self._settings_button()
        self._export_button(actions)

    def show_mode(self, editing: bool, there_is_one: bool) -> None:
        """Show whether the text is being edited, and whether there is any."""
        self.read_button.setChecked(not editing)
        self.edit_button.setChecked(editing)
        for widget in (self.read_button, self.edit_button, self.find_field):
            widget.setEnabled(there_is_one)

    def _add(self, label: str, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setText(label)
        button.setToolTip(_tip(action))
        button.clicked.connect(action.trigger)
        self.addWidget(button)
        return button

    def _mode_buttons(self) -> tuple[QToolButton, QToolButton]:
        buttons = []
        group = QActionGroup(self)
        for label, editing in ((self.tr("Read"), False), (self.tr("Edit"), True)):
            action = QAction(label, group)
            action.setCheckable(True)
            button = QToolButton()
            button.setDefaultAction(action)
            action.triggered.connect(
                lambda _=False, editing=editing: self.mode_chosen.emit(editing)
            )
            self.addWidget(button)
            buttons.append(button)
        buttons[0].setChecked(True)
        return buttons[0], buttons[1]

    def _add_space(self) -> None:
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def _settings_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("Aa")
        button.setToolTip(self.tr("Typeface, size and colours"))
        button.setAccessibleName(self.tr("Typeface, size and colours"))
        button.clicked.connect(lambda: self.reading_settings_requested.emit(button))
        self.addWidget(button)
        return button

    def _export_button(self, actions: Mapping[str, QAction]) -> None:
        button = QToolButton()
        button.setText(self.tr("Export"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name in ("save_as", "print_pdf", "print"):
            menu.addAction(actions[name])
        button.setMenu(menu)
        # the word is enough, and the arrow would hang in its corner
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.addWidget(button)


def _tip(action: QAction) -> str:
    keys = action.shortcut().toString()
    label = action.text().replace("&", "")
    return f"{label} ({keys})" if keys else label
