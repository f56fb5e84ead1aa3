"""The settings file: defaults, bounds, faults and atomic writing."""

import json
import stat
from dataclasses import fields
from pathlib import Path

import pytest

from reader.settings import (
    Preferences,
    SettingsError,
    config_directory,
    data_directory,
    load_preferences,
    replace_file,
    save_preferences,
    setting,
)


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "none.json") == (Preferences(), "")


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    chosen = Preferences(
        theme="sepia",
        font_size=18.5,
        hidden_categories=frozenset({"hedge", "absolute"}),
        colours={"hedge": "#12aB34"},
        tour_seen=True,
    )
    save_preferences(chosen, path)
    assert load_preferences(path) == (chosen, "")


def test_a_broken_file_gives_the_defaults_and_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for content in (b"{", b"[1]", b"\xff\xfe", b"null", b"[" * 100_000):
        path.write_bytes(content)
        preferences, sentence = load_preferences(path)
        assert preferences == Preferences()
        assert "could not be read" in sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "neon"),
        ("font_size", 500),
        ("font_size", float("nan")),
        ("font_size", True),
        ("measure", "wide"),
        ("colours", ["#123456"]),
        ("hidden_categories", 3),
        ("tour_seen", 1),
        ("font_family", None),
    ],
)
def test_a_value_out_of_bounds_is_named_and_the_rest_is_kept(
    tmp_path: Path, name: str, value: object
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"line_height": 2.0, name: value}))
    preferences, sentence = load_preferences(path)
    assert preferences == Preferences(line_height=2.0)
    assert name in sentence


def test_a_colour_that_is_none_and_an_unknown_entry_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"colours": {"hedge": "red", "absolute": "#000000"}, "later": 1}))
    preferences, sentence = load_preferences(path)
    assert preferences.colours == {"absolute": "#000000"}
    assert sentence == ""


def test_every_preference_is_described_and_its_default_is_valid() -> None:
    defaults = Preferences()
    for declared in fields(Preferences):
        found = setting(declared.name)
        assert found.description
        assert found.valid(getattr(defaults, declared.name)) is not None


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["draft.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "target.txt"
    target.write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_failed_replacement_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["draft.txt"]


def test_settings_that_cannot_be_written_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="could not be saved"):
        save_preferences(Preferences(), tmp_path / "file" / "settings.json")


def test_the_folders_follow_the_environment(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_DATA_HOME": str(tmp_path / "d")}
    assert config_directory(environment) == tmp_path / "c" / "bias-reader"
    assert data_directory(environment) == tmp_path / "d" / "bias-reader"
