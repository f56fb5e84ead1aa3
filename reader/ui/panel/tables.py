"""Tables as text that a spreadsheet takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A heading for each column and rows of as many cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def tsv(self) -> str:
        """Return one line for the header and for each row, cells apart by tabs."""
        return "".join("\t".join(map(_cell, row)) + "\n" for row in (self.header, *self.rows))


def _cell(text: str) -> str:
    # a tab or a newline in a cell would begin another one
    return " ".join(text.split())
