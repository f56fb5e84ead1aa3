"""What the user can set: declared here with bounds and a description, kept in one JSON file."""

import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import Field, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from reader.errors import ReaderError

APPLICATION = "bias-reader"
THEMES = ("system", "light", "sepia", "dark")
MARKS = ("tint-and-underline", "underline")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class SettingsError(ReaderError):
    """The settings cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How one preference is declared: what it is for, and how a value is made valid.

    `valid` returns the value in its own type, or None where it cannot be one.
    """

    description: str
    valid: Callable[[object], Any]
    choices: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 0.0


def _number(description: str, default: float, least: float, most: float) -> Any:  # noqa: ANN401
    def valid(value: object) -> float | int | None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        # a NaN compares false with everything and is no value
        if not least <= value <= most:
            return None
        return type(default)(value)

    setting = Setting(description, valid, least=least, most=most)
    return field(default=default, metadata={"setting": setting})


def _choice(description: str, *choices: str) -> Any:  # noqa: ANN401
    setting = Setting(description, lambda value: value if value in choices else None, choices)
    return field(default=choices[0], metadata={"setting": setting})


def _text(description: str) -> Any:  # noqa: ANN401
    setting = Setting(description, lambda value: value if isinstance(value, str) else None)
    return field(default="", metadata={"setting": setting})


def _switch(description: str, default: bool) -> Any:  # noqa: ANN401
    setting = Setting(description, lambda value: value if isinstance(value, bool) else None)
    return field(default=default, metadata={"setting": setting})


def _names(value: object) -> frozenset[str] | None:
    if isinstance(value, list | tuple | frozenset | set):
        return frozenset(name for name in value if isinstance(name, str))
    return None


def _colours(value: object) -> dict[str, str] | None:
    if not isinstance(value, dict):
        return None
    return {
        name: colour
        for name, colour in value.items()
        if isinstance(name, str) and isinstance(colour, str) and _COLOUR.fullmatch(colour)
    }


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything the user can set, each with a default that needs no setting."""

    theme: str = _choice("Colours of the window", *THEMES)
    font_family: str = _text("Typeface of the article; empty for the theme's own")
    font_size: float = _number("Size of the article's text in points", 14.0, 8.0, 48.0)
    measure: int = _number("Characters in a line", 68, 45, 100)
    line_height: float = _number("Line height as a multiple of the text size", 1.55, 1.0, 2.5)
    marks: str = _choice("How words are marked", *MARKS)
    colours: Mapping[str, str] = field(
        default_factory=dict,
        metadata={"setting": Setting("Own colours by category, as #rrggbb", _colours)},
    )
    hidden_categories: frozenset[str] = field(
        default=frozenset(),
        metadata={"setting": Setting("Categories that are not marked", _names)},
    )
    threshold: float = _number("How sure the program has to be to mark a word", 0.4, 0.1, 0.98)
    show_possible: bool = _switch("Show corrective passages that are only possible", True)
    show_disputes: bool = _switch("Show claims that are disputed but not corrected", False)
    tour_seen: bool = _switch("The first-run tour was shown", False)


def setting(name: str) -> Setting:
    """Return the declaration of the preference `name`."""
    declared: dict[str, Field[Any]] = {one.name: one for one in fields(Preferences)}
    found = declared[name].metadata["setting"]
    assert isinstance(found, Setting)
    return found


def config_directory(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for settings, after the platform's custom; it need not exist yet."""
    return _platform_directory(environment, "XDG_CONFIG_HOME", ".config")


def data_directory(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for the library and drafts, after the platform's custom."""
    return _platform_directory(environment, "XDG_DATA_HOME", ".local/share")


def _platform_directory(environment: Mapping[str, str], variable: str, usual: str) -> Path:
    if named := environment.get(variable):
        return Path(named) / APPLICATION
    if sys.platform == "win32" and (roaming := environment.get("APPDATA")):
        return Path(roaming) / APPLICATION
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / APPLICATION
    return Path.home() / usual / APPLICATION


def settings_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the path of the settings file; it need not exist yet."""
    return config_directory(environment) / "settings.json"


def load_preferences(path: Path) -> tuple[Preferences, str]:
    """Return the preferences in the file at `path` and a sentence on its faults, empty if none.

    No file gives the defaults. A file or an entry that cannot be used gives the defaults for it,
    and the sentence says so.
    """
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Preferences(), ""
    except (OSError, ValueError, RecursionError):
        return Preferences(), f"The settings in {path} could not be read; the usual ones are used."
    if not isinstance(stored, dict):
        return Preferences(), f"The settings in {path} could not be read; the usual ones are used."
    values, faults = _valid_values(stored)
    return Preferences(**values), _sentence_on(faults, path)


def _valid_values(stored: Mapping[str, object]) -> tuple[dict[str, Any], list[str]]:
    values: dict[str, Any] = {}
    faults: list[str] = []
    # an entry this version does not know may be another version's: it is passed over in silence
    for declared in fields(Preferences):
        if declared.name not in stored:
            continue
        value = setting(declared.name).valid(stored[declared.name])
        if value is None:
            faults.append(declared.name)
        else:
            values[declared.name] = value
    return values, faults


def _sentence_on(faults: list[str], path: Path) -> str:
    if not faults:
        return ""
    return f"In {path}, {' and '.join(faults)} cannot be used; the usual values are used instead."


def save_preferences(preferences: Preferences, path: Path) -> None:
    """Write `preferences` to `path`, all or nothing.

    Raises:
        SettingsError: the file cannot be written.
    """
    stored = asdict(preferences)
    stored["hidden_categories"] = sorted(preferences.hidden_categories)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, (json.dumps(stored, indent=2) + "\n").encode())
    except OSError as error:
        raise SettingsError(
            f"The settings could not be saved in {path}: {error.strerror}."
        ) from error


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in place of the file at `path` in one step, so that a crash leaves old or new.

    A link is followed, and an existing file keeps its permissions.

    Raises:
        OSError: the file cannot be written; the old one is untouched.
    """
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_permissions(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _permissions(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o7777
    # there is no way to read the mask without setting it
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
