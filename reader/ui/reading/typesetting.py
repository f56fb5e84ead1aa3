"""How the page is set: typefaces, sizes, the column, spaces; and which block is the headline."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextCharFormat, QTextFormat

from reader.settings import Preferences

# the first of these that is installed is used; all are made for reading long texts
_SERIFS = (
    "Noto Serif", "Source Serif 4", "Source Serif Pro", "Charter", "Iowan Old Style", "Georgia",
    "Cambria", "Literata", "PT Serif", "Liberation Serif", "DejaVu Serif",
)  # fmt: skip
_SANS = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "Source Sans 3", "DejaVu Sans")
# letters as frequent as in English prose; their mean width makes the measure
_PROSE = "the quick brown fox and then some more of it was said to have been seen in the old town "

TITLE_SCALE = 1.65
SMALL_SCALE = 0.72
_LONGEST_TITLE = 170
_LONGEST_BYLINE = 120
_BYLINE = re.compile(r"\s*(?:By|by|BY|Von|Par|Por)\s+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Typesetting:
    """The page in pixels."""

    body: QFont
    small: QFont
    measure: float  # width of the column
    letters: float  # height of the body's letters
    pitch: float  # from line to line
    gap: float  # between paragraphs
    top: float
    bottom: float

    @property
    def title_pitch(self) -> float:
        """From line to line in the headline, which is set tighter."""
        return float(round(self.pitch * TITLE_SCALE * 0.77))

    @property
    def small_pitch(self) -> float:
        """From line to line in small print."""
        return float(round(self.pitch * SMALL_SCALE * 1.08))

    def character_format(self, kind: str) -> QTextCharFormat:
        """Return the format of a block's letters: for a "title", a "byline" or the "body"."""
        letters = QTextCharFormat()
        size = self.body.pointSizeF()
        if kind == "title":
            letters.setFontWeight(QFont.Weight.Bold)
            letters.setFontPointSize(size * TITLE_SCALE)
        if kind == "byline":
            letters.setFontFamilies(self.small.families())
            letters.setFontPointSize(size * SMALL_SCALE)
        letters.setProperty(QTextFormat.Property.UserProperty, kind)
        return letters


def typesetting(preferences: Preferences) -> Typesetting:
    """Return the page that the user wants."""
    body = QFont([preferences.font_family or installed(_SERIFS, "serif")])
    body.setStyleHint(QFont.StyleHint.Serif)
    body.setPointSizeF(preferences.font_size)
    small = QFont([installed(_SANS, "sans-serif")])
    small.setStyleHint(QFont.StyleHint.SansSerif)
    small.setPointSizeF(preferences.font_size * SMALL_SCALE)
    metrics = QFontMetricsF(body)
    pixels = metrics.ascent() + metrics.descent()
    # the letters' own height is about 1.36 of the size, which line height is a multiple of
    pitch = max(round(pixels / 1.36 * preferences.line_height), round(pixels * 0.95))
    measure = round(metrics.horizontalAdvance(_PROSE) / len(_PROSE) * preferences.measure)
    return Typesetting(
        body, small, measure, pixels, pitch, round(pitch * 0.52), 36, round(pitch * 3)
    )


def installed(families: Iterable[str], otherwise: str) -> str:
    """Return the first of `families` that this computer has."""
    present = set(QFontDatabase.families())
    return next((family for family in families if family in present), otherwise)


def is_title(paragraph: str, declared: str, more_follows: bool) -> bool:
    """Say whether the first paragraph is a headline: the source says so, or it looks like one."""
    line = paragraph.strip()
    if declared and line == declared.strip():
        return True
    return more_follows and len(line) <= _LONGEST_TITLE and not line.endswith((".", ":", ";", ","))


def is_byline(paragraph: str) -> bool:
    """Say whether the paragraph after the headline names the writer."""
    return len(paragraph) <= _LONGEST_BYLINE and _BYLINE.match(paragraph) is not None
