"""Packs the pieces of a paragraph into windows that the encoder can take."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.analysis.encoder.pieces import Pieces


@dataclass(slots=True)
class Window:
    """Consecutive pieces of one paragraph.

    `sentences` holds for each sentence that has pieces here its number and the range of its pieces
    in the window's lists.
    """

    ids: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    sentences: list[tuple[int, range]] = field(default_factory=list)


def windows_of(paragraph: Sequence[Pieces], first: int, longest: int) -> Iterator[Window]:
    """Yield windows of at most `longest` pieces; the sentences are numbered from `first`.

    Whole sentences share a window while they fit; one that is longer than a window is cut. A window
    never holds two paragraphs, so that a paragraph means the same whatever stands around it.
    """
    window = Window()
    for number, pieces in enumerate(paragraph, first):
        start = 0
        while start < len(pieces.ids):
            stop = min(len(pieces.ids), start + longest)
            if len(window.ids) + stop - start > longest:
                yield window
                window = Window()
            at = len(window.ids)
            window.ids += pieces.ids[start:stop]
            window.shapes += pieces.shapes[start:stop]
            window.words += pieces.words[start:stop]
            window.sentences.append((number, range(at, len(window.ids))))
            start = stop
    if window.ids:
        yield window
