import pytest

from reader.lexicon.replacing import article_before, article_for, replacement
from reader.model.results import LEAVE_OUT
from reader.model.span import Span


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("unusual", "an"),
        ("plan", "a"),
        ("hour", "an"),
        ("honest", "an"),
        ("union", "a"),
        ("unit", "a"),
        ("uninvolved", "an"),
        ("one-off", "a"),
        ("European", "a"),
        ("MP", "an"),
        ("UN", "a"),
        ("useful", "a"),
    ],
)
def test_article(word: str, article: str) -> None:
    assert article_for(word) == article


def test_article_before() -> None:
    assert article_before("An ugly", 3) == "an"
    assert article_before("in a “bizarre", 6) == "a"
    assert article_before("Diana ugly", 6) is None


@pytest.mark.parametrize(
    ("text", "word", "alternative", "result"),
    [
        ("It was a bizarre plan.", "bizarre", "unusual", "It was an unusual plan."),
        ("It was an ugly plan.", "ugly", "poor", "It was a poor plan."),
        ("A bizarre plan.", "bizarre", "unusual", "An unusual plan."),
        ("It was a bizarre plan.", "bizarre", LEAVE_OUT, "It was a plan."),
        ("It was a bizarre old plan.", "bizarre", LEAVE_OUT, "It was an old plan."),
        ("Bizarre plans grew.", "Bizarre", "unusual", "Unusual plans grew."),
        ("Bizarre plans grew.", "Bizarre", LEAVE_OUT, "Plans grew."),
        ("Clearly, he lied.", "Clearly", LEAVE_OUT, "He lied."),
        ("He clearly lied.", "clearly", LEAVE_OUT, "He lied."),
        ("MAYOR SLAMS PLAN", "SLAMS", "criticises", "MAYOR CRITICISES PLAN"),
        ("He was furious.", "furious", LEAVE_OUT, "He was."),
    ],
)
def test_replacement(text: str, word: str, alternative: str, result: str) -> None:
    start = text.index(word)
    span, words = replacement(text, Span(start, start + len(word)), alternative)
    assert text[: span.start] + words + text[span.end :] == result
