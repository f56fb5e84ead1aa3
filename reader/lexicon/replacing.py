"""Puts an alternative into a text, with the article, the capital and the spaces that it needs."""

import re

from reader.model.results import LEAVE_OUT
from reader.model.span import Span

_ARTICLE_BEFORE = re.compile(r"\b(an?)([ \u00a0]+[“\"‘']?)$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ \u00a0]*(\w[\w'’-]*)")
# words whose first letter misleads: "an hour", "a one-off", "a European", "a union", "an MP"
_VOWEL_SOUND = re.compile(
    r"(?:hour|honest|honou?r|heir)|(?!(?:uni(?!n|m)|one\b|once|eu|us[ae]|usu|uti|ura|u\b))[aeiou]",
    re.IGNORECASE,
)
_LETTERS_WITH_VOWEL_SOUND = "AEFHILMNORSX"


def article_for(word: str) -> str:
    """Return the article, "a" or "an", that goes before `word`."""
    if len(word) > 1 and word.isupper():
        return "an" if word[0] in _LETTERS_WITH_VOWEL_SOUND else "a"
    return "an" if _VOWEL_SOUND.match(word) else "a"


def article_before(text: str, start: int) -> str | None:
    """Return the indefinite article right before `start`, in lower case, or None."""
    match = _ARTICLE_BEFORE.search(text, max(0, start - 6), start)
    return match[1].lower() if match else None


def replacement(text: str, span: Span, alternative: str) -> tuple[Span, str]:
    """Return which stretch of `text` to replace, and by what, to say `alternative` at `span`.

    The stretch can begin before `span`, where an article has to change with the word, and end after
    it, where leaving the word out leaves a space too many.
    """
    omitted = alternative == LEAVE_OUT
    words, end = ("", _end_without_space(text, span)) if omitted else (alternative, span.end)
    follows = _NEXT_WORD.match(text, end)
    first = words or (follows[1] if follows else "")
    start, lead = span.start, ""
    if omitted and end == span.end and text[:start].endswith(" "):
        return Span(start - 1, end), ""
    article = _ARTICLE_BEFORE.search(text, max(0, start - 6), start)
    if article and first:
        start, lead = article.start(), _cased(article[1], article_for(first)) + article[2]
    elif omitted and text[span.start].isupper() and first[:1].islower():
        return Span(start, end + 1), first[0].upper()
    return Span(start, end), lead + _cased(span.of(text), words)


def _end_without_space(text: str, span: Span) -> int:
    after = text[span.end : span.end + 2]
    if after.startswith(", ") and (span.start == 0 or text[span.start - 1] in "\n .“"):
        return span.end + 2
    return span.end + 1 if after.startswith(" ") else span.end


def _cased(model: str, words: str) -> str:
    if model.isupper() and len(model) > 1:
        return words.upper()
    return words[:1].upper() + words[1:] if model[:1].isupper() else words
