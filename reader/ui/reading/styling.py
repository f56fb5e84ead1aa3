"""Gives the headline and the byline their letters; all else keeps the page's own."""

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat

from reader.ui.reading.display_text import DisplayText
from reader.ui.reading.page_layout import PageLayout
from reader.ui.reading.typesetting import is_byline, is_title

_KIND = QTextFormat.Property.UserProperty
# headline and byline are looked for in so many blocks
_HEAD = 6


def style_blocks(
    document: QTextDocument,
    layout: PageLayout,
    title: str | None,
    touched: Iterable[int],
    *,
    is_forced: bool = False,
) -> None:
    """Find the headline anew and set those of the `touched` blocks that are not set as they should.

    `title` is what the source says the headline is; None after an edit, when a block that was the
    headline stays it.
    """
    before = {layout.title_block, layout.byline_block}
    layout.title_block, layout.byline_block = _head(layout.display, title, layout.title_block)
    changed = before ^ {layout.title_block, layout.byline_block}
    kinds = {layout.title_block: "title", layout.byline_block: "byline"}
    looked_at = {*touched, *changed, *kinds}
    for number in sorted(one for one in looked_at if one >= 0):
        block = document.findBlockByNumber(number)
        wanted = kinds.get(number, "body")
        if block.isValid() and (_differs(block, wanted) or (is_forced and wanted != "body")):
            _set_letters(block, layout, wanted)
            layout.forget(number)


def _head(display: DisplayText, title: str | None, before: int) -> tuple[int, int]:
    """Return the numbers of the blocks of headline and byline, -1 for none."""
    filled = [
        block for block in range(min(_HEAD, len(display))) if display.block_text(block).strip()
    ]
    if not filled:
        return -1, -1
    first, rest = filled[0], filled[1:]
    is_whole = not rest or display.hard[rest[0]]
    line = display.block_text(first)
    stays = title is None and before == first and len(line) <= 170
    if not is_whole or not (stays or is_title(line, title or "", bool(rest))):
        return -1, -1
    named = rest[0] if rest and is_byline(display.block_text(rest[0])) else -1
    return first, named


def _differs(block: QTextBlock, wanted: str) -> bool:
    kinds = {part.format.property(_KIND) or "body" for part in block.textFormats()}
    return (kinds or {block.charFormat().property(_KIND) or "body"}) != {wanted}


def _set_letters(block: QTextBlock, layout: PageLayout, kind: str) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    letters = layout.setting.character_format(kind)
    cursor.setCharFormat(letters)
    cursor.setBlockCharFormat(letters)
