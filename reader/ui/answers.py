"""The worker's messages as results that the window understands."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reader.model.codec import (
    claim_from_json,
    correction_from_json,
    engine_from_json,
    finding_from_json,
    quote_from_json,
    sentence_from_json,
)
from reader.model.results import Claim, Correction, Engine, Finding, Quote, SentenceScore


@dataclass(frozen=True, slots=True)
class OutlineAnswer:
    """How much there is to do."""

    paragraphs: int
    sentences: int
    words: int


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """Some results; all before code point `done` of the job's text is finished or on its way."""

    findings: tuple[Finding, ...]
    quotes: tuple[Quote, ...]
    sentences: tuple[SentenceScore, ...]
    done: int


@dataclass(frozen=True, slots=True)
class ClosingAnswer:
    """Some of what needs the whole article."""

    corrections: tuple[Correction, ...]
    claims: tuple[Claim, ...]
    engine: Engine


@dataclass(frozen=True, slots=True)
class DoneAnswer:
    """The end of a job, and how long the worker took for it."""

    seconds: float


@dataclass(frozen=True, slots=True)
class FailedAnswer:
    """The end of a job that could not be finished, in one sentence."""

    error: str


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A message without news, such as that a job was cancelled as asked."""


Answer = OutlineAnswer | PartAnswer | ClosingAnswer | DoneAnswer | FailedAnswer | NoAnswer


def decode(line: bytes) -> tuple[int | None, Answer]:
    """Return the number of the job that `line` is about, None for the worker's own, and its answer.

    Raises:
        ValueError, KeyError, TypeError: it is not a message of the worker.
    """
    message = json.loads(line)
    return message.get("job"), _answer(message)


def _answer(message: Mapping[str, Any]) -> Answer:
    match message["event"]:
        case "outline":
            return OutlineAnswer(message["paragraphs"], message["sentences"], message["words"])
        case "part":
            return PartAnswer(
                tuple(map(finding_from_json, message["findings"])),
                tuple(map(quote_from_json, message["quotes"])),
                tuple(map(sentence_from_json, message["sentences"])),
                message["done"],
            )
        case "closing":
            return ClosingAnswer(
                tuple(map(correction_from_json, message["corrections"])),
                tuple(map(claim_from_json, message["claims"])),
                engine_from_json(message["engine"]),
            )
        case "done":
            return DoneAnswer(message["seconds"])
        case "failed":
            return FailedAnswer(message["error"])
        case _:
            return NoAnswer()
