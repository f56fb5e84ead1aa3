"""The built wheel holds what a checkout holds, and its entry point works."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    root = Path(__file__).parents[2]
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built)


def tracked(root: Path, folder: str) -> set[str]:
    listed = subprocess.check_output(["git", "ls-files", "-z", folder], cwd=root, text=True)  # noqa: S607
    return {name for name in listed.split("\0") if name}


def test_the_wheel_holds_the_resources(wheel: zipfile.ZipFile, root: Path) -> None:
    names = set(wheel.namelist())
    expected = {f"reader/_{name}" for name in tracked(root, "resources")}
    assert expected
    assert expected <= names


def test_the_wheel_holds_the_code(wheel: zipfile.ZipFile, root: Path) -> None:
    assert tracked(root, "reader") <= set(wheel.namelist())


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/", 1)[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"reader"}
    assert not [name for name in wheel.namelist() if "__pycache__" in name]


def test_resources_hold_no_code(root: Path) -> None:
    assert not list((root / "resources").rglob("*.py"))


def test_the_wheel_runs_where_there_is_no_checkout(
    wheel: zipfile.ZipFile, tmp_path: Path, sample_article: str
) -> None:
    wheel.extractall(tmp_path / "installed")
    program = "import sys; sys.path.insert(0, 'installed'); from reader.__main__ import main; "
    program += "import reader; assert 'installed' in reader.__file__; "
    program += "sys.exit(main(['analyse', '-']))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=sample_article.encode(),
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 0
    assert "finding" in done.stdout.decode()


def test_the_top_level_holds_nothing_unexpected(root: Path) -> None:
    listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=root, text=True)  # noqa: S607
    tops = {name.split("/", 1)[0] for name in listed.split("\0") if name}
    assert {top for top in tops if not top.startswith(".")} == {
        "LICENSE", "README.md", "pyproject.toml", "reader", "resources", "tests",
    }  # fmt: skip
