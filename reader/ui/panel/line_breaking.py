"""Breaks a text into the few lines that a row has room for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout

# more than this is never seen in a row, and breaking it would take time
_LONGEST = 600


def broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Return a text as at most so many lines of a width, the last one shortened if need be."""
    text = text[:_LONGEST]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
    layout.endLayout()
    return _lines(text, starts, QFontMetrics(font), width)


def _lines(text: str, starts: list[int], metrics: QFontMetrics, width: int) -> list[str]:
    # Qt counts in UTF-16, so the text is cut as that
    units = text.encode("utf-16-le", "surrogatepass")
    ends = [*starts[1:], len(units) // 2]
    cut = [
        units[2 * start : 2 * end].decode("utf-16-le", "replace")
        for start, end in zip(starts, ends, strict=True)
    ]
    if cut:
        cut[-1] = metrics.elidedText(cut[-1], Qt.TextElideMode.ElideRight, width)
    return cut
