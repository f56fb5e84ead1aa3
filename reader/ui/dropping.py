"""What was dropped on the window."""

from PySide6.QtCore import QMimeData


def dropped_paths(mime: QMimeData) -> list[str]:
    """Return the files and links that were dropped."""
    return [
        url.toLocalFile() if url.isLocalFile() else url.toString()
        for url in mime.urls()
        if not url.isEmpty()
    ]


def dropped_text(mime: QMimeData) -> str:
    """Return the plain text that was dropped."""
    return mime.text()
