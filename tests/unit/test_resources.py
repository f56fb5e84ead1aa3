"""Finding the data files."""

from pathlib import Path

import pytest

from reader import resources
from reader.errors import ResourceError
from reader.resources import resource, resources_directory


def test_a_checkout_uses_its_folder(root: Path) -> None:
    assert resources_directory() == root / "resources"
    assert resource("samples/harbour-bridge.txt").is_file()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ResourceError, match=r"lexicon/none\.toml is missing"):
        resource("lexicon/none.toml")


def test_an_installed_program_uses_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)
    assert resources_directory() == tmp_path / "_resources"


def test_no_folder_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "reader")
    with pytest.raises(ResourceError, match="data files are missing"):
        resources_directory()
