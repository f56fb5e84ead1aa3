"""What the window shows while no article is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_MOST_FILES = 6


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
        title = QLabel(self.tr("Read how an article is worded"))
        title.setObjectName("welcomeTitle")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.9)
        title.setFont(font)
        hint = QLabel(
            self.tr(
                "Open a text file, paste an article, or drop one here. "
                "Everything is read on this computer; nothing is sent anywhere."
            )
        )
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._files = QVBoxLayout()
        self._column(title, hint)

    def show_files(self, files: list[tuple[str, str]]) -> None:
        """Offer files by path and title, the latest first."""
        while item := self._files.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for path, title in files[:_MOST_FILES]:
            button = QPushButton(title.replace("&", "&&"))
            button.setFlat(True)
            button.setToolTip(path)
            button.clicked.connect(lambda _=False, path=path: self.file_requested.emit(path))
            self._files.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _column(self, title: QLabel, hint: QLabel) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(title, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(hint)
        column.addLayout(self._buttons())
        column.addLayout(self._files)
        column.addStretch(3)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for label, signal in (
            (self.tr("Open…"), self.open_requested),
            (self.tr("Paste"), self.paste_requested),
            (self.tr("Read the sample article"), self.sample_requested),
        ):
            button = QPushButton(label)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch()
        return row
