"""Undo and redo of what is typed, in places of the article; marks and formats are no part of it."""

from dataclasses import dataclass, replace

# typing on in one place is one step until a pause; pasting or replacing is always its own
_STEPS_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Change:
    """At `start`, `removed` gave way to `added`."""

    start: int
    removed: str
    added: str

    def inverse(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.start, self.added, self.removed)


class History:
    """The changes made to a text, to be taken back and made again one by one."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._is_open = False

    @property
    def can_undo(self) -> bool:
        """Say whether there is a change to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Say whether there is a change to make again."""
        return bool(self._undone)

    def record(self, change: Change, *, is_typing: bool) -> None:
        """Note a change; what was undone before can be redone no more."""
        if not change.removed and not change.added:
            return
        self._undone.clear()
        joined = _join(self._done[-1], change) if is_typing and self._is_open else None
        if joined:
            self._done[-1] = joined
        else:
            self._done.append(change)
            del self._done[:-_STEPS_KEPT]
        self._is_open = is_typing

    def close_step(self) -> None:
        """Let the next letter begin a new step."""
        self._is_open = False

    def undo(self) -> Change | None:
        """Return the change to make now to take the last one back."""
        return self._move(self._done, self._undone, is_inverse=True)

    def redo(self) -> Change | None:
        """Return the change to make now to repeat what was taken back."""
        return self._move(self._undone, self._done, is_inverse=False)

    def _move(
        self, source: list[Change], target: list[Change], *, is_inverse: bool
    ) -> Change | None:
        self._is_open = False
        if not source:
            return None
        change = source.pop()
        target.append(change)
        return change.inverse() if is_inverse else change


def _join(last: Change, change: Change) -> Change | None:
    """Return both as one where they are letters of one word, or one run of deleting."""
    if not last.removed and not change.removed and change.start == last.start + len(last.added):
        begins_word = last.added[-1:].isspace() and not change.added.isspace()
        has_newline = "\n" in change.added or "\n" in last.added
        return (
            None if begins_word or has_newline else replace(last, added=last.added + change.added)
        )
    if last.added or change.added:
        return None
    if change.start == last.start:
        return replace(last, removed=last.removed + change.removed)
    if change.start + len(change.removed) == last.start:
        return Change(change.start, change.removed + last.removed, "")
    return None
