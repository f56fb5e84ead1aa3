"""Rules of the code base that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "reader").rglob("*.py"))

LONGEST_FILE = 450
LONGEST_FUNCTION = 60
VAGUE_NAMES = {"utils", "util", "core", "common", "misc", "helpers", "helper", "manager"}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= LONGEST_FILE
    for function in functions(ast.parse(source)):
        assert (function.end_lineno or 0) - function.lineno < LONGEST_FUNCTION, function.name


def test_no_module_has_a_vague_name() -> None:
    assert not [path for path in MODULES if set(path.with_suffix("").parts) & VAGUE_NAMES]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_global_changes(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]


def test_the_repository_names_no_machine() -> None:
    """No path of a developer's machine is in the code or in the data."""
    place = re.compile(r"/(?:home|root|Users|work)/\w+")
    texts = {".py", ".toml", ".md", ".txt", ".html", ".json"}
    files = [*MODULES, ROOT / "README.md", ROOT / "pyproject.toml"]
    files += [path for path in (ROOT / "resources").rglob("*") if path.suffix in texts]
    guilty = [path for path in files if place.search(path.read_text(encoding="utf-8"))]
    assert not guilty
