"""What the marks mean, over a corner of the window, one key away."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QGridLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.results import Category, Voice
from reader.settings import Preferences
from reader.ui.categories import category_wording, voice_wording
from reader.ui.mark_sample import MarkSample
from reader.ui.theme import Theme

_MARGIN = 18
_ROWS = 6


class Legend(QFrame):
    """Floats above the lower left corner of its parent.

    Signals:
        closed: it went away by its own button or by Escape.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("legend")
        self.setAccessibleName(_tr("Legend of the marks"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 3)
        self.setGraphicsEffect(shadow)
        self._samples: list[MarkSample] = []
        self._signs: list[tuple[QLabel, str]] = []
        self._arrange()
        parent.installEventFilter(self)
        self.hide()

    def apply_theme(self, theme: Theme, preferences: Preferences) -> None:
        """Show the marks as they look now."""
        roles = theme.roles
        self.setStyleSheet(
            f"#legend {{ background: {roles.panel}; border: 1px solid {roles.border};"
            " border-radius: 10px; }"
        )
        for sample in self._samples:
            sample.apply_theme(theme, preferences)
        for label, role in self._signs:
            label.setStyleSheet(f"color: {getattr(roles, role)}; font-weight: 600;")
        self._place()

    def showEvent(self, _: object) -> None:
        """Take the corner and the keyboard."""
        self._place()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        self.move(_MARGIN, max(0, self._room.height() - self.height() - _MARGIN))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.addLayout(self._head())
        grid = QGridLayout()
        grid.setHorizontalSpacing(26)
        grid.setVerticalSpacing(2)
        for number, category in enumerate(Category):
            sample = MarkSample(category_wording(category).singular, category)
            sample.setToolTip(category_wording(category).definition)
            self._samples.append(sample)
            grid.addWidget(sample, number % _ROWS, number // _ROWS)
        self._add_signs(grid)
        column.addLayout(grid)

    def _head(self) -> QGridLayout:
        head = QGridLayout()
        title = QLabel(_tr("The marks"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(_tr("Close the legend"))
        close.clicked.connect(self.closed)
        head.addWidget(title, 0, 0)
        head.addWidget(close, 0, 1, alignment=Qt.AlignmentFlag.AlignRight)
        return head

    def _add_signs(self, grid: QGridLayout) -> None:
        # somebody else's words carry the line without the tint
        quoted = MarkSample(
            f"{voice_wording(Voice.QUOTED).singular}, {voice_wording(Voice.REPORTED).singular}",
            Category.LOADED_ADJECTIVE,
            Voice.QUOTED,
        )
        self._samples.append(quoted)
        grid.addWidget(quoted, 0, 2)
        signs = (
            (_tr("✓  corrective passage"), "correction"),
            (_tr("!  claim that it answers"), "claim"),
            (_tr("!  disputed claim"), "dispute"),
        )
        for row, (text, role) in enumerate(signs, 1):
            label = QLabel(text)
            self._signs.append((label, role))
            grid.addWidget(label, row, 2)


def _tr(text: str) -> str:
    return QCoreApplication.translate("legend", text)
