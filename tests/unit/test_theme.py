"""Themes are data: read, checked, coloured by the user; a bad file is named with its fault."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPalette

from reader.errors import ResourceError
from reader.model.results import Category
from reader.resources import resource
from reader.ui.colours import blend, channels, contrast, is_colour
from reader.ui.theme import THEME_NAMES, LineStyle, load_theme, read_theme

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_theme_is_whole(name: str) -> None:
    theme = load_theme(name)
    assert theme.name == name
    assert theme.is_dark is (name == "dark")
    assert set(theme.marks) == set(Category)
    assert contrast(theme.roles.page, theme.roles.text) > 7


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_style_sheet_has_no_gaps(name: str) -> None:
    theme = load_theme(name)
    sheet = theme.stylesheet()
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert theme.roles.accent in sheet


def test_the_palette_has_the_roles() -> None:
    theme = load_theme("sepia")
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Base).name() == theme.roles.page
    assert palette.color(QPalette.ColorRole.Highlight).name() == theme.roles.selection


def test_underline_only() -> None:
    theme = load_theme("light")
    assert theme.tint(Category.LOADED_NOUN)
    assert theme.with_preferences("underline", {}).tint(Category.LOADED_NOUN) is None


def test_own_colours_replace_tint_and_line_of_their_category_alone() -> None:
    theme = load_theme("light")
    own = theme.with_preferences("tint-and-underline", {"loaded-noun": "#AA0000", "nothing": "x"})
    assert own.marks[Category.LOADED_NOUN].tint == "#aa0000"
    assert own.marks[Category.LOADED_NOUN].line == "#aa0000"
    assert own.marks[Category.LOADED_NOUN].style is LineStyle.DOT
    assert own.marks[Category.LOADED_VERB] == theme.marks[Category.LOADED_VERB]


@given(COLOURS, st.sampled_from(THEME_NAMES), st.sampled_from(Category))
def test_any_own_colour_can_be_told_from_the_page(
    colour: str, name: str, category: Category
) -> None:
    theme = load_theme(name).with_preferences("", {category.value: colour})
    line, tint = theme.marks[category].line, theme.tint(category)
    assert contrast(line, theme.roles.page) >= 3
    assert tint is None or contrast(line, tint) >= 3


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('page = "#fbfaf7"', 'page = "white"', "page is 'white'"),
        ('page = "#fbfaf7"', "", "page is missing"),
        ('style = "wave"', 'style = "zigzag"', "the style of hedge is 'zigzag'"),
        ("strength = 0.3", "strength = 3", "strength is 3"),
        ("\n[marks]\n", "\n[other]\n", "marks is missing"),
        ("\n[roles]\n", "\nroles = 1\n[other]\n", "roles has to be a table"),
        ("\n[marks]\n", "\n[[\n", "not a readable TOML file"),
    ],
)
def test_a_bad_theme_is_named_with_its_fault(tmp_path: Path, old: str, new: str, said: str) -> None:
    whole = resource("themes/light.toml").read_text(encoding="utf-8")
    assert old in whole
    path = tmp_path / "mine.toml"
    path.write_text(whole.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        read_theme(path)
    assert str(caught.value).startswith("mine.toml: ")
    assert said in str(caught.value)


def test_a_missing_theme_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"mine\.toml"):
        read_theme(tmp_path / "mine.toml")


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_a_blend_lies_between(one: str, other: str, strength: float) -> None:
    mixed = blend(one, other, strength)
    assert is_colour(mixed)
    for low, middle, high in zip(channels(one), channels(mixed), channels(other), strict=True):
        assert min(low, high) <= middle <= max(low, high)


@given(COLOURS, COLOURS)
def test_contrast_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # the grey that is often named as the lightest for text on white
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_what_is_a_colour() -> None:
    assert is_colour("#AbCdEf")
    assert not is_colour("#abc")
    assert not is_colour("red")
    assert not is_colour(7)
