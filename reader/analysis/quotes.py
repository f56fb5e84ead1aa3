"""Finds what somebody is said to have said, and who."""

from reader.analysis.reading import Reading
from reader.model.results import Quote
from reader.text.document import Document


def find_quotes(document: Document, reading: Reading | None) -> list[Quote]:
    """Return the direct and indirect quotes of `document` in the order of the text."""
    return []
