"""Who speaks in an article, how much, and with how many loaded words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.results import Finding, Quote, Voice
from reader.ui.panel.speech import Turn

# "he said:" and "he said" are the same verb
_PUNCTUATION = " ,;:.–—-"


class SpeakerKind(StrEnum):
    """The writer, somebody with a name, or all sources without one."""

    WRITER = "writer"
    NAMED = "named"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One row of the Voices view.

    `name` is empty for the writer and for the unnamed. `passages` are indices of quotes; for the
    writer, who has none, `findings` leads through the article instead.
    """

    kind: SpeakerKind
    name: str
    words: int
    share: float
    loaded: int
    verbs: tuple[tuple[str, int], ...] = ()
    passages: tuple[int, ...] = ()
    findings: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells this speaker from the others of the article."""
        return self.kind, self.name

    @property
    def loaded_per_hundred(self) -> float:
        """Return the loaded words in a hundred words of this speaker."""
        return 100 * self.loaded / self.words if self.words else 0.0


_Key = tuple[SpeakerKind, str]


@dataclass(slots=True)
class _Tally:
    words: int = 0
    verbs: Counter[str] = field(default_factory=Counter)
    passages: list[int] = field(default_factory=list)
    findings: list[int] = field(default_factory=list)


def find_speakers(
    text: str,
    words: int,
    quotes: Sequence[Quote],
    turns: Iterable[Turn],
    findings: Iterable[tuple[int, Finding]],
) -> list[Speaker]:
    """Return the writer, then the named by their words, then the unnamed as one.

    `words` is the number of words of the whole text; `findings` come with their indices.
    """
    tallies: defaultdict[_Key, _Tally] = defaultdict(_Tally)
    writer = tallies[SpeakerKind.WRITER, ""]
    _count_quotes(tallies, quotes)
    for turn in turns:
        key = _key_of(quotes[turn.quote].speaker)
        tallies[key].words += len(text[turn.start : turn.end].split())
    writer.words = words - sum(tally.words for tally in tallies.values())
    _count_findings(tallies, findings)
    return sorted((_speaker(key, tally, words) for key, tally in tallies.items()), key=_order)


def _key_of(speaker: str | None) -> _Key:
    return (SpeakerKind.NAMED, speaker) if speaker else (SpeakerKind.UNNAMED, "")


def _count_quotes(tallies: defaultdict[_Key, _Tally], quotes: Sequence[Quote]) -> None:
    for index, quote in enumerate(quotes):
        tally = tallies[_key_of(quote.speaker)]
        tally.passages.append(index)
        verb = " ".join((quote.cue or "").casefold().split()).strip(_PUNCTUATION)
        if verb:
            tally.verbs[verb] += 1


def _count_findings(
    tallies: defaultdict[_Key, _Tally], findings: Iterable[tuple[int, Finding]]
) -> None:
    for index, finding in findings:
        if finding.category.is_loaded:
            own = finding.voice is Voice.WRITER
            key = (SpeakerKind.WRITER, "") if own else _key_of(finding.speaker)
            tallies[key].findings.append(index)


def _speaker(key: _Key, tally: _Tally, words: int) -> Speaker:
    kind, name = key
    return Speaker(
        kind=kind,
        name=name,
        words=tally.words,
        share=tally.words / words if words else 0.0,
        loaded=len(tally.findings),
        verbs=tuple(sorted(tally.verbs.items(), key=lambda verb: (-verb[1], verb[0]))),
        passages=tuple(tally.passages),
        findings=tuple(tally.findings),
    )


def _order(speaker: Speaker) -> tuple[int, int, str]:
    return list(SpeakerKind).index(speaker.kind), -speaker.words, speaker.name
