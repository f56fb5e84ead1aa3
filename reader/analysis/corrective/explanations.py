"""Says in plain words why a sentence is marked as corrective."""

from collections.abc import Iterator, Sequence

from reader.analysis.corrective.evidence import Evidence, Scope, lowered_word, stem
from reader.model.results import Claim, CorrectionType
from reader.model.span import Span
from reader.text.document import Document

_LONGEST_QUOTED = 80
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_REASONS = {
    "verdict": "“{}” is the writer's own verdict",
    "unsupported": "“{}” says that nothing supports it",
    "opposite": "“{}” sets a fact against it",
    "omission": "“{}” points at what was left out",
    "contrast": "“{}” opens the sentence against what stands before",
    "concessive": "“{}” sets two accounts against each other",
    "turn": "“{}” turns against what stands before",
    "authority": "“{}” names a source that is cited without distance",
}


def explain(
    document: Document,
    evidence: Sequence[Evidence],
    number: int,
    kind: CorrectionType,
    claim: Claim | None,
) -> str:
    """Return the reason why sentence `number` is marked, as one sentence."""
    if kind is CorrectionType.NOTICE:
        return _notice(document, evidence[number])
    reasons = [*_cue_reasons(document, evidence[number])]
    if claim is None:
        return _joined("Puts a reported claim right", reasons)
    place = document.sentence_at(claim.span.start)
    if place != number:
        reasons += _pair_reasons(document, evidence[number], evidence[place])
    verb = "Judges" if kind is CorrectionType.LABEL else "Answers"
    opening = f"{verb} {_whose(claim)} “{_shortened(claim.span.of(document.text))}”"
    return _joined(f"{opening}, {_distance(number - place)}", reasons)


def _notice(document: Document, one: Evidence) -> str:
    words = [cued.span.of(document.text) for cued in one.cued if cued.group == "notice"]
    return _joined(
        "A note of the publication about its own text", [f"“{word}”" for word in words[:1]]
    )


def _joined(opening: str, reasons: Sequence[str]) -> str:
    return f"{opening}: {'; '.join(reasons)}." if reasons else f"{opening}."


def _whose(claim: Claim) -> str:
    return f"{claim.claimant}’s" if claim.claimant else "the claim"


def _shortened(words: str) -> str:
    plain = " ".join(words.split()).strip("“”\"'.,;: ")
    if len(plain) <= _LONGEST_QUOTED:
        return plain
    return plain[:_LONGEST_QUOTED].rsplit(" ", 1)[0] + " …"


def _distance(sentences: int) -> str:
    if sentences == 0:
        return "in the same sentence"
    count = abs(sentences)
    amount = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    noun = "sentence" if count == 1 else "sentences"
    return f"{amount} {noun} {'earlier' if sentences > 0 else 'later'}"


def _cue_reasons(document: Document, one: Evidence) -> Iterator[str]:
    told: set[str] = set()
    for cued in one.cued:
        if cued.group in _REASONS and cued.scope is Scope.WRITER and cued.group not in told:
            told.add(cued.group)
            yield _REASONS[cued.group].format(cued.span.of(document.text))


def _pair_reasons(document: Document, one: Evidence, other: Evidence) -> Iterator[str]:
    shared = list(_shared_words(document, one, other))
    if shared:
        yield f"both speak of {' and '.join(f'“{word}”' for word in shared[:3])}"
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        yield f"the figure is {min(one.numbers)}, not {min(other.numbers)}"
    if one.has("negation", Scope.WRITER) != other.has("negation") and shared:
        yield "one says “not” and the other does not"


def _shared_words(document: Document, one: Evidence, other: Evidence) -> Iterator[str]:
    """Yield the words of the sentence, as written, whose stem or name the claim's has too."""
    wanted = (one.stems & other.stems) | (one.names & other.names)
    for word in _words(document, one.span):
        lowered = lowered_word(word)
        for key in {lowered, stem(lowered)} & wanted:
            wanted = wanted - {key}
            yield word


def _words(document: Document, span: Span) -> Iterator[str]:
    for index in document.words_in(span):
        yield document.words[index].text
