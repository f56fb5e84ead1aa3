"""What the window shows while no article is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_MOST_FILES = 6
# in heights of a line
_MEASURE = 34


class Welcome(QWidget):
    """Offers every way to get an article into the window.

    Signals:
        open_requested, paste_requested, sample_requested: the button was pressed.
        file_requested: the path of a file that was open before.
    """

    open_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    file_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = QFrame()
        self._sheet.setObjectName("welcome")
        self._sheet.setMaximumWidth(_MEASURE * self.fontMetrics().height())
        self._recent = QLabel(self.tr("Read before"))
        self._files = QVBoxLayout()
        self._files.setSpacing(0)
        self._fill(QVBoxLayout(self._sheet))
        column = QVBoxLayout(self)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._sheet, 20)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self.show_files([])

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard: Enter opens a file."""
        super().showEvent(event)
        self.setFocus()

    def show_files(self, files: list[tuple[str, str]]) -> None:
        """Offer files by path and title, the latest first."""
        while item := self._files.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._recent.setVisible(bool(files))
        for path, title in files[:_MOST_FILES]:
            button = QPushButton(title.replace("&", "&&"))
            button.setProperty("kind", "file")
            button.setToolTip(path)
            button.clicked.connect(lambda _=False, path=path: self.file_requested.emit(path))
            self._files.addWidget(button)

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(44, 36, 44, 36)
        column.setSpacing(12)
        title = QLabel(self.tr("Read how an article is worded"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.9)
        title.setFont(font)
        column.addWidget(title)
        for text in (
            self.tr("Open a text file, paste an article, or drop either here."),
            self.tr(
                "Loaded words are marked with a reason and plainer words, in whose voice they "
                "stand, and where the article itself puts a claim right. "
                "Everything is read on this computer; nothing is sent anywhere."
            ),
        ):
            column.addWidget(_paragraph(text))
        column.addSpacing(6)
        column.addLayout(self._buttons())
        self._recent.setProperty("role", "quiet")
        column.addSpacing(6)
        column.addWidget(self._recent)
        column.addLayout(self._files)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for label, signal in (
            (self.tr("Open…"), self.open_requested),
            (self.tr("Paste"), self.paste_requested),
            (self.tr("Read the sample article"), self.sample_requested),
        ):
            button = QPushButton(label)
            button.clicked.connect(signal)
            row.addWidget(button)
            if signal is self.open_requested:
                button.setDefault(True)
                self.setFocusProxy(button)
        row.addStretch()
        return row


def _paragraph(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("role", "quiet")
    label.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return label
