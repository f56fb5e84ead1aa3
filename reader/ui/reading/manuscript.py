"""The text in Qt's document: follows what is typed, changes it, and takes changes back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from reader.model.span import Span
from reader.ui.reading.display_text import (
    SEPARATOR,
    SPACE_WITHIN,
    DisplayText,
    Piece,
    Splice,
    cut,
    displayed,
    pieces_of,
)
from reader.ui.reading.history import Change, History
from reader.ui.reading.page_layout import PageLayout
from reader.ui.reading.styling import style_blocks
from reader.ui.reading.typesetting import Typesetting

_ROOMY = 1_500


class Manuscript(QTextEdit):
    """An editor that holds the text of an article; places are code points of it.

    Signals:
        replaced: start, end and the text that now stands in their place.
    """

    replaced = Signal(int, int, str)

    def __init__(self, setting: Typesetting, text_between: Callable[[int, int], str]) -> None:
        super().__init__()
        # what is copied or undone is the article's own text, in which characters stand that the
        # page can only show a stand-in for
        self._text_between = text_between
        self.history = History()
        self._is_ours = False
        document = QTextDocument(self)
        # Qt's undo would hold formats and cuts as well; ours holds the article's text alone
        document.setUndoRedoEnabled(False)
        self.page_layout = PageLayout(document, setting)
        document.setDocumentLayout(self.page_layout)
        self.setDocument(document)
        document.contentsChange.connect(self._follow)

    @property
    def display(self) -> DisplayText:
        """What is shown and where."""
        return self.page_layout.display

    def load(self, text: str, title: str = "") -> None:
        """Show another text."""
        self.history = History()
        display = DisplayText(text)
        with self._changing():
            self.page_layout.reset(display)
            self.document().setPlainText(display.document())
            style_blocks(self.document(), self.page_layout, title, ())
        self.page_layout.report_size()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Mark changes of the document as made by the program, which follows them itself."""
        outer, self._is_ours = self._is_ours, True
        try:
            yield
        finally:
            self._is_ours = outer

    # edits

    def replace_range(self, start: int, end: int, text: str, *, is_typing: bool = False) -> None:
        """Put `text` in place of code points `start` to `end`, as one step to undo."""
        removed = self._text_between(start, end)
        self._put(start, end, text)
        self.history.record(Change(start, removed, text), is_typing=is_typing)

    def undo(self) -> None:
        """Take back the last step."""
        self._repeat(self.history.undo())

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self._repeat(self.history.redo())

    def _repeat(self, change: Change | None) -> None:
        if change is None or self.isReadOnly():
            return
        self._put(change.start, change.start + len(change.removed), change.added)
        self.select(Span(change.start + len(change.added), change.start + len(change.added)))
        self.ensureCursorVisible()

    def _put(self, start: int, end: int, text: str) -> None:
        display = self.display
        position, stop = display.to_document(start), display.to_document(end)
        pieces = pieces_of(displayed(text))
        with self._changing():
            splice = display.splice(position, stop - position, pieces, text)
            self.page_layout.splice(splice)
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("\n".join(piece.text for piece in pieces))
        self._settle(splice)

    def _follow(self, position: int, removed: int, added: int) -> None:
        """Follow what Qt's editor did to the document."""
        if self._is_ours:
            return
        excess = max(0, position + removed - self.display.length)
        position, old, new = self._trimmed(position, removed - excess, added - excess)
        if not old and not new:
            return
        pieces = [Piece(part, place > 0) for place, part in enumerate(new.split(SEPARATOR))]
        text = new.replace(SEPARATOR, "\n")
        removed = len(old.encode("utf-16-le")) // 2
        start, end = self.display.to_article(position), self.display.to_article(position + removed)
        gone = self._text_between(start, end)
        splice = self.display.splice(position, removed, pieces, text)
        self.page_layout.splice(splice)
        self.history.record(Change(start, gone, text), is_typing=len(text) + len(gone) == 1)
        self._settle(splice)

    def _trimmed(self, position: int, removed: int, added: int) -> tuple[int, str, str]:
        """Return what really changed: Qt reports whole blocks where a format was touched."""
        old = self.display.document_text(position, position + removed)
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        last = self.document().characterCount() - 1
        cursor.setPosition(min(position + added, last), QTextCursor.MoveMode.KeepAnchor)
        new = cursor.selectedText()
        same = _common(old, new)
        old, new = old[same:], new[same:]
        position += len(cursor.selectedText()[:same].encode("utf-16-le")) // 2
        same = _common(old[::-1], new[::-1])
        return position, old[: len(old) - same], new[: len(new) - same]

    def _settle(self, splice: Splice) -> None:
        self.replaced.emit(splice.replaced.start, splice.replaced.end, splice.text)
        touched = range(splice.first_block, splice.first_block + splice.blocks_after)
        with self._changing():
            style_blocks(self.document(), self.page_layout, None, touched)
            for block in reversed(self.display.overlong(touched.start, touched.stop - 1)):
                self._cut_block(block)

    def _cut_block(self, block: int) -> None:
        """Cut a block that has grown long; the article does not change."""
        span = self.display.block_span(block)
        # in pieces with room to grow, or the next letter would cut again
        number = len(span) // _ROOMY + 1
        pieces = cut(self.display.block_text(block), len(span) // number + SPACE_WITHIN)
        place = span.start
        for piece in pieces[:-1]:
            place += len(piece)
            position = self.display.to_document(place)
            splice = self.display.splice(position, 0, [Piece("", False), Piece("", False)], "")
            self.page_layout.splice(splice)
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.insertBlock()

    def select(self, span: Span) -> None:
        """Select a stretch of the text, or put the cursor there."""
        cursor = self.textCursor()
        cursor.setPosition(self.display.to_document(span.start))
        if span.end > span.start:
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(self.display.to_document(span.end), keep)
        self.setTextCursor(cursor)


def _common(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    least = min(len(one), len(other))
    if one[:least] == other[:least]:
        return least
    return next(place for place in range(least) if one[place] != other[place])
