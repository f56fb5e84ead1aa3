"""An invented article with results of every kind, and a huge one, for the tests of the panel."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from reader.model.results import (
    Category,
    Claim,
    ClaimStatus,
    Correction,
    CorrectionType,
    Engine,
    Finding,
    Quote,
    QuoteKind,
    SentenceScore,
    Voice,
)
from reader.model.span import Span
from reader.settings import Preferences
from reader.ui.panel.panel import SidePanel
from reader.ui.state import ArticleState
from reader.ui.theme import load_theme

HEADLINE = "Mayor defends harbour deal as council demands the figures"
TEXT = "\n".join(
    (
        HEADLINE,
        "Mayor Tomas Hale on Tuesday defended his controversial plan to lease the harbour, in what "
        "opponents called the most bizarre council session in years.",
        "“Nobody has ever seen a budget this healthy,” Hale told the chamber. “The debt is gone, "
        "and only the hysteria of a boorish minority stands in our way.”",
        "The city’s audited accounts, published in March, list 41 million in outstanding debt, "
        "four million more than a year earlier.",
        "Hale also falsely claimed that the lease had been approved by the state. He lashed out at "
        "two reporters who asked for the letter, and an incredibly tense hour followed.",
        "Council member Dana Ortiz said the offer was a giveaway. Hale insisted that the price was "
        "fair.",
        "Correction: an earlier version of this report gave the wrong year for the accounts.",
        "",
    )
)
ENGINE = Engine("0.1.0", "none")


def span_of(piece: str, text: str = TEXT) -> Span:
    """Return where `piece` first stands in the text."""
    start = text.index(piece)
    return Span(start, start + len(piece))


def _finding(
    word: str,
    category: Category,
    score: float,
    *,
    voice: Voice = Voice.WRITER,
    speaker: str | None = None,
    alternatives: tuple[str, ...] = (),
) -> Finding:
    explanation = f"Says how “{word}” the matter seemed instead of what happened in it."
    return Finding(span_of(word), word, category, score, voice, speaker, explanation, alternatives)


def findings() -> list[Finding]:
    """Return nine findings in all three voices."""
    return [
        _finding("controversial", Category.LOADED_ADJECTIVE, 0.7),
        _finding(
            "bizarre",
            Category.LOADED_ADJECTIVE,
            0.9,
            voice=Voice.REPORTED,
            alternatives=("unusual", "say what happened", "leave it out"),
        ),
        _finding("Nobody", Category.ABSOLUTE, 0.6, voice=Voice.QUOTED, speaker="Tomas Hale"),
        _finding(
            "hysteria",
            Category.LOADED_NOUN,
            0.8,
            voice=Voice.QUOTED,
            speaker="Tomas Hale",
            alternatives=("alarm",),
        ),
        _finding(
            "boorish", Category.LOADED_ADJECTIVE, 0.4, voice=Voice.QUOTED, speaker="Tomas Hale"
        ),
        _finding("falsely", Category.LOADED_ADVERB, 0.8, alternatives=("wrongly",)),
        _finding("lashed out", Category.LOADED_VERB, 0.72, alternatives=("criticised",)),
        _finding("incredibly", Category.INTENSIFIER, 0.45, alternatives=("very", "leave it out")),
        _finding("insisted", Category.REPORTING_VERB, 0.5, alternatives=("said",)),
    ]


def quotes() -> list[Quote]:
    """Return five quotes: two direct and one indirect of Hale's, one of Ortiz', one of nobody's."""
    direct, indirect = QuoteKind.DIRECT, QuoteKind.INDIRECT
    return [
        Quote(span_of("the most bizarre council session in years"), None, "called", indirect),
        Quote(span_of("Nobody has ever seen a budget this healthy,"), "Tomas Hale", "told", direct),
        Quote(
            span_of(
                "The debt is gone, and only the hysteria of a boorish minority stands in our way."
            ),
            "Tomas Hale",
            "told",
            direct,
        ),
        Quote(
            span_of("that the lease had been approved by the state"),
            "Tomas Hale",
            "claimed",
            indirect,
        ),
        Quote(span_of("the offer was a giveaway"), "Dana Ortiz", "said", indirect),
        Quote(span_of("that the price was fair"), "Tomas Hale", "insisted", indirect),
    ]


def corrections() -> list[Correction]:
    """Return one of each type, and a rebuttal that is only possible."""
    claim = span_of("The debt is gone")
    return [
        Correction(
            span_of(
                "The city’s audited accounts, published in March, list 41 million in outstanding "
                "debt, four million more than a year earlier."
            ),
            CorrectionType.REBUTTAL,
            claim,
            "Tomas Hale",
            0.8,
            "Answers Hale’s “The debt is gone”, one paragraph earlier: the accounts name a debt.",
        ),
        Correction(
            span_of("Hale also falsely claimed that the lease had been approved by the state."),
            CorrectionType.LABEL,
            span_of("the lease had been approved by the state"),
            "Tomas Hale",
            0.9,
            "“Falsely claimed” is the article’s own verdict on what follows it.",
        ),
        Correction(
            span_of("He lashed out at two reporters who asked for the letter"),
            CorrectionType.REBUTTAL,
            span_of("the lease had been approved by the state"),
            "Tomas Hale",
            0.3,
            "There may have been no letter.",
        ),
        Correction(
            span_of(
                "Correction: an earlier version of this report gave the wrong year for the "
                "accounts."
            ),
            CorrectionType.NOTICE,
            None,
            None,
            0.95,
            "The publication puts its own report right.",
        ),
    ]


def claims() -> list[Claim]:
    """Return four claims by two claimants with every status."""
    return [
        Claim(
            span_of("Nobody has ever seen a budget this healthy"),
            "Tomas Hale",
            ClaimStatus.STANDING,
        ),
        Claim(span_of("The debt is gone"), "Tomas Hale", ClaimStatus.CORRECTED, (0,)),
        Claim(
            span_of("the lease had been approved by the state"),
            "Tomas Hale",
            ClaimStatus.CORRECTED,
            (1, 2),
        ),
        Claim(span_of("the offer was a giveaway"), "Dana Ortiz", ClaimStatus.DISPUTED),
    ]


def sentences() -> list[SentenceScore]:
    """Return a score for the first sentence of the body."""
    return [SentenceScore(span_of("Mayor Tomas Hale"), 0.5)]


def huge(count: int = 20_000) -> tuple[str, list[Finding], list[Quote]]:
    """Return a text of `count` findings, about 45 characters each, and a quote in every tenth."""
    categories, voices = list(Category), list(Voice)
    pieces: list[str] = []
    found: list[Finding] = []
    said: list[Quote] = []
    position = 0
    for number in range(count):
        word = f"dreadful{number % 50}"
        piece = f"Then the {word} thing happened again in the town." + (
            "\n" if number % 8 == 7 else " "
        )
        span = Span(position + 9, position + 9 + len(word))
        voice = voices[number % 3]
        speaker = None if voice is Voice.WRITER else f"Speaker {number % 40}"
        found.append(
            Finding(
                span,
                word,
                categories[number % 12],
                0.2 + number % 80 / 100,
                voice,
                speaker,
                "It judges the thing.",
                ("bad",),
            )
        )
        if number % 10 == 0:
            said.append(
                Quote(
                    Span(position, position + len(piece) - 1),
                    f"Speaker {number % 40}",
                    "said",
                    QuoteKind.DIRECT if number % 20 else QuoteKind.INDIRECT,
                )
            )
        pieces.append(piece)
        position += len(piece)
    return "".join(pieces), found, said


def filled_state() -> ArticleState:
    """Return a state that holds the article with all its results."""
    state = ArticleState()
    state.set_text(TEXT)
    state.add_part(findings(), quotes(), sentences())
    state.set_closing(corrections(), claims(), ENGINE)
    # the nine findings are scored around this, whatever the program's usual threshold is
    state.set_filters(replace(state.filters, threshold=0.35))
    return state


def huge_state(count: int = 20_000) -> ArticleState:
    """Return a state that holds the huge article."""
    text, found, said = huge(count)
    state = ArticleState()
    state.set_text(text)
    state.add_part(found, said, [])
    state.set_closing([], [], ENGINE)
    return state


def shown_panel(qtbot: QtBot, state: ArticleState, theme: str = "light") -> SidePanel:
    """Return the panel of a state, on the screen and up to date."""
    panel = SidePanel(state, load_theme(theme), Preferences())
    qtbot.addWidget(panel)
    panel.resize(372, 800)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel
