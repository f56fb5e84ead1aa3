"""The commands of the training: each is there, finds its data, and is told of in README."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from reader.training.everything import commands

PROJECT = Path(__file__).parents[2]
BENCH = PROJECT.parent / "shared" / "bench" / "data"
COMMANDS = commands(BENCH, PROJECT / "resources" / "models")


@pytest.mark.parametrize("module", [module for module, *_ in COMMANDS])
def test_a_step_of_the_training_can_be_run(module: str) -> None:
    found = find_spec(module)
    assert found is not None
    name = module if found.submodule_search_locations is None else f"{module}.__main__"
    assert find_spec(name) is not None


def test_what_reads_the_encoder_comes_after_it() -> None:
    order = [module for module, *_ in COMMANDS]
    for reads in (
        "reader.training.attribution",
        "reader.training.corrections",
        "reader.training.article_reader",
    ):
        assert order.index(reads) > order.index("reader.training")


def test_the_pointer_starts_from_weights_that_come_before_it() -> None:
    order = [module for module, *_ in COMMANDS]
    weights = order.index("reader.training.corrections")
    assert order.index("reader.training.article_reader") > weights


def test_readme_tells_of_each_command() -> None:
    told = set(re.findall(r"reader\.training[\w.]*\b", (PROJECT / "README.md").read_text("utf-8")))
    assert {"reader.training.everything", *(module for module, *_ in COMMANDS)} == told


@pytest.mark.shared
def test_the_data_of_each_command_lies_where_it_looks() -> None:
    if not BENCH.is_dir():
        pytest.skip("the evaluation data is not beside the project")
    assert [path for _, *paths in COMMANDS for path in paths if not Path(path).exists()] == []
