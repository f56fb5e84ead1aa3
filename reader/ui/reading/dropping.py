"""What was dropped on the page or the window, or lies on the clipboard."""

from PySide6.QtCore import QMimeData, QUrl

_SCHEMES = {"file", "http", "https"}


def dropped_paths(data: QMimeData) -> list[str]:
    """Return the paths of local files and the addresses of links, in the order they came."""
    return [_path(url) for url in data.urls() if not url.isEmpty()] or _named_in(data)


def _named_in(data: QMimeData) -> list[str]:
    """Return the link that the text is, if it is nothing but one."""
    text = data.text().strip() if data.hasText() else ""
    is_one = "://" in text and not any(map(str.isspace, text))
    return [_path(QUrl(text))] if is_one and QUrl(text).scheme() in _SCHEMES else []


def _path(url: QUrl) -> str:
    return url.toLocalFile() if url.isLocalFile() else url.toString()
