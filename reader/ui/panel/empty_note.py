"""What stands in place of a list that has nothing to show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from reader.ui.panel.buttons import TextButton


class EmptyNote(QWidget):
    """A sentence, and perhaps a button.

    Signals:
        button_clicked: the button.
    """

    button_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.label.setProperty("role", "muted")
        self.button = TextButton("", "alternative", self)
        self.button.clicked.connect(self.button_clicked)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def set_text(self, text: str, button: str) -> None:
        """Say another sentence; an empty button is none."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))


class NoteStack(QWidget):
    """Shows a list, or a note in its place."""

    def __init__(self, content: QWidget, note: EmptyNote, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._note = note
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(note)

    def show_note(self, text_and_button: tuple[str, str]) -> None:
        """Show the note where there is a text, else the list."""
        text, button = text_and_button
        self._note.set_text(text, button)
        self._stack.setCurrentWidget(self._note if text else self._content)
