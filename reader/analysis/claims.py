"""Finds the claims that somebody is reported to have made."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.analysis.corrective.clauses import clause_after, subject_before
from reader.analysis.corrective.cues import Cues, Hit, load_cues
from reader.analysis.corrective.evidence import lowered_word
from reader.analysis.corrective.names import Names
from reader.analysis.reading import Reading
from reader.model.results import Claim, ClaimStatus, Quote
from reader.model.span import Span
from reader.text.document import Document, Sentence, Word

# shorter quotations are a speaker's choice of words, not a statement
_FEWEST_WORDS = 4
_OPENING = "that "
_ACCUSING = frozenset(("claim verb", "claim noun"))


def find_claims(
    document: Document, reading: Reading | None, quotes: Sequence[Quote]
) -> list[Claim]:
    """Return the claims of `document`, all of them standing, in the order of the text.

    A claim is a statement in direct or indirect speech, or what follows a verb or a noun of
    accusation, promise or denial; questions, wishes and greetings are none.
    """
    cues = load_cues()
    quoted = list(_quoted_claims(document, quotes, cues))
    taken = _Taken([claim.span for claim in quoted])
    speech = _Taken([quote.span for quote in quotes])
    names = Names(document, quotes)
    reported = [
        claim
        for sentence in document.sentences
        for claim in _reported_claims(document, sentence, cues, names, speech)
        if not taken.overlap(claim.span)
    ]
    return sorted(quoted + reported, key=lambda claim: claim.span)


def _quoted_claims(document: Document, quotes: Sequence[Quote], cues: Cues) -> Iterator[Claim]:
    end = 0
    for quote in sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end)):
        if quote.span.start < end:
            continue
        for span in _statements(document, quote.span):
            if _states(document, span, cues):
                end = quote.span.end
                yield Claim(span, quote.speaker, ClaimStatus.STANDING)


def _statements(document: Document, span: Span) -> Iterator[Span]:
    """Yield the part of `span` in each sentence that it touches."""
    first = document.sentence_at(span.start)
    for sentence in document.sentences[first : document.sentence_at(span.end - 1) + 1]:
        start, end = max(span.start, sentence.span.start), min(span.end, sentence.span.end)
        if start < end:
            yield _trimmed(document.text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    if text.startswith(_OPENING, start, end):
        start += len(_OPENING)
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(" “\"'‘"))
    right = len(piece) - len(piece.rstrip(" ”\"'’,"))
    return Span(start + left, end - right) if left + right < len(piece) else Span(start, end)


def _states(document: Document, span: Span, cues: Cues) -> bool:
    """Say whether the words could be true or false."""
    inside = document.words_in(span)
    words = [lowered_word(word.text) for word in document.words[inside.start : inside.stop]]
    if sum(word[0].isalnum() for word in words) < _FEWEST_WORDS or words[-1] == "?":
        return False
    return not any(hit.group == "wish" for hit in cues.hits(words))


def _reported_claims(
    document: Document, sentence: Sentence, cues: Cues, names: Names, speech: "_Taken"
) -> Iterator[Claim]:
    words = document.words[sentence.words.start : sentence.words.stop]
    lowered = [lowered_word(word.text) for word in words]
    end = 0
    for hit in cues.hits(lowered):
        if hit.group not in _ACCUSING or hit.first < end or speech.overlap(words[hit.first].span):
            continue
        clause = clause_after(words, hit.last, needs_that=hit.group == "claim noun")
        if len(clause) < _FEWEST_WORDS or lowered[-1] == "?":
            continue
        end = clause.stop
        span = Span(words[clause.start].start, words[clause.stop - 1].end)
        yield Claim(span, _claimant(names, sentence, words, hit), ClaimStatus.STANDING)


def _claimant(names: Names, sentence: Sentence, words: Sequence[Word], hit: Hit) -> str | None:
    return names.full(subject_before(words, hit.first), sentence.span.start)


class _Taken:
    """Tells whether a stretch is already part of a claim or a quotation."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def overlap(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.end)
        return any(map(span.overlaps, self._spans[max(0, before - 4) : before]))
