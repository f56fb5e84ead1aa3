"""The gate itself: what it calls a fall, and that floors only rise."""

import json
import tomllib
from pathlib import Path

import pytest

from tests.quality import gate
from tests.quality.gate import FLOORS, RUNS, Measured, measure, raised, written

HIGHER = Measured("babe", "floor", "f1", 0.6)
LOWER = Measured("outlets", "ceiling", "flagged", 4.0)


def test_a_floor_is_held_from_above_and_a_ceiling_from_below() -> None:
    assert HIGHER.holds(0.6)
    assert not HIGHER.holds(0.61)
    assert LOWER.holds(4.0)
    assert not LOWER.holds(3.9)


def test_a_first_bound_leaves_the_slack() -> None:
    assert raised({}, [HIGHER, LOWER]) == {
        "babe": {"floor": {"f1": 0.59}},
        "outlets": {"ceiling": {"flagged": 4.4}},
    }


def test_bounds_never_become_looser() -> None:
    tight = {"babe": {"floor": {"f1": 0.7}}, "outlets": {"ceiling": {"flagged": 2.0}}}
    assert raised(tight, [HIGHER, LOWER]) == tight


def test_bounds_that_were_not_measured_stay() -> None:
    other = {"ptc": {"floor": {"average_precision": 0.15}}}
    assert raised(other, [HIGHER])["ptc"] == other["ptc"]


def test_the_file_is_read_as_it_was_written() -> None:
    bounds = raised({}, [HIGHER, LOWER])
    assert tomllib.loads(written(bounds)) == bounds


def test_the_floors_name_figures_that_are_measured() -> None:
    known = {
        (run.data, kind, name)
        for run in RUNS
        for kind, figures in (("floor", run.figures), ("ceiling", run.ceilings))
        for name in figures
    }
    bounds = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    held = {
        (data, kind, name)
        for data, rows in bounds.items()
        for kind, row in rows.items()
        for name in row
    }
    assert held <= known


@pytest.mark.shared
def test_of_a_set_with_training_folds_only_the_validation_fold_is_measured(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Measure a few lines of babe from end to end, with the real analyser and the real scorers."""
    lines = (shared / "bench/data/babe.dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    few = [row for row in rows if row["fold"] == 0][:8] + [row for row in rows if row["fold"]][:8]
    (tmp_path / "data").mkdir()
    few_lines = "".join(json.dumps(row) + "\n" for row in few)
    (tmp_path / "data/babe.dev.jsonl").write_text(few_lines, encoding="utf-8")
    for scorer in ("score.py", "score_density.py", "score_corrections.py"):
        (tmp_path / scorer).symlink_to(shared / "bench" / scorer)
    monkeypatch.setattr(gate, "BENCH", tmp_path)

    figures = measure(["babe"])

    assert {figure.name for figure in figures} == {
        name for run in RUNS if run.data == "babe" for name in (*run.figures, *run.ceilings)
    }
    assert all(0 <= figure.value <= 1 for figure in figures)
