"""Finds what somebody is said to have said, and who."""

from reader.analysis.attribution.finder import QuoteFinder
from reader.analysis.reading import Reading
from reader.model.results import Quote
from reader.text.document import Document

__all__ = ["QuoteFinder", "find_quotes"]


def find_quotes(document: Document, reading: Reading | None) -> list[Quote]:
    """Return the direct and indirect quotes of `document` in the order of the text.

    Without a `reading` rules alone decide; with one they fill what it leaves open.
    """
    return QuoteFinder(document).quotes_in(range(len(document.paragraphs)), reading)
