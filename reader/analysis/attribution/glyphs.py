"""What the characters around a quotation mark say of it."""

BEFORE_OPENING = frozenset("([{—–-/…‘’'“”\"„«")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…‘’'“”\"»")


def around(text: str, at: int, start: int, end: int) -> tuple[str, str]:
    """Return the characters beside the one at `at`, spaces beyond `start` and `end`."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return before, after


def may_open(before: str, after: str) -> bool:
    """Say whether a double mark between these characters can open a quotation."""
    return (before.isspace() or before in BEFORE_OPENING) and not after.isspace()


def may_close(before: str, after: str) -> bool:
    """Say whether a double mark between these characters can close a quotation."""
    return not before.isspace() and (after.isspace() or after in AFTER_CLOSING)
