"""Finds the words to mark: loaded language and the smaller categories."""

from reader.analysis.reading import Reading
from reader.analysis.voices import Voices
from reader.model.results import Finding
from reader.text.document import Document


def find_words(
    document: Document, reading: Reading | None, voices: Voices, sentences: range
) -> list[Finding]:
    """Return the findings of `sentences`, whatever their score, in the order of the text."""
    return []
