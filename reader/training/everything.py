"""Makes all that is learned from data: python -m reader.training.everything BENCH_DATA.

Runs the other commands of the training in their order: what comes after the encoder reads what the
encoder says. Each runs in a process of its own and can be run alone.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from reader.resources import resources_directory

Command = tuple[str, ...]
"""A module and its arguments."""


def main() -> None:
    """Run all commands of the training, each after those that it builds on."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bench", type=Path, help="folder of babe.dev.jsonl and its neighbours")
    options = parser.parse_args()
    for command in commands(options.bench, resources_directory() / "models"):
        print("python -m", *command, flush=True)  # noqa: T201
        subprocess.run([sys.executable, "-m", *command], check=True)  # noqa: S603 - our own modules


def commands(bench: Path, models: Path) -> list[Command]:
    """Return the commands that learn from the data in `bench`."""
    return [
        ("reader.training.word_shares", str(bench / "babe.dev.jsonl")),
        ("reader.training", str(bench)),
        ("reader.training.attribution", str(bench / "polnear.dev.jsonl")),
        ("reader.training.corrections", str(bench / "corrections.dev.jsonl"), str(models)),
        ("reader.training.article_reader", str(bench), str(models)),
    ]


if __name__ == "__main__":
    main()
