"""Analyses JSON lines, one article each, holding one line in memory at a time."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from reader.analysis.pipeline import Analyser
from reader.cli.output import Progress, Tally, complain, write_json
from reader.errors import ReaderError
from reader.model.codec import analysis_to_json
from reader.sources.opening import unreadable


class _BadLineError(ReaderError):
    """A line is no article; `id` is what is known of which one it was meant to be."""

    def __init__(self, sentence: str, identity: str | None = None) -> None:
        super().__init__(sentence)
        self.identity = identity


def analyse_lines(path: str, analyser: Analyser, threshold: float, tally: Tally) -> None:
    """Write a line of results for every line of the file at `path` (`-`: standard input).

    A line that is no article gets a line that says so, and the rest goes on.

    Raises:
        SourceError: the file cannot be opened.
    """
    progress = Progress()
    before = tally.bad
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                write_json(_answer(line, number, analyser, threshold, tally))
                sys.stdout.flush()
                progress.show(f"{path}: {number} articles")
    progress.clear()
    if bad := tally.bad - before:
        complain(f"{bad} of the lines of {path} could not be analysed.")


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below, where no other error is caught
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    with file:
        yield file


def _answer(
    line: bytes, number: int, analyser: Analyser, threshold: float, tally: Tally
) -> dict[str, Any]:
    try:
        identity, text = _article(line, first=number == 1)
    except _BadLineError as error:
        tally.bad += 1
        return {"id": error.identity, "error": f"Line {number} {error}."}
    try:
        analysis = analyser.analyse(text, threshold)
    except ReaderError as error:
        tally.bad += 1
        return {"id": identity, "error": str(error)}
    tally.add(analysis)
    return {"id": identity, **analysis_to_json(analysis)}


def _article(line: bytes, *, first: bool) -> tuple[str, str]:
    value = _parsed(line.removeprefix(b"\xef\xbb\xbf") if first else line)
    if not isinstance(value, dict):
        raise _BadLineError("is not a JSON object")
    identity, text = value.get("id"), value.get("text")
    if not isinstance(identity, str):
        raise _BadLineError("has no id that is a string")
    if not isinstance(text, str):
        raise _BadLineError("has no text", identity)
    return identity, text


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise _BadLineError("is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise _BadLineError("is not JSON") from error
