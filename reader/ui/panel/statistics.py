"""Counts what an article holds; nothing here knows Qt, and each figure is worked out when asked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.model.results import Category, Claim, ClaimStatus, Finding, Quote, QuoteKind, Voice
from reader.model.span import Span
from reader.ui.panel.paragraphs import Paragraphs
from reader.ui.panel.speakers import Speaker, find_speakers
from reader.ui.panel.speech import Turn, turns

# fine enough to see where an article heats up, coarse enough to read in a narrow panel
BINS = 40
FREQUENT = 8


@dataclass(frozen=True, slots=True)
class Material:
    """What the statistics are made from.

    `indices` are the findings that count, those above the threshold that nobody ignores. `starts`
    says where each of all findings stands as of now; the findings themselves may still hold the
    place where they stood before an edit.
    """

    text: str
    findings: Sequence[Finding]
    starts: Sequence[int]
    indices: Sequence[int]
    quotes: Sequence[Quote]
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """How often a category occurs, in all and by voice, and how often in 1,000 words."""

    category: Category
    count: int
    per_thousand: float
    by_voice: dict[Voice, int]


@dataclass(frozen=True, slots=True)
class VoiceCount:
    """The words of a voice, its share of the article, its findings, and these in 1,000 of them."""

    voice: Voice
    words: int
    share: float
    count: int
    per_thousand: float


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of the article: its words and findings, and the findings in 1,000 words."""

    words: int
    count: int

    @property
    def per_thousand(self) -> float:
        """Return the findings in 1,000 words."""
        return rate(self.count, self.words)


class Statistics:
    """The figures of one article at one moment."""

    def __init__(self, material: Material) -> None:
        self.material = material

    @cached_property
    def findings(self) -> list[Finding]:
        """The findings that count; their places may be old."""
        return [self.material.findings[index] for index in self.material.indices]

    @cached_property
    def words(self) -> int:
        """The number of words, as a word processor counts them."""
        return count_words(self.material.text)

    @cached_property
    def paragraphs(self) -> Paragraphs:
        """The paragraphs of the text."""
        return Paragraphs(self.material.text)

    @cached_property
    def turns(self) -> list[Turn]:
        """Whose words are where."""
        return turns(self.material.quotes)

    @cached_property
    def speakers(self) -> list[Speaker]:
        """The writer, the named speakers by their words, and the unnamed as one."""
        numbered = zip(self.material.indices, self.findings, strict=True)
        return find_speakers(
            self.material.text, self.words, self.material.quotes, self.turns, numbered
        )

    @cached_property
    def categories(self) -> list[CategoryCount]:
        """The categories that occur, the most frequent first."""
        pairs = Counter((finding.category, finding.voice) for finding in self.findings)
        counts = [self._category_count(category, pairs) for category in Category]
        occurring = [count for count in counts if count.count]
        return sorted(occurring, key=lambda count: -count.count)

    def _category_count(
        self, category: Category, pairs: Counter[tuple[Category, Voice]]
    ) -> CategoryCount:
        by_voice = {voice: pairs[category, voice] for voice in Voice}
        count = sum(by_voice.values())
        return CategoryCount(category, count, rate(count, self.words), by_voice)

    @cached_property
    def voices(self) -> list[VoiceCount]:
        """The three voices, with the share of the article that each has."""
        findings = Counter(finding.voice for finding in self.findings)
        return [self._voice_count(voice, findings[voice]) for voice in Voice]

    def _voice_count(self, voice: Voice, findings: int) -> VoiceCount:
        words = self._words_by_voice[voice]
        share = words / self.words if self.words else 0.0
        return VoiceCount(voice, words, share, findings, rate(findings, words))

    @cached_property
    def _words_by_voice(self) -> dict[Voice, int]:
        words = dict.fromkeys(Voice, 0)
        for turn in self.turns:
            direct = self.material.quotes[turn.quote].kind is QuoteKind.DIRECT
            voice = Voice.QUOTED if direct else Voice.REPORTED
            words[voice] += count_words(self.material.text[turn.start : turn.end])
        words[Voice.WRITER] = self.words - words[Voice.QUOTED] - words[Voice.REPORTED]
        return words

    @cached_property
    def density(self) -> list[int]:
        """The findings in each of equal parts of the text, from its beginning to its end."""
        counts = [0] * BINS
        length = max(1, len(self.material.text))
        starts = self.material.starts
        for index in self.material.indices:
            counts[min(BINS - 1, starts[index] * BINS // length)] += 1
        return counts

    @cached_property
    def frequent_words(self) -> list[tuple[str, int]]:
        """The loaded words that occur most often, in whatever voice."""
        words = Counter(
            finding.text.casefold() for finding in self.findings if finding.category.is_loaded
        )
        return sorted(words.items(), key=lambda word: (-word[1], word[0]))[:FREQUENT]

    @cached_property
    def headline(self) -> tuple[Portion, Portion] | None:
        """The headline against the body, None where the text has no headline."""
        span = self.paragraphs.headline()
        if span is None:
            return None
        above = self._portion(span)
        body = Portion(self.words - above.words, len(self.findings) - above.count)
        return above, body

    def _portion(self, span: Span) -> Portion:
        starts = self.material.starts
        count = sum(span.start <= starts[index] < span.end for index in self.material.indices)
        return Portion(count_words(span.of(self.material.text)), count)

    @cached_property
    def claims(self) -> dict[ClaimStatus, int]:
        """How many claims are corrected, disputed and standing."""
        counts = Counter(claim.status for claim in self.material.claims)
        return {status: counts[status] for status in ClaimStatus}


def count_words(text: str) -> int:
    """Return the number of pieces that white space sets apart."""
    return len(text.split())


def rate(count: int, words: int) -> float:
    """Return how many there are in 1,000 words."""
    return 1000 * count / words if words else 0.0
