"""Finds the passages in which the article itself puts a reported claim right."""

from collections.abc import Sequence

from reader.analysis.reading import Reading
from reader.model.results import Claim, Correction, Quote
from reader.text.document import Document


def find_corrections(
    document: Document,
    reading: Reading | None,
    quotes: Sequence[Quote],
    claims: Sequence[Claim],
) -> tuple[list[Correction], list[Claim]]:
    """Return the corrective passages, and `claims` with the status that follows from them."""
    return [], list(claims)
