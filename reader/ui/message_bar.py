"""A line above the article for what went wrong or can be done; it never blocks the window."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.ui.theme import Theme

# a message that asks nothing of the reader goes away by itself after so long, in ms
_PASSING = 12_000


class MessageBar(QFrame):
    """Shows one sentence, with buttons where there is something to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setObjectName("messageText")
        self._buttons = QHBoxLayout()
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_PASSING)
        self._passing.timeout.connect(self.dismiss)
        self.hide()

    def apply_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        roles = theme.roles
        self.setStyleSheet(
            f"#messageBar {{ background: {roles.card}; border-bottom: 1px solid {roles.border}; }}"
            f" #messageText {{ color: {roles.text}; }}"
        )

    @property
    def sentence(self) -> str:
        """What is shown, empty if nothing is."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self.ask(sentence, {})
        self._passing.start()

    def ask(self, sentence: str, choices: dict[str, Callable[[], None]]) -> None:
        """Show a sentence with a button for each of `choices` until one is taken."""
        self.dismiss()
        self._text.setText(sentence)
        for label, choice in choices.items():
            button = QPushButton(label)
            button.clicked.connect(self.dismiss)
            button.clicked.connect(choice)
            self._buttons.addWidget(button)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def choose(self, label: str) -> None:
        """Press the button with this label, as the reader would."""
        buttons = self.findChildren(QPushButton)
        next(button for button in buttons if button.text() == label).click()

    def dismiss(self) -> None:
        """Take the message away."""
        self._passing.stop()
        while item := self._buttons.takeAt(0):
            if button := item.widget():
                button.deleteLater()
        self.hide()
