"""What this program is, in which version, and under which licences its parts are."""

import platform
from importlib import metadata

import PySide6
from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reader import __version__

# what is shipped with the program or needed by it, with its licence
_PARTS = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("textblob", "MIT"),
    ("nltk", "Apache-2.0"),
    ("nupunkt", "MIT"),
    ("onnxruntime", "MIT"),
    ("tokenizers", "Apache-2.0"),
    ("numpy", "BSD-3-Clause"),
    ("charset-normalizer", "MIT"),
)


class AboutBox(QDialog):
    """Versions and licences, as text that can be selected and copied."""

    def __init__(self, engine: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_tr("About bias-reader"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QLabel(about_text(engine))
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(440)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.addWidget(self.text)
        column.addWidget(buttons)


def about_text(engine: str) -> str:
    """Return the text of the box; `engine` names the model that made the results, if any."""
    rows = "".join(
        f"<tr><td>{name}&nbsp;&nbsp;</td><td>{_version(name)}&nbsp;&nbsp;</td><td>{licence}</td></tr>"
        for name, licence in _PARTS
    )
    model = _tr("<p>Model and lexicon: {engine}</p>").format(engine=engine) if engine else ""
    return _tr(
        "<h2>bias-reader {version}</h2>"
        "<p>Highlights loaded language, says whose voice it is, and marks corrective passages. "
        "It informs and does not judge; everything runs on this computer.</p>"
        "<p>Licence: Apache-2.0</p>{model}"
        "<p>Python {python}, Qt {qt}, PySide6 {pyside}, {system}</p>"
    ).format(
        version=__version__,
        model=model,
        python=platform.python_version(),
        qt=qVersion(),
        pyside=PySide6.__version__,
        system=platform.system(),
    ) + (f"<table>{rows}</table>")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("about", text)
