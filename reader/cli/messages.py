"""What the analyser yields, as small messages for the window."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reader.analysis.pipeline import Closing, Outline, Part
from reader.model.codec import (
    claim_to_json,
    correction_to_json,
    engine_to_json,
    finding_to_json,
    quote_to_json,
    sentence_to_json,
)

Json = dict[str, Any]

# the window decodes a message of this many items in half a ms
MOST_ITEMS = 40


def messages_for(step: Outline | Part | Closing, text: str) -> Iterator[Json]:
    """Yield the messages that carry `step` of `text`, with up to `MOST_ITEMS` of each kind."""
    match step:
        case Outline():
            yield {
                "event": "outline",
                "paragraphs": step.paragraphs,
                "sentences": step.sentences,
                # as a word processor counts them; the outline counts punctuation marks as well
                "words": len(text.split()),
            }
        case Part():
            yield from _part_messages(step)
        case Closing():
            yield from _closing_messages(step)


def _part_messages(part: Part) -> Iterator[Json]:
    columns = {
        "findings": _as_json(finding_to_json, part.findings),
        "quotes": _as_json(quote_to_json, part.quotes),
        "sentences": _as_json(sentence_to_json, part.sentences),
    }
    for piece in _pieces(columns):
        yield {"event": "part", "done": part.done, **piece}


def _closing_messages(closing: Closing) -> Iterator[Json]:
    columns = {
        "corrections": _as_json(correction_to_json, closing.corrections),
        "claims": _as_json(claim_to_json, closing.claims),
    }
    engine = engine_to_json(closing.engine)
    for piece in _pieces(columns):
        yield {"event": "closing", "engine": engine, **piece}


def _as_json(encode: Callable[[Any], Json], items: Sequence[Any]) -> list[Json]:
    return [encode(item) for item in items]


def _pieces(columns: dict[str, list[Json]]) -> Iterator[dict[str, list[Json]]]:
    longest = max(map(len, columns.values()))
    # an empty step is a piece too: it says how far the work has come
    for start in range(0, max(1, longest), MOST_ITEMS):
        yield {name: items[start : start + MOST_ITEMS] for name, items in columns.items()}
