"""What the analyser finds: the contract of `bias-reader analyse` and of the window."""

from dataclasses import dataclass
from enum import StrEnum

from reader.model.span import Span

# the alternative that stands for no word at all
LEAVE_OUT = "leave it out"


class Category(StrEnum):
    """What kind of word a finding is; the four `loaded-…` ones are loaded language proper."""

    LOADED_ADJECTIVE = "loaded-adjective"
    LOADED_ADVERB = "loaded-adverb"
    LOADED_NOUN = "loaded-noun"
    LOADED_VERB = "loaded-verb"
    INTENSIFIER = "intensifier"
    ABSOLUTE = "absolute"
    HEDGE = "hedge"
    VAGUE_SOURCE = "vague-source"
    REPORTING_VERB = "reporting-verb"
    SCARE_QUOTE = "scare-quote"
    EUPHEMISM = "euphemism"
    RHETORICAL_QUESTION = "rhetorical-question"

    @property
    def is_loaded(self) -> bool:
        """Say whether this is one of the four categories of loaded language proper."""
        return self.value.startswith("loaded")


class Voice(StrEnum):
    """Who uses a word: the writer, somebody in quotation marks, or somebody in indirect speech."""

    WRITER = "writer"
    QUOTED = "quoted"
    REPORTED = "reported"


class QuoteKind(StrEnum):
    """Direct: inside quotation marks. Indirect: reported without them."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class CorrectionType(StrEnum):
    """How an article corrects: by a verdict, by a fact against the claim, or by a notice."""

    LABEL = "label"
    REBUTTAL = "rebuttal"
    NOTICE = "notice"


class ClaimStatus(StrEnum):
    """What the article does with a claim that it reports."""

    CORRECTED = "corrected"
    DISPUTED = "disputed"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Finding:
    """A marked word or expression; `score` is a calibrated probability.

    `alternatives` are words to put in its place, or `LEAVE_OUT`.
    """

    span: Span
    text: str
    category: Category
    score: float
    voice: Voice
    speaker: str | None
    explanation: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Something that somebody is said to have said.

    `span` is the content, without its quotation marks for direct speech. `speaker` is the fullest
    name the article gives, None where the article names nobody or the program is not sure. `cue`
    is the word that attributes it ("said", "according to").
    """

    span: Span
    speaker: str | None
    cue: str | None
    kind: QuoteKind
    source_span: Span | None = None
    cue_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Whole sentences that say that a reported claim is untrue; `score` is calibrated."""

    span: Span
    type: CorrectionType
    claim: Span | None
    claimant: str | None
    score: float
    explanation: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A reported claim; `corrections` are indices into the analysis's corrections."""

    span: Span
    claimant: str | None
    status: ClaimStatus
    corrections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """How likely annotators call the sentence biased, 0 to 1, calibrated."""

    span: Span
    bias: float


@dataclass(frozen=True, slots=True)
class Engine:
    """What made a result: the program's version and a hash of its model and lexicon files."""

    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All results for one text, each kind in the order of the text."""

    findings: tuple[Finding, ...]
    quotes: tuple[Quote, ...]
    corrections: tuple[Correction, ...]
    claims: tuple[Claim, ...]
    sentences: tuple[SentenceScore, ...]
    engine: Engine
