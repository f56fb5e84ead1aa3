"""The card of a chosen claim, correction or speaker: what it is, its words, and what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.ui.panel.buttons import ButtonRow, TextButton
from reader.ui.panel.flow import FlowLayout
from reader.ui.panel.labels import sentence_case, text_label
from reader.ui.panel.look import Look

_USUAL_ACTIONS = 2

Action = tuple[str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says: `head` and `where` in its first line, then the passage, then more."""

    head: str
    where: str
    passage: str
    more: str = ""


class PassageCard(QFrame):
    """Shows one passage whole.

    Signals:
        left: Escape was pressed.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.head = text_label(self, "title")
        self.where = text_label(self, "muted")
        self.where.setWordWrap(False)
        self.passage = text_label(self)
        self.more = text_label(self, "muted")
        self._actions = ButtonRow("link", _USUAL_ACTIONS, FlowLayout(gap=10, line_gap=0), self)
        self._actions.clicked.connect(lambda number: self._work[number][1]())
        self._work: Sequence[Action] = ()
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(self.where, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addLayout(head)
        for widget in (self.passage, self.more, self._actions):
            column.addWidget(widget)

    def show_text(self, text: CardText, actions: Sequence[Action], look: Look) -> None:
        """Show another passage, with a button for each action."""
        self.head.setText(sentence_case(text.head))
        self.where.setText(text.where)
        self.where.setFont(look.small)
        self.passage.setText(text.passage)
        self.passage.setFont(look.serif)
        self.passage.setVisible(bool(text.passage))
        self.more.setText(text.more)
        self.more.setVisible(bool(text.more))
        self.setAccessibleName(f"{text.head}: {text.passage}")
        self.setAccessibleDescription(text.more)
        self._work = actions
        self._actions.show_texts([(name, name) for name, _ in actions])

    def buttons(self) -> list[TextButton]:
        """Return the buttons, in their order."""
        return self._actions.buttons()

    def focus_first(self) -> None:
        """Give the keyboard to the first button, if there is one."""
        for button in self.buttons()[:1]:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
