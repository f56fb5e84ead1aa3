"""The few questions that stop the window until they are answered; tests replace `ask`."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

_TEXT_FILES = "*.txt *.md *.markdown *.text"


class Unsaved(Enum):
    """What to do with text that is in no file."""

    SAVE = auto()
    DISCARD = auto()
    KEEP_OPEN = auto()

    @classmethod
    def ask(cls, parent: QWidget, title: str) -> "Unsaved":
        """Ask what to do with the unsaved text of the article `title`."""
        buttons = QMessageBox.StandardButton
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(_tr("Save the changes to “{title}”?").format(title=title))
        box.setInformativeText(_tr("They are in no file yet."))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        if answer == buttons.Save:
            return cls.SAVE
        return cls.DISCARD if answer == buttons.Discard else cls.KEEP_OPEN


class FilesToOpen:
    """Which files to open."""

    @classmethod
    def ask(cls, parent: QWidget, folder: str) -> list[str]:
        """Ask for files to open, beginning in `folder`."""
        kinds = f"{_tr('Articles')} ({_TEXT_FILES});;{_tr('All files')} (*)"
        paths, _ = QFileDialog.getOpenFileNames(parent, _tr("Open Articles"), folder, kinds)
        return paths


class FileToSave:
    """Where to write."""

    @classmethod
    def ask(cls, parent: QWidget, suggested: str, kinds: str) -> str:
        """Ask for a file to write, empty for none; an existing one is asked about by the dialog."""
        path, _ = QFileDialog.getSaveFileName(parent, _tr("Save As"), suggested, kinds)
        return path


class Reason:
    """Why a word is on a list."""

    @classmethod
    def ask(cls, parent: QWidget, word: str) -> str | None:
        """Ask why `word` is not loaded for the newsroom; None where it is not to be listed."""
        reason, agreed = QInputDialog.getText(
            parent,
            _tr("Not Loaded for Us"),
            _tr("Why is “{word}” not loaded in your house style? (may stay empty)").format(
                word=word
            ),
        )
        return reason.strip() if agreed else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("questions", text)
