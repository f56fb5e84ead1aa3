"""Finds the claims that somebody is reported to have made."""

from collections.abc import Sequence

from reader.analysis.reading import Reading
from reader.model.results import Claim, Quote
from reader.text.document import Document


def find_claims(
    document: Document, reading: Reading | None, quotes: Sequence[Quote]
) -> list[Claim]:
    """Return the claims of `document`, all of them standing, in the order of the text."""
    return []
