"""Every pair of colours that meets in the window keeps the contrast of WCAG 2.2 AA."""

from itertools import product

import pytest

from reader.model.results import Category
from reader.ui.colours import blend, contrast
from reader.ui.reading.painting import PASSAGE_STRENGTH
from reader.ui.theme import THEME_NAMES, load_theme

TEXT = 4.5
SHAPE = 3.0

ON_PAGE = ("text", "quiet", "muted", "accent", "correction", "claim", "dispute", "danger")
ON_SURFACES = ("text", "muted", "accent", "danger")


@pytest.mark.parametrize(("name", "role"), list(product(THEME_NAMES, ON_PAGE)))
def test_text_on_the_page(name: str, role: str) -> None:
    roles = load_theme(name).roles
    assert contrast(getattr(roles, role), roles.page) >= TEXT


@pytest.mark.parametrize(
    ("name", "role", "ground"),
    list(product(THEME_NAMES, ON_SURFACES, ("surface", "panel", "card"))),
)
def test_text_around_the_page(name: str, role: str, ground: str) -> None:
    roles = load_theme(name).roles
    assert contrast(getattr(roles, role), getattr(roles, ground)) >= TEXT


@pytest.mark.parametrize(("name", "ground"), list(product(THEME_NAMES, ("selection", "search"))))
def test_text_on_a_selection(name: str, ground: str) -> None:
    roles = load_theme(name).roles
    assert contrast(roles.text, getattr(roles, ground)) >= TEXT
    assert contrast(roles.quiet, getattr(roles, ground)) >= TEXT


@pytest.mark.parametrize("name", THEME_NAMES)
def test_text_on_the_accent(name: str) -> None:
    roles = load_theme(name).roles
    assert contrast(roles.on_accent, roles.accent) >= TEXT


@pytest.mark.parametrize(("name", "category"), list(product(THEME_NAMES, Category)))
def test_marks(name: str, category: Category) -> None:
    theme = load_theme(name)
    line = theme.marks[category].line
    assert contrast(line, theme.roles.page) >= SHAPE
    assert contrast(line, theme.roles.panel) >= SHAPE
    tint = theme.tint(category)
    if tint:
        assert contrast(line, tint) >= SHAPE
        assert contrast(theme.roles.text, tint) >= TEXT


@pytest.mark.parametrize(("name", "category"), list(product(THEME_NAMES, Category)))
def test_a_quieter_mark_in_the_gutter_is_still_seen(name: str, category: Category) -> None:
    roles = load_theme(name).roles
    for role in ("correction", "claim"):
        assert contrast(blend(getattr(roles, role), roles.page, 0.8), roles.page) >= SHAPE


@pytest.mark.parametrize("name", THEME_NAMES)
def test_categories_differ_by_more_than_colour(name: str) -> None:
    theme = load_theme(name)
    looks = [(bool(mark.tint), mark.style) for mark in theme.marks.values()]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize(
    ("name", "colour"), list(product(THEME_NAMES, ("#ffffff", "#000000", "#ffee00", "#1b1c1e")))
)
def test_own_colours_keep_the_contrast_of_the_line(name: str, colour: str) -> None:
    theme = load_theme(name).with_preferences("tint-and-underline", {"loaded-noun": colour})
    line = theme.marks[Category.LOADED_NOUN].line
    assert contrast(line, theme.roles.page) >= SHAPE


@pytest.mark.parametrize(
    ("name", "role"), list(product(THEME_NAMES, ("correction", "claim", "accent")))
)
def test_text_of_a_selected_passage(name: str, role: str) -> None:
    roles = load_theme(name).roles
    ground = blend(getattr(roles, role), roles.page, PASSAGE_STRENGTH)
    assert contrast(roles.quiet, ground) >= TEXT
    assert contrast(roles.text, ground) >= TEXT
