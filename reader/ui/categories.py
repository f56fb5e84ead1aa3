"""Plain names and definitions, for people, of everything that the analyser can say of a word.

The names are translated when they are first asked for, so a translator has to be installed before
the first window opens.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

from reader.model.results import Category, ClaimStatus, CorrectionType, QuoteKind, Voice

# a calibrated score below the first is "possible", below the second "likely"
LIKELY = 0.5
VERY_LIKELY = 0.75


@dataclass(frozen=True, slots=True)
class Wording:
    """How one kind of thing is called: for one, for several, and what it means.

    `singular` stands inside a sentence ("loaded adjective"), `plural` heads a list ("Adjectives").
    """

    singular: str
    plural: str
    definition: str


def category_wording(category: Category) -> Wording:
    """Return the names and the definition of a category."""
    return _categories()[category]


def voice_wording(voice: Voice) -> Wording:
    """Return the names and the definition of a voice."""
    return _voices()[voice]


def correction_wording(kind: CorrectionType) -> Wording:
    """Return the names and the definition of a type of corrective passage."""
    return _corrections()[kind]


def status_wording(status: ClaimStatus) -> Wording:
    """Return the names and the definition of a claim's status."""
    return _statuses()[status]


def quote_wording(kind: QuoteKind) -> Wording:
    """Return the names and the definition of a way to give somebody's words."""
    return _quotes()[kind]


def score_words(score: float) -> str:
    """Return a calibrated score as words; a number would promise more than it knows."""
    if score < LIKELY:
        return _tr("possible")
    return _tr("likely") if score < VERY_LIKELY else _tr("very likely")


def _tr(text: str) -> str:
    return QCoreApplication.translate("categories", text)


@cache
def _categories() -> dict[Category, Wording]:
    return _loaded() | _smaller()


def _loaded() -> dict[Category, Wording]:
    return {
        Category.LOADED_ADJECTIVE: Wording(
            _tr("loaded adjective"),
            _tr("Adjectives"),
            _tr(
                "An adjective that judges what it describes and asks the reader to share the "
                "judgement, where a plainer one would only describe."
            ),
        ),
        Category.LOADED_ADVERB: Wording(
            _tr("loaded adverb"),
            _tr("Adverbs"),
            _tr("An adverb that passes a verdict on what was done or said while telling of it."),
        ),
        Category.LOADED_NOUN: Wording(
            _tr("loaded noun"),
            _tr("Nouns"),
            _tr("A name for a person, a group or an event that already takes sides about it."),
        ),
        Category.LOADED_VERB: Wording(
            _tr("loaded verb"),
            _tr("Verbs"),
            _tr(
                "A verb that dramatises an action or lends it a motive, where another verb would "
                "tell the same action and no more."
            ),
        ),
    }


def _smaller() -> dict[Category, Wording]:
    return {
        Category.INTENSIFIER: Wording(
            _tr("intensifier"),
            _tr("Intensifiers"),
            _tr("A word that turns up the volume of its neighbour and adds no information."),
        ),
        Category.ABSOLUTE: Wording(
            _tr("absolute"),
            _tr("Absolutes"),
            _tr(
                "A word that allows no exception, such as “always” or “nobody”; facts seldom "
                "bear that out."
            ),
        ),
        Category.HEDGE: Wording(
            _tr("hedge"),
            _tr("Hedges"),
            _tr("A word that takes back part of a statement without saying how much, or why."),
        ),
        Category.VAGUE_SOURCE: Wording(
            _tr("vague source"),
            _tr("Vague sources"),
            _tr("Somebody is given as the source, but the reader cannot tell who or how many."),
        ),
        Category.REPORTING_VERB: Wording(
            _tr("reporting verb"),
            _tr("Reporting verbs"),
            _tr(
                "A verb for speaking that also says what the writer thinks of what was said, "
                "where “said” would not."
            ),
        ),
        Category.SCARE_QUOTE: Wording(
            _tr("scare quote"),
            _tr("Scare quotes"),
            _tr(
                "Quotation marks that hold a word at a distance, with nobody shown to have said it."
            ),
        ),
        Category.EUPHEMISM: Wording(
            _tr("euphemism"),
            _tr("Euphemisms"),
            _tr("A soft or official expression that keeps a harder fact out of sight."),
        ),
        Category.RHETORICAL_QUESTION: Wording(
            _tr("rhetorical question"),
            _tr("Rhetorical questions"),
            _tr("A question that expects no answer because it means to be a statement."),
        ),
    }


@cache
def _voices() -> dict[Voice, Wording]:
    return {
        Voice.WRITER: Wording(
            _tr("writer"),
            _tr("Writer"),
            _tr("The article says it in its own voice."),
        ),
        Voice.QUOTED: Wording(
            _tr("quoted"),
            _tr("Quoted"),
            _tr("Somebody else’s words, inside quotation marks."),
        ),
        Voice.REPORTED: Wording(
            _tr("reported"),
            _tr("Reported"),
            _tr("Somebody else’s words, retold without quotation marks."),
        ),
    }


@cache
def _corrections() -> dict[CorrectionType, Wording]:
    return {
        CorrectionType.LABEL: Wording(
            _tr("verdict"),
            _tr("Verdicts"),
            _tr("The article calls the claim false, unsupported or debunked."),
        ),
        CorrectionType.REBUTTAL: Wording(
            _tr("fact against it"),
            _tr("Facts against a claim"),
            _tr("The article sets a fact against the claim, itself or through an authority."),
        ),
        CorrectionType.NOTICE: Wording(
            _tr("correction notice"),
            _tr("Correction notices"),
            _tr("The publication corrects or updates something that it published itself."),
        ),
    }


@cache
def _statuses() -> dict[ClaimStatus, Wording]:
    return {
        ClaimStatus.CORRECTED: Wording(
            _tr("corrected"),
            _tr("Corrected"),
            _tr("The article itself tells the reader that the claim is untrue."),
        ),
        ClaimStatus.DISPUTED: Wording(
            _tr("disputed"),
            _tr("Disputed"),
            _tr("Somebody else in the article denies the claim; the article does not decide."),
        ),
        ClaimStatus.STANDING: Wording(
            _tr("standing"),
            _tr("Standing"),
            _tr("Nothing in the article answers the claim."),
        ),
    }


@cache
def _quotes() -> dict[QuoteKind, Wording]:
    return {
        QuoteKind.DIRECT: Wording(
            _tr("quoted"),
            _tr("Direct speech"),
            _tr("Words inside quotation marks."),
        ),
        QuoteKind.INDIRECT: Wording(
            _tr("reported"),
            _tr("Indirect speech"),
            _tr("Words retold without quotation marks."),
        ),
    }
