"""Where a place of the article is in Qt's document, and back; no Qt.

The article counts code points, Qt's document UTF-16 units. The document is cut further than the
article: a paragraph beyond 2,000 units is shown as several blocks, as Qt needs 170 ms for a key in
a paragraph of 900 kB and 5 ms in one of 2,000 (measured 2026-11). Characters that Qt gives a
meaning of its own, or drops, are shown as a stand-in of one unit, so that places stay countable.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reader.model.span import Span

LONGEST_BLOCK = 2_000
# Qt's own mark between blocks in selected text
SEPARATOR = "\u2029"

_STAND_INS = {"\0": "\u2400", "\r": "\u200b", SEPARATOR: "¶"}
_ODD = re.compile("[\0\r\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_BEYOND_16_BITS = re.compile("[\U00010000-\U0010ffff]")
# a word that is cut must not be long: this far back a space is looked for
SPACE_WITHIN = 200


def displayed(text: str) -> str:
    """Return `text` as the document shows it: each code point gives one of its own."""
    return _ODD.sub(lambda found: _STAND_INS.get(found[0], "\ufffd"), text)


def units(text: str) -> int:
    """Return the length of displayed text in UTF-16 units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(paragraph: str, longest: int = LONGEST_BLOCK) -> list[str]:
    """Return the displayed paragraph in pieces of at most `longest` units, cut after spaces."""
    if len(paragraph) <= longest // 2 or units(paragraph) <= longest:
        return [paragraph]
    longest //= 2 if _BEYOND_16_BITS.search(paragraph) else 1
    pieces, start = [], 0
    while len(paragraph) - start > longest:
        space = paragraph.rfind(" ", start + longest - SPACE_WITHIN, start + longest)
        end = space + 1 if space >= 0 else start + longest
        pieces.append(paragraph[start:end])
        start = end
    return [*pieces, paragraph[start:]]


class Piece(NamedTuple):
    """Displayed text between two block boundaries; `is_hard`: a newline comes before it."""

    text: str
    is_hard: bool


def pieces_of(text: str) -> list[Piece]:
    """Return the pieces of displayed text, the first of which continues what stands before it."""
    found = [
        Piece(piece, part == 0)
        for paragraph in text.split("\n")
        for part, piece in enumerate(cut(paragraph))
    ]
    return [Piece(found[0].text, False), *found[1:]]


@dataclass(frozen=True, slots=True)
class Splice:
    """What an edit did: the stretch of the article that gave way, and the blocks that did."""

    replaced: Span
    text: str
    first_block: int
    blocks_before: int
    blocks_after: int


class DisplayText:
    """The displayed text of an article in blocks, and the mapping of places.

    `starts` are the blocks' first code points, `positions` their first positions in the document,
    `hard` says of each whether a newline (and not just a cut) stands before it.
    """

    def __init__(self, text: str) -> None:
        self.text = displayed(text)
        pieces = pieces_of(self.text)
        self.starts = [0]
        self.positions = [0]
        self.hard = [True, *(piece.is_hard for piece in pieces[1:])]
        self._append(pieces)

    def _append(self, pieces: list[Piece]) -> None:
        narrow = self.text.isascii() or not _BEYOND_16_BITS.search(self.text)
        start = position = 0
        for piece, following in pairwise(pieces):
            start += len(piece.text) + following.is_hard
            position += (len(piece.text) if narrow else units(piece.text)) + 1
            self.starts.append(start)
            self.positions.append(position)
        self._end = position + units(pieces[-1].text)

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def length(self) -> int:
        """The length of the document in units, its last separator not counted."""
        return self._end

    def document(self) -> str:
        """Return what to put into the document."""
        if all(self.hard):
            return self.text
        return "\n".join(self.block_text(index) for index in range(len(self)))

    def block_at(self, offset: int) -> int:
        """Return the number of the block that holds the code point at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def block_at_position(self, position: int) -> int:
        """Return the number of the block that holds the document's `position`."""
        return max(0, bisect_right(self.positions, position) - 1)

    def block_span(self, block: int) -> Span:
        """Return the code points of a block, without the newline after it."""
        if block + 1 == len(self):
            return Span(self.starts[block], len(self.text))
        return Span(self.starts[block], self.starts[block + 1] - self.hard[block + 1])

    def block_text(self, block: int) -> str:
        """Return what a block shows."""
        return self.block_span(block).of(self.text)

    def to_document(self, offset: int) -> int:
        """Return the document's position of the code point at `offset`."""
        block = self.block_at(offset)
        inside = self.text[self.starts[block] : offset] if self._is_wide(block) else None
        return self.positions[block] + (
            offset - self.starts[block] if inside is None else units(inside)
        )

    def to_article(self, position: int) -> int:
        """Return the code point that stands at the document's `position`.

        Inside a character of two units it is that character's.
        """
        block = self.block_at_position(position)
        inside = position - self.positions[block]
        span = self.block_span(block)
        if not self._is_wide(block):
            return min(span.start + inside, span.end)
        encoded = span.of(self.text).encode("utf-16-le")[: 2 * inside]
        return span.start + len(encoded.decode("utf-16-le", "ignore"))

    def document_text(self, start: int, end: int) -> str:
        """Return what stands between two positions of the document, with Qt's separators."""
        first, last = self.block_at_position(start), self.block_at_position(end)
        blocks = SEPARATOR.join(self.block_text(block) for block in range(first, last + 1))
        encoded = blocks.encode("utf-16-le")
        begin = 2 * (start - self.positions[first])
        return encoded[begin : begin + 2 * (end - start)].decode("utf-16-le", "replace")

    def is_soft_cut(self, position: int) -> bool:
        """Say whether a block begins at `position` that continues its paragraph."""
        block = self.block_at_position(position)
        return self.positions[block] == position and not self.hard[block]

    def overlong(self, first: int, last: int) -> list[int]:
        """Return those of the blocks that have grown too long."""
        return [
            block
            for block in range(first, min(last, len(self) - 1) + 1)
            if len(self.block_span(block)) > LONGEST_BLOCK
        ]

    def splice(self, position: int, removed: int, pieces: list[Piece], text: str) -> Splice:
        """Follow an edit of the document, made or about to be made.

        The `pieces` stand in place of `removed` units at `position`; `text` is their article text,
        in which characters need not be displayable.
        """
        first = self.block_at_position(position)
        last = self.block_at_position(position + removed)
        replaced = Span(self.to_article(position), self.to_article(position + removed))
        head = self.text[self.starts[first] : replaced.start]
        tail = self.text[replaced.end : self.block_span(last).end]
        # joined, as each sum of two would copy a megabyte once more
        self.text = "".join(
            (self.text[: replaced.start], displayed(text), self.text[replaced.end :])
        )
        self._replace_blocks(first, last, [*_joined(head, pieces, tail)])
        return Splice(replaced, text, first, last - first + 1, len(pieces))

    def _replace_blocks(self, first: int, last: int, pieces: list[Piece]) -> None:
        start, position = self.starts[first], self.positions[first]
        starts, positions = [start], [position]
        for piece, following in pairwise(pieces):
            start += len(piece.text) + following.is_hard
            position += units(piece.text) + 1
            starts.append(start)
            positions.append(position)
        hard = [self.hard[first], *(piece.is_hard for piece in pieces[1:])]
        end = Span(start + len(pieces[-1].text), position + units(pieces[-1].text))
        self._shift_after(first, last, end)
        self.starts[first : last + 1] = starts
        self.positions[first : last + 1] = positions
        self.hard[first : last + 1] = hard

    def _shift_after(self, first: int, last: int, new_end: Span) -> None:
        """Move what follows block `last`, which now ends at `new_end` (code points, units)."""
        if last + 1 == len(self):
            self._end = new_end.end
            return
        by = new_end.start + self.hard[last + 1] - self.starts[last + 1]
        by_units = new_end.end + 1 - self.positions[last + 1]
        self._end += by_units
        self.starts[last + 1 :] = [start + by for start in self.starts[last + 1 :]]
        self.positions[last + 1 :] = [one + by_units for one in self.positions[last + 1 :]]

    def _is_wide(self, block: int) -> bool:
        last = block + 1 == len(self)
        end = self._end if last else self.positions[block + 1] - 1
        return end - self.positions[block] != len(self.block_span(block))


def _joined(head: str, pieces: list[Piece], tail: str) -> list[Piece]:
    texts = [piece.text for piece in pieces]
    texts[0] = head + texts[0]
    texts[-1] += tail
    return [Piece(text, piece.is_hard) for text, piece in zip(texts, pieces, strict=True)]
