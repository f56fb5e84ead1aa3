"""An article with made-up results, for the tests of the reading view."""

from reader.model.article import Article
from reader.model.results import (
    Category,
    Claim,
    ClaimStatus,
    Correction,
    CorrectionType,
    Finding,
    Quote,
    QuoteKind,
    Voice,
)
from reader.model.span import Span
from reader.ui.state import ArticleState

TEXT = """Ferry operator plays down the night its boats stood still

The director of Lowmoor Ferries, Petra Lindqvist, on Monday defended a disastrous week.

“No passenger waited longer than an hour,” Lindqvist said. “This hysteria is invented.”

The company’s own log, released on Friday, lists 14 departures that left late.

Lindqvist wrongly said that the engines had been inspected. It was a disastrous, bizarre answer.
"""


def place(words: str, after: str = "") -> Span:
    """Return where `words` stand in the article, the first time after the words `after`."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def finding(
    words: str,
    category: Category = Category.LOADED_ADJECTIVE,
    *,
    after: str = "",
    voice: Voice = Voice.WRITER,
    score: float = 0.8,
) -> Finding:
    """Return a finding on words of the article."""
    speaker = None if voice is Voice.WRITER else "Petra Lindqvist"
    span = place(words, after)
    return Finding(span, words, category, score, voice, speaker, "It judges.", ("poor", "late"))


FINDINGS = (
    finding("plays down", Category.LOADED_VERB, score=0.6),
    finding("disastrous"),
    finding("hysteria", Category.LOADED_NOUN, voice=Voice.QUOTED),
    finding("wrongly", Category.LOADED_ADVERB),
    finding("disastrous", after="It was"),
    finding("bizarre", score=0.4),
)
QUOTES = (
    Quote(
        place("No passenger waited longer than an hour,"),
        "Petra Lindqvist",
        "said",
        QuoteKind.DIRECT,
    ),
    Quote(place("This hysteria is invented."), "Petra Lindqvist", "said", QuoteKind.DIRECT),
)
CLAIM = place("“No passenger waited longer than an hour,”")
ENGINES = place("the engines had been inspected")
CORRECTIONS = (
    Correction(
        place("The company’s own log, released on Friday, lists 14 departures that left late."),
        CorrectionType.REBUTTAL, CLAIM, "Petra Lindqvist", 0.8, "A fact against what was said.",
    ),
    Correction(
        place("Lindqvist wrongly said that the engines had been inspected."),
        CorrectionType.LABEL, ENGINES, "Petra Lindqvist", 0.4, "The writer calls it wrong.",
    ),
)  # fmt: skip
CLAIMS = (
    Claim(CLAIM, "Petra Lindqvist", ClaimStatus.CORRECTED, (0,)),
    Claim(place("This hysteria is invented."), "Petra Lindqvist", ClaimStatus.DISPUTED),
    Claim(ENGINES, "Petra Lindqvist", ClaimStatus.CORRECTED, (1,)),
)


def fill(state: ArticleState) -> None:
    """Give `state` the article and its results."""
    state.set_article(Article(TEXT, byline="By Ines Holt", source="The Gazette"))
    state.add_part(FINDINGS, QUOTES, [])
    state.set_closing(CORRECTIONS, CLAIMS, None)
