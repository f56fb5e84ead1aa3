"""`bias-reader analyse`: the analyser for scripts, tests and people without a window."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from reader.cli.articles import analyse_article
from reader.cli.collecting import collect_rarely
from reader.cli.lines import analyse_lines
from reader.cli.output import FINE, INTERRUPTED, WRONG_INPUT, Tally, complain
from reader.errors import ReaderError

_DESCRIPTION = """\
Marks the loaded language and the corrective passages of news articles and prints what it found.
Nothing leaves this computer."""

_EPILOGUE = """\
formats:
  text   for people: file:line:column  category  word  voice (speaker)  reason
  json   one object for one plain-text article
  jsonl  for many articles: reads a line each, {"id": "...", "text": "..."}, writes a line each
Offsets in json and jsonl are Unicode code points into the text, end exclusive.

exit codes:
  0      fine
  1      more findings than --fail-over allows
  2      a wrong argument or unreadable input"""


def main(arguments: Sequence[str]) -> int:
    """Run `bias-reader analyse` with `arguments` and return the exit code."""
    try:
        return _run(_parser().parse_args(arguments))
    except ReaderError as error:
        complain(str(error))
        return WRONG_INPUT
    except BrokenPipeError:
        # whoever read the output has seen enough; what Python still holds has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(options: argparse.Namespace) -> int:
    from reader.analysis.pipeline import DEFAULT_THRESHOLD, Analyser  # noqa: PLC0415 - slow

    threshold = DEFAULT_THRESHOLD if options.threshold is None else options.threshold
    collect_rarely()
    analyser = Analyser()
    tally = Tally()
    for path in options.paths:
        if options.format == "jsonl":
            analyse_lines(path, analyser, threshold, tally)
        else:
            analyse_article(path, analyser, threshold, tally, as_json=options.format == "json")
    sys.stdout.flush()
    return tally.exit_code(options.fail_over)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_INPUT, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        "bias-reader analyse",
        description=_DESCRIPTION,
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file; - stands for standard input"
    )
    parser.add_argument(
        "--format", choices=("text", "json", "jsonl"), default="text", help="(default: text)"
    )
    parser.add_argument(
        "--threshold",
        type=_probability,
        metavar="T",
        help="leave out findings that score below T, 0 to 1 (default: mostly right ones only)",
    )
    parser.add_argument(
        "--fail-over",
        type=_count,
        metavar="N",
        help="end with exit code 1 if there are more than N findings",
    )
    return parser


def _probability(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)
