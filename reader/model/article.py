"""An article as it was opened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """The plain text of an article and what its source says about it.

    `text` holds paragraphs that end at a newline and is what all offsets refer to; the title, where
    the source gives one apart, is its first paragraph and `title` repeats it. `notes` are plain
    sentences on how the text was read ("The encoding was taken to be Windows-1252").
    """

    text: str
    title: str = ""
    byline: str = ""
    date: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
