"""The command `bias-reader`: the command line, the window's worker, or the window itself.

Each way imports only what it needs, so that the window does not load the analyser and the command
line does not load Qt.
"""

import argparse
import sys
from collections.abc import Sequence

from reader import __version__
from reader.errors import ReaderError

_DESCRIPTION = """\
Opens a window in which news articles are read with their loaded language and their corrective
passages marked. With no path it opens a sample article."""
_EPILOGUE = """\
"bias-reader analyse PATH" does the same on the command line, without a window; see
"bias-reader analyse --help"."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    match words[:1]:
        case ["analyse"]:
            from reader.cli.analyse import main as analyse  # noqa: PLC0415

            return analyse(words[1:])
        case ["worker"]:
            from reader.cli.worker import main as work  # noqa: PLC0415

            return work()
        case _:
            return _open_window(_parser().parse_args(words).paths)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bias-reader", description=_DESCRIPTION, epilog=_EPILOGUE)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="an article to open")
    parser.add_argument("--version", action="version", version=f"bias-reader {__version__}")
    return parser


def _open_window(paths: list[str]) -> int:
    from reader.ui.display import require_display  # noqa: PLC0415

    try:
        require_display()
        from reader.ui.application import run  # noqa: PLC0415
    except ReaderError as error:
        sys.stderr.write(f"bias-reader: {error}\n")
        return 2
    return run(paths)


if __name__ == "__main__":
    sys.exit(main())
