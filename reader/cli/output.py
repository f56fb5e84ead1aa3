"""What all commands share: exit codes, the count of what was found, output and complaints."""

import json
import sys
from dataclasses import dataclass
from typing import Any

from reader.model.results import Analysis

FINE = 0
TOO_MANY_FINDINGS = 1
WRONG_INPUT = 2
INTERRUPTED = 130


@dataclass
class Tally:
    """Counts findings and bad input over all articles of a run."""

    articles: int = 0
    findings: int = 0
    bad: int = 0

    def add(self, analysis: Analysis) -> None:
        """Count the results for one article."""
        self.articles += 1
        self.findings += len(analysis.findings)

    def exit_code(self, fail_over: int | None) -> int:
        """Return the exit code of the run; bad input outweighs too many findings."""
        if self.bad:
            return WRONG_INPUT
        if fail_over is not None and self.findings > fail_over:
            return TOO_MANY_FINDINGS
        return FINE


def complain(sentence: str) -> None:
    """Write one line for the user on standard error."""
    line = " ".join(sentence.splitlines())
    sys.stderr.write(f"bias-reader: {line}\n")


def write_json(value: dict[str, Any], indent: int | None = None) -> None:
    """Write `value` as UTF-8 on standard output, whatever the system's encoding.

    A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape.
    """
    separators = (",", ":") if indent is None else None
    line = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    write_text(line + "\n")


def write_text(text: str) -> None:
    """Write `text` as UTF-8 on standard output, a lone surrogate as its escape."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


class Progress:
    """A line on standard error that says how far the work is, if somebody is watching."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()

    def show(self, line: str) -> None:
        """Replace what was shown before by `line`."""
        if self._watched:
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        self.show("")
