"""Holds the quality of the analyser: measures it on unseen texts and compares with floors.

    uv run python tests/quality/gate.py              measure all sets and compare
    uv run python tests/quality/gate.py babe ptc     only these
    uv run python tests/quality/gate.py --update     and raise the floors to what was measured

The sets and their scorers lie in ../shared/bench, but for what `calibration_error.py` measures.
Nothing is trained on the texts that are measured: those of fold 0, and all of the sets that are
never trained on. The floors are in `floors.toml` beside this file and never fall.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
BENCH = ROOT.parent / "shared" / "bench"
FLOORS = Path(__file__).with_name("floors.toml")
VALIDATION_FOLD = 0
NEVER_TRAINED_ON = ("basil", "ptc", "outlets")
SWEEP = 0.02

# a floor lies this far below what was measured: another processor may round a score otherwise
SLACK = 0.01

_HEAD = """\
# What the analyser reaches on ../shared/bench, less a slack of {slack}: on the validation fold, and
# on all texts of the sets that are never trained on ({whole}).
# Written by `uv run python tests/quality/gate.py --update`, which never makes a bound looser.
# A figure under [SET.floor] must not fall below its bound, one under [SET.ceiling] not exceed it.
"""


@dataclass(frozen=True)
class Run:
    """A run of the analyser over a set and its scorer; figures are paths in the scorer's answer."""

    data: str
    threshold: float | None
    scorer: tuple[str, ...]
    figures: Mapping[str, str]
    ceilings: Mapping[str, str]


RUNS = (
    Run(
        "babe",
        SWEEP,
        ("score.py", "loaded"),
        {"word_best_f1": "best_f1", "word_average_precision": "average_precision"},
        {},
    ),
    Run(
        "babe",
        None,
        ("score.py", "loaded"),
        {"word_precision": "precision", "word_recall": "recall"},
        {},
    ),
    Run(
        "babe",
        SWEEP,
        ("score.py", "sentence"),
        {"sentence_macro_f1": "macro_f1", "sentence_roc_auc": "roc_auc"},
        {},
    ),
    Run(
        "babe",
        SWEEP,
        ("calibration_error.py", "loaded"),
        {},
        {"calibration_error": "expected_calibration_error"},
    ),
    Run("basil", SWEEP, ("score.py", "loaded"), {"average_precision": "average_precision"}, {}),
    Run("ptc", SWEEP, ("score.py", "loaded"), {"average_precision": "average_precision"}, {}),
    Run(
        "outlets",
        None,
        ("score_density.py",),
        {"ratio": "ratio_writer", "auc": "auc_writer"},
        {"wire_per_1000_words": "per_1000_words_writer.wire"},
    ),
    Run(
        "polnear",
        None,
        ("score.py", "quotes"),
        {
            "direct_words_f1": "direct_token.f1",
            "direct_exact_f1": "direct_exact.f1",
            "direct_speaker": "direct_speaker_accuracy",
            "name_behind_pronoun": "pronoun_source_sample.accuracy_on_matched",
            "indirect_words_f1": "indirect_token.f1",
            "indirect_speaker": "indirect_speaker_accuracy",
        },
        {},
    ),
    Run(
        "corrections",
        None,
        ("score_corrections.py",),
        {
            "f1": "overall.f1",
            "claim_link": "claim_link_accuracy",
        },
        {
            "false_alarms_per_1000_words": "false_alarms_per_1000_words_all",
            "disputes_marked": "dispute_marked_share",
        },
    ),
    Run(
        "corrections",
        None,
        ("score_corrections.py", "--threshold", "0.5"),
        {"firm_precision": "overall.precision", "firm_f1": "overall.f1"},
        {"firm_false_alarms_per_1000_words": "false_alarms_per_1000_words_all"},
    ),
)
SETS = tuple(dict.fromkeys(run.data for run in RUNS))

Bounds = dict[str, dict[str, dict[str, float]]]


@dataclass(frozen=True)
class Measured:
    """A figure as measured; `kind` is `floor` or `ceiling`."""

    data: str
    kind: str
    name: str
    value: float

    def holds(self, bound: float) -> bool:
        """Say whether the figure is on the right side of `bound`."""
        return self.value >= bound if self.kind == "floor" else self.value <= bound

    def bound(self, before: float | None) -> float:
        """Return the bound that the figure justifies, never a looser one than `before`."""
        if self.kind == "floor":
            justified = round(self.value - SLACK * max(1.0, self.value), 4)
            return max(justified, before if before is not None else 0.0)
        allowed = round(self.value * (1 + 10 * SLACK), 4)
        return allowed if before is None else min(allowed, before)


def main() -> int:
    """Measure, compare and return 1 if a figure is on the wrong side of its bound."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    options = parser.parse_args()
    if unknown := set(options.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    measured = measure(options.sets or SETS)
    bounds: Bounds = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    broken = [_line(figure, bounds) for figure in measured if not _fits(figure, bounds)]
    sys.stdout.writelines(_line(figure, bounds) for figure in measured)
    if options.update:
        FLOORS.write_text(written(raised(bounds, measured)), encoding="utf-8")
    elif broken:
        sys.stdout.write(f"\nOn the wrong side of the bound:\n{''.join(broken)}")
    return 1 if broken else 0


def measure(sets: Iterable[str]) -> list[Measured]:
    """Return the figures of `sets`, two runs of the analyser at a time."""
    runs = [run for run in RUNS if run.data in set(sets)]
    analyses = list(dict.fromkeys((run.data, run.threshold) for run in runs))
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(2) as pool:
        folder = Path(name)
        for data in dict.fromkeys(run.data for run in runs):
            _write_unseen(data, folder)
        list(pool.map(lambda pair: _analyse(pair[0], pair[1], folder), analyses))
        answers = list(pool.map(lambda run: _score(run, folder), runs))
    return [
        figure for run, answer in zip(runs, answers, strict=True) for figure in _read(run, answer)
    ]


def raised(bounds: Bounds, measured: Iterable[Measured]) -> Bounds:
    """Return `bounds` made as tight as `measured` allows, none looser than before."""
    result = {
        data: {kind: dict(row) for kind, row in rows.items()} for data, rows in bounds.items()
    }
    for figure in measured:
        row = result.setdefault(figure.data, {}).setdefault(figure.kind, {})
        row[figure.name] = figure.bound(row.get(figure.name))
    return result


def written(bounds: Bounds) -> str:
    """Return `bounds` as the text of the floors file."""
    tables = [
        f"\n[{data}.{kind}]\n" + "".join(f"{name} = {bound}\n" for name, bound in row.items())
        for data, rows in bounds.items()
        for kind, row in rows.items()
    ]
    return _HEAD.format(slack=SLACK, whole=", ".join(NEVER_TRAINED_ON)) + "".join(tables)


def _write_unseen(data: str, folder: Path) -> None:
    source = BENCH / "data" / f"{data}.dev.jsonl"
    with source.open(encoding="utf-8") as lines, _gold(data, folder).open("w") as gold:
        gold.writelines(
            line
            for line in lines
            if data in NEVER_TRAINED_ON or json.loads(line)["fold"] == VALIDATION_FOLD
        )


def _analyse(data: str, threshold: float | None, folder: Path) -> None:
    command = [sys.executable, "-m", "reader", "analyse", "--format", "jsonl"]
    command += [] if threshold is None else ["--threshold", str(threshold)]
    with _answers(data, threshold, folder).open("wb") as output:
        subprocess.run([*command, str(_gold(data, folder))], stdout=output, check=True, cwd=ROOT)


def _score(run: Run, folder: Path) -> Mapping[str, Any]:
    scorer, *task = run.scorer
    gold, answers = _gold(run.data, folder), _answers(run.data, run.threshold, folder)
    own = Path(__file__).with_name(scorer)
    command = [sys.executable, str(own if own.exists() else BENCH / scorer), *task]
    command += ["--gold", str(gold), "--pred", str(answers)]
    answer: Mapping[str, Any] = json.loads(subprocess.check_output(command))
    return answer


def _gold(data: str, folder: Path) -> Path:
    return folder / f"{data}.jsonl"


def _answers(data: str, threshold: float | None, folder: Path) -> Path:
    return folder / f"{data}.{threshold}.answers.jsonl"


def _read(run: Run, answer: Mapping[str, Any]) -> Iterator[Measured]:
    for kind, figures in (("floor", run.figures), ("ceiling", run.ceilings)):
        for name, path in figures.items():
            value: Any = answer
            for key in path.split("."):
                value = value[key]
            # a scorer gives no figure where there is nothing to divide by
            yield Measured(run.data, kind, name, float(value or 0.0))


def _bound(figure: Measured, bounds: Bounds) -> float | None:
    return bounds.get(figure.data, {}).get(figure.kind, {}).get(figure.name)


def _fits(figure: Measured, bounds: Bounds) -> bool:
    bound = _bound(figure, bounds)
    return bound is None or figure.holds(bound)


def _line(figure: Measured, bounds: Bounds) -> str:
    bound = _bound(figure, bounds)
    said = "no bound yet" if bound is None else f"{figure.kind} {bound}"
    return f"{figure.data:12} {figure.name:34} {figure.value:8.4f}   {said}\n"


if __name__ == "__main__":
    sys.exit(main())
