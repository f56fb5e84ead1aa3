"""Reads who says what in the articles of PolNeAR: O, B or I of every word, role by role."""

from collections.abc import Iterator, Mapping
from typing import Any

from reader.analysis.attribution.decoding import ROLES
from reader.model.span import Span
from reader.text.document import Document

OUTSIDE, BEGIN, INSIDE = 0, 1, 2


def role_labels(document: Document, record: Mapping[str, Any]) -> dict[str, list[int]]:
    """Return the labels of the words of `document`, cut from the text of `record`, by role.

    Of spans within one another the outermost counts.
    """
    return {role: _labels(document, record, role) for role in ROLES}


def _labels(document: Document, record: Mapping[str, Any], role: str) -> list[int]:
    labels = [OUTSIDE] * len(document.words)
    end = -1
    for span in sorted(_spans(record, role), key=lambda span: (span.start, -span.end)):
        if span.start < end:
            continue
        end = span.end
        for place, word in enumerate(document.words_in(span)):
            labels[word] = INSIDE if place else BEGIN
    return labels


def _spans(record: Mapping[str, Any], role: str) -> Iterator[Span]:
    for attribution in record["gold"]["attributions"]:
        for part in attribution[role] or []:
            yield Span(part["start"], part["end"])
