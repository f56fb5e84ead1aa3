"""What was dropped on the page."""

from PySide6.QtCore import QMimeData


def dropped_paths(data: QMimeData) -> list[str]:
    """Return the paths of local files and the addresses of links, in the order they came."""
    paths = [url.toLocalFile() if url.isLocalFile() else url.toString() for url in data.urls()]
    if paths:
        return paths
    text = data.text().strip() if data.hasText() else ""
    is_link = text.startswith(("http://", "https://")) and not any(map(str.isspace, text))
    return [text] if is_link else []
