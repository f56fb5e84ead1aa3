"""The colours of the window: read from `resources/themes`, handed to every part of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QPalette

from reader.errors import ResourceError
from reader.model.results import Category
from reader.resources import resource
from reader.ui.colours import blend, contrast, is_colour
from reader.ui.stylesheet import stylesheet

THEME_NAMES = ("light", "sepia", "dark")


class LineStyle(StrEnum):
    """How the line below a marked word is drawn, so that colour is never alone."""

    SOLID = "solid"
    DOUBLE = "double"
    DASH = "dash"
    DOT = "dot"
    FINE_DOT = "fine-dot"
    FINE_DASH = "fine-dash"
    DASH_DOT = "dash-dot"
    DOUBLE_DASH = "double-dash"
    WAVE = "wave"
    THIN = "thin"
    THICK = "thick"


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How the words of one category look: `tint` over the page (empty for none) and a line."""

    tint: str
    line: str
    style: LineStyle


@dataclass(frozen=True, slots=True)
class Roles:
    """One colour for each part of the window, as `#rrggbb`."""

    page: str  # behind the article
    text: str  # the writer's own words
    quiet: str  # quoted and reported words
    muted: str  # byline, notes, figures
    surface: str  # bars above and below
    panel: str  # behind the lists
    card: str  # the card of the selected finding
    border: str
    accent: str  # focus, links, the selected item
    on_accent: str
    selection: str  # behind selected text
    search: str  # behind what the search found
    correction: str
    claim: str
    dispute: str
    danger: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of the window; `tints` is False where marks are underlined only."""

    name: str
    is_dark: bool
    roles: Roles
    marks: Mapping[Category, MarkStyle] = field(hash=False)
    strength: float
    tints: bool = True

    def tint(self, category: Category) -> str | None:
        """Return the colour behind words of `category` as it is seen on the page, None for none."""
        tint = self.marks[category].tint
        return blend(tint, self.roles.page, self.strength) if tint and self.tints else None

    def with_preferences(self, marks: str, colours: Mapping[str, str]) -> "Theme":
        """Return the theme with the user's way of marking and own colours by category.

        An own colour becomes the tint; its line is drawn towards the text's colour until it can be
        told from page and tint (WCAG AA).
        """
        own = {
            category: self._recoloured(self.marks[category], colours[category.value].lower())
            if is_colour(colours.get(category.value))
            else self.marks[category]
            for category in Category
        }
        return replace(self, marks=own, tints=marks != "underline")

    def _recoloured(self, style: MarkStyle, colour: str) -> MarkStyle:
        grounds = (self.roles.page, blend(colour, self.roles.page, self.strength))
        line, step = colour, 0.0
        while min(contrast(line, ground) for ground in grounds) < 3 and step < 1:
            step += 0.1
            line = blend(self.roles.text, colour, min(1.0, step))
        return replace(style, tint=colour if style.tint else "", line=line)

    def palette(self) -> QPalette:
        """Return the palette for Qt's own widgets."""
        return _palette(self.roles)

    def stylesheet(self) -> str:
        """Return the style sheet for the whole window."""
        return stylesheet(self)


def load_theme(name: str) -> Theme:
    """Return the theme `name` of `THEME_NAMES`.

    Raises:
        ResourceError: its file is missing or wrong.
    """
    return read_theme(resource(f"themes/{name}.toml"))


def read_theme(path: Path) -> Theme:
    """Return the theme that the file at `path` declares.

    Raises:
        ResourceError: the file cannot be read, or an entry is missing or not a colour or style.
    """
    try:
        declared = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name}: not a readable TOML file ({error}).") from error
    return Theme(
        name=str(_entry(declared, "name", path)),
        is_dark=bool(_entry(declared, "dark", path)),
        roles=_roles(_table(declared, "roles", path), path),
        marks=_marks(_table(declared, "marks", path), path),
        strength=_strength(_entry(declared, "strength", path), path),
    )


def _entry(declared: Mapping[str, Any], name: str, path: Path) -> object:
    if name not in declared:
        raise ResourceError(f"{path.name}: the entry {name} is missing.")
    return declared[name]


def _table(declared: Mapping[str, Any], name: str, path: Path) -> dict[str, Any]:
    found = _entry(declared, name, path)
    if not isinstance(found, dict):
        raise ResourceError(f"{path.name}: {name} has to be a table.")
    return found


def _colour(declared: Mapping[str, Any], name: str, path: Path) -> str:
    found = _entry(declared, name, path)
    if not is_colour(found):
        raise ResourceError(f"{path.name}: {name} is {found!r}, expected a colour like #1f1f21.")
    return str(found).lower()


def _strength(found: object, path: Path) -> float:
    if not isinstance(found, int | float) or not 0 <= found <= 1:
        raise ResourceError(f"{path.name}: strength is {found!r}, expected a number from 0 to 1.")
    return float(found)


def _roles(declared: Mapping[str, Any], path: Path) -> Roles:
    return Roles(**{name: _colour(declared, name, path) for name in Roles.__slots__})


def _marks(declared: Mapping[str, Any], path: Path) -> dict[Category, MarkStyle]:
    return {
        category: _mark(category, _table(declared, category.value, path), path)
        for category in Category
    }


def _mark(category: Category, declared: Mapping[str, Any], path: Path) -> MarkStyle:
    style = _entry(declared, "style", path)
    if style not in list(LineStyle):
        expected = ", ".join(LineStyle)
        raise ResourceError(
            f"{path.name}: the style of {category} is {style!r}, expected one of {expected}."
        )
    tint = _colour(declared, "tint", path) if declared.get("tint") else ""
    return MarkStyle(tint, _colour(declared, "line", path), LineStyle(str(style)))


def _palette(roles: Roles) -> QPalette:
    palette = QPalette(QColor(roles.surface))
    kinds = QPalette.ColorRole
    for kind, colour in {
        kinds.Window: roles.surface,
        kinds.WindowText: roles.text,
        kinds.Base: roles.page,
        kinds.AlternateBase: roles.surface,
        kinds.Text: roles.text,
        kinds.PlaceholderText: roles.muted,
        kinds.Button: roles.surface,
        kinds.ButtonText: roles.text,
        kinds.ToolTipBase: roles.panel,
        kinds.ToolTipText: roles.text,
        kinds.Highlight: roles.selection,
        kinds.HighlightedText: roles.text,
        kinds.Link: roles.accent,
    }.items():
        palette.setColor(kind, QColor(colour))
    for kind in (kinds.WindowText, kinds.Text, kinds.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, kind, QColor(roles.muted))
    return palette
