import pytest
from PySide6.QtGui import QFont

from reader.model.results import Category, ClaimStatus, CorrectionType
from reader.ui.colours import contrast
from reader.ui.panel.look import Look
from reader.ui.theme import THEME_NAMES, Theme, load_theme

# WCAG 2.2 AA: text, and lines and signs
TEXT, SIGN = 4.5, 3.0


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def grounds(theme: Theme) -> list[str]:
    return [theme.roles.panel, theme.roles.card, theme.roles.surface]


@pytest.mark.parametrize("role", ["text", "quiet", "muted", "accent"])
def test_words_of_the_panel_can_be_read(theme: Theme, role: str) -> None:
    for ground in grounds(theme):
        assert contrast(getattr(theme.roles, role), ground) >= TEXT, (role, ground)


def test_statuses_and_types_can_be_read(theme: Theme, qapp: object) -> None:
    look = Look(theme, QFont())
    colours = [look.status_colour(status).name() for status in ClaimStatus]
    colours += [look.correction_colour(kind).name() for kind in CorrectionType]
    for colour in colours:
        assert contrast(colour, theme.roles.panel) >= TEXT
        assert contrast(colour, theme.roles.surface) >= TEXT


def test_lines_below_words_can_be_seen(theme: Theme) -> None:
    for category in Category:
        for ground in grounds(theme):
            assert contrast(theme.marks[category].line, ground) >= SIGN, (category, ground)


def test_marked_words_can_be_read_on_their_tint(theme: Theme) -> None:
    for category in Category:
        assert contrast(theme.roles.text, theme.tint(category) or theme.roles.panel) >= TEXT
