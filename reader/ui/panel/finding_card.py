"""The card of the chosen finding: what it is, why, whose, what else to say, and what to do."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from reader.model.results import Finding, Voice
from reader.ui.categories import category_wording
from reader.ui.panel.buttons import ButtonRow, TextButton
from reader.ui.panel.flow import FlowLayout
from reader.ui.panel.labels import sentence_case, text_label
from reader.ui.panel.look import Look
from reader.ui.panel.mark_painter import paint_word
from reader.ui.panel.wording import (
    alternative_action,
    alternative_key,
    alternative_name,
    finding_kind,
    one_line,
    tr,
    whose_voice,
)

_USUAL_ALTERNATIVES = 6


class MarkedWord(QLabel):
    """The word as it is marked on the page."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._finding: Finding | None = None

    def show_finding(self, finding: Finding, look: Look) -> None:
        """Show another word."""
        self._finding, self._look = finding, look
        self.setText(one_line(finding.text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the word and the line below it."""
        metrics = QFontMetrics(self._look.serif)
        unit = self._look.unit
        return QSize(metrics.horizontalAdvance(self.text()) + 5 * unit, metrics.height() + 6 * unit)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the word; its text may be shortened."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word with its mark."""
        if self._finding is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = QRectF(self.rect()).adjusted(2 * self._look.unit, 0, -2 * self._look.unit, 0)
            paint_word(painter, place, self.text(), self._finding, self._look)


class FindingCard(QFrame):
    """Shows one finding whole.

    Signals:
        alternative_chosen: the alternative to put in place of the word.
        ignored: leave this one alone.
        word_ignored: leave the word alone wherever it stands.
        word_unwanted: the house style does not take the word as loaded.
        why_asked: tell more about the category.
        left: Escape was pressed.
        grown: the card needs another height.
    """

    alternative_chosen = Signal(str)
    ignored = Signal()
    word_ignored = Signal()
    word_unwanted = Signal()
    why_asked = Signal()
    left = Signal()
    grown = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._look = look
        self._finding: Finding | None = None
        self._build()
        self.hide()

    def _build(self) -> None:
        self.word = MarkedWord(self._look, self)
        self.kind = text_label(self, "muted")
        self.kind.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.word)
        self._head.addWidget(self.kind, 1)
        self.reason = text_label(self, "text")
        self.whose = text_label(self, "muted")
        self._alternatives = ButtonRow("alternative", _USUAL_ALTERNATIVES, FlowLayout(), self)
        self._alternatives.clicked.connect(self._choose)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.reason)
        self._column.addWidget(self.whose)
        self._column.addWidget(self._alternatives)
        self._build_actions()

    def _build_actions(self) -> None:
        actions = QWidget(self)
        flow = FlowLayout(actions, gap=5, line_gap=0)
        self.ignore_button = self._action(tr("Ignore this one"), self.ignored)
        self.ignore_word_button = self._action(tr("Ignore everywhere"), self.word_ignored)
        self.never_button = self._action(tr("Never for us…"), self.word_unwanted)
        self.why_button = TextButton(tr("Why?"), "link", self)
        self.why_button.setCheckable(True)
        self.why_button.toggled.connect(self._show_definition)
        for button in self.action_buttons():
            flow.addWidget(button)
        self.definition = text_label(self, "text")
        self.more_button = self._action(tr("More about this"), self.why_asked)
        self._column.addWidget(actions)
        self._column.addWidget(self.definition)
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _action(self, text: str, signal: SignalInstance) -> TextButton:
        button = TextButton(text, "link", self)
        button.clicked.connect(signal)
        return button

    def action_buttons(self) -> list[TextButton]:
        """Return what can be done with the finding."""
        return [self.ignore_button, self.ignore_word_button, self.never_button, self.why_button]

    def alternative_buttons(self) -> list[TextButton]:
        """Return a button for each alternative."""
        return self._alternatives.buttons()

    def _choose(self, number: int) -> None:
        if self._finding is not None:
            self.alternative_chosen.emit(self._finding.alternatives[number])

    def show_finding(self, finding: Finding, look: Look) -> None:
        """Show another finding."""
        self._finding, self._look = finding, look
        self.word.show_finding(finding, look)
        self.kind.setText(finding_kind(finding))
        for quiet in (self.kind, *self.action_buttons()):
            quiet.setFont(look.small)
        self.reason.setText(finding.explanation)
        self.whose.setText(sentence_case(whose_voice(finding)))
        self.whose.setVisible(finding.voice is not Voice.WRITER)
        self.definition.setText(category_wording(finding.category).definition)
        texts = [(alternative_name(one), alternative_action(one)) for one in finding.alternatives]
        self._alternatives.show_texts(texts)
        for number, button in enumerate(self.alternative_buttons(), 1):
            button.set_hint(alternative_key(number))
        self._show_definition(self.why_button.isChecked())
        self._name_for_readers(finding)

    def _name_for_readers(self, finding: Finding) -> None:
        word = one_line(finding.text)
        self.setAccessibleName(f"{word}, {finding_kind(finding)}")
        self.setAccessibleDescription(finding.explanation)
        self.ignore_button.setAccessibleName(tr("Ignore this “{word}”").format(word=word))
        self.ignore_word_button.setAccessibleName(
            tr("Ignore “{word}” everywhere").format(word=word)
        )
        self.never_button.setAccessibleName(tr("Never mark “{word}” for us").format(word=word))

    def _show_definition(self, shown: bool) -> None:
        self.definition.setVisible(shown)
        self.more_button.setVisible(shown)
        self.grown.emit()

    def focus_first(self) -> None:
        """Give the keyboard to the first alternative, or to the first action."""
        [*self.alternative_buttons(), self.ignore_button][0].setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def heightForWidth(self, width: int) -> int:
        """Return the height that the card needs; word and kind stand apart if they must."""
        self._turn_head(width)
        return super().heightForWidth(width)

    def _turn_head(self, width: int) -> None:
        margins = self._column.contentsMargins()
        room = width - margins.left() - margins.right() - self._head.spacing()
        needed = self.word.sizeHint().width() + _text_width(self.kind)
        beside = needed <= room
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self.kind.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put word and kind beside or above one another."""
        super().resizeEvent(event)
        self._turn_head(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Need another height with another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.grown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _text_width(label: QLabel) -> int:
    return QFontMetrics(label.font()).horizontalAdvance(label.text())
