"""Fits an alternative into the place of the word that it replaces."""

from reader.model.span import Span


def fitted(alternative: str, replaced: str) -> str:
    """Return `alternative` with the capitals of what it replaces."""
    if len(replaced) > 1 and replaced.isupper():
        return alternative.upper()
    if replaced[:1].isupper():
        return alternative[:1].upper() + alternative[1:]
    return alternative


def without_word(text: str, span: Span) -> tuple[Span, str]:
    """Return what to replace, and by what, to leave the words at `span` out of `text`."""
    start, end = span.start, span.end
    if end < len(text) and text[end] == " ":
        end += 1
    elif start > 0 and text[start - 1] == " ":
        start -= 1
    follows = text[end : end + 1]
    if text[span.start : span.start + 1].isupper() and follows.islower():
        return Span(start, end + 1), follows.upper()
    return Span(start, end), ""
