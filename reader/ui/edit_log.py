"""Where a place of a text has moved to, after edits that were made since the text was sent."""

from dataclasses import dataclass

from reader.model.span import Span


@dataclass(slots=True)
class _Edit:
    position: int
    removed: int
    added: int


class EditLog:
    """Keeps the edits made to a text, in code points, and moves spans through them."""

    def __init__(self) -> None:
        self._edits: list[_Edit] = []

    def __len__(self) -> int:
        return len(self._edits)

    def record(self, position: int, removed: int, added: int) -> None:
        """Note that `removed` code points at `position` gave way to `added` new ones."""
        last = self._edits[-1] if self._edits else None
        # a word typed letter by letter is one edit, or a long draft would make the list long
        if last and last.position <= position <= position + removed <= last.position + last.added:
            last.added += added - removed
        else:
            self._edits.append(_Edit(position, removed, added))

    def moved(self, span: Span) -> Span | None:
        """Return where `span` is now, None if something in it was changed."""
        start, end = span.start, span.end
        for edit in self._edits:
            if end <= edit.position:
                continue
            if start < edit.position + edit.removed or start < edit.position:
                return None
            start += edit.added - edit.removed
            end += edit.added - edit.removed
        return Span(start, end)

    def stretched(self, span: Span) -> Span | None:
        """Return where `span` is now, with what was changed inside it; None if nothing is left."""
        start, end = span.start, span.end
        for edit in self._edits:
            start = _moved_place(start, edit)
            end = max(start, _moved_place(end, edit, keep=True))
        return Span(start, end) if start < end else None


def _moved_place(place: int, edit: _Edit, *, keep: bool = False) -> int:
    """Move one place; `keep` leaves a place at the very start of an edit where it is."""
    if place < edit.position or (keep and place == edit.position):
        return place
    if place >= edit.position + edit.removed:
        return place + edit.added - edit.removed
    return edit.position
