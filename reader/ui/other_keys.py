"""The keys that belong to a part of the window and to no menu, for the shortcuts page."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the window with its keys: a line for each, keys first, then what they do."""

    name: str
    lines: tuple[tuple[str, str], ...]


def all_parts() -> tuple[Part, ...]:
    """Return the parts that have keys of their own, in the user's language."""
    return (_page(), _lists(), _card(), _overview(), _find_field())


def _page() -> Part:
    return Part(
        _tr("In the article"),
        (
            (
                _tr("Enter, or Ctrl+Enter while editing"),
                _tr("choose the marked word at the cursor"),
            ),
            (_tr("Ctrl with the wheel"), _tr("larger or smaller text")),
            (_tr("Tab"), _tr("leave the article")),
        ),
    )


def _lists() -> Part:
    return Part(
        _tr("In the lists of the panel"),
        (
            (_tr("Up, Down"), _tr("the row before or after, shown in the article")),
            (_tr("Left, Right"), _tr("the group before or after")),
            ("−, +", _tr("close or open the group")),
            ("/, *", _tr("close or open all groups")),
            (_tr("1 to 9"), _tr("put that other word in place")),
            (_tr("Enter"), _tr("go into the card")),
            (_tr("Delete"), _tr("ignore this one")),
        ),
    )


def _card() -> Part:
    return Part(
        _tr("In a card"),
        (
            (_tr("Tab"), _tr("the next button")),
            (_tr("Space"), _tr("press the button")),
            (_tr("Escape"), _tr("back to the list or to the article")),
        ),
    )


def _overview() -> Part:
    return Part(
        _tr("On the columns of the overview"),
        (
            (_tr("Left, Right, Home, End"), _tr("go along the article and hear how dense it is")),
            (_tr("Enter"), _tr("show the place in the article")),
        ),
    )


def _find_field() -> Part:
    return Part(
        _tr("In the search field"),
        (
            (_tr("Enter, Shift+Enter"), _tr("the next place, the one before")),
            (_tr("Escape"), _tr("end the search and go back to the article")),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("other_keys", text)
