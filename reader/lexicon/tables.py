"""Reads data files, and reports a bad one by file, entry and what was expected."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.errors import ResourceError

Table = dict[str, Any]


def read_toml(path: Path) -> Table:
    """Return the content of a TOML file.

    Raises:
        ResourceError: the file cannot be read or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(f"{path.name} cannot be read: {error}.") from error


def read_tsv(path: Path, columns: Sequence[str], required: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the line number and the fields of every row of a TSV file, padded to all `columns`.

    Lines that begin with "#" are the head; the first other line names the columns.

    Raises:
        ResourceError: the columns are not these, or a row has fewer than `required` or more than
            all of them.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path.name} cannot be read: {error}.") from error
    rows = (
        (number, line.rstrip("\r").split("\t"))
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    )
    number, names = next(rows, (1, []))
    if names != list(columns):
        raise fault(path, f"line {number}", f"the columns {', '.join(columns)}")
    for number, fields in rows:
        if not required <= len(fields) <= len(columns) or not all(fields[:required]):
            raise fault(path, f"line {number}", f"{required} to {len(columns)} filled columns")
        yield number, fields + [""] * (len(columns) - len(fields))


def fault(path: Path, entry: str, expected: str) -> ResourceError:
    """Return the error that names the file, the entry and what was expected there."""
    return ResourceError(f"{path.name}, {entry}: expected {expected}.")


def text_of(table: Table, key: str, path: Path, entry: str) -> str:
    """Return the text at `key`.

    Raises:
        ResourceError: it is missing, empty or not text.
    """
    value = table.get(key)
    if not isinstance(value, str) or not value:
        raise fault(path, entry, f"a text called “{key}”")
    return value


def texts_of(table: Table, key: str, path: Path, entry: str) -> tuple[str, ...]:
    """Return the list of texts at `key`, an empty one where there is none.

    Raises:
        ResourceError: it is not a list of texts.
    """
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise fault(path, entry, f"a list of texts called “{key}”")
    return tuple(value)


def number_of(table: Table, key: str, path: Path, entry: str) -> float:
    """Return the number at `key`.

    Raises:
        ResourceError: it is missing or not a number from 0 to 1.
    """
    value = table.get(key)
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise fault(path, entry, f"a number from 0 to 1 called “{key}”")
    return float(value)
