"""The fonts and colours that the panel paints with."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontMetrics

from reader.model.results import ClaimStatus, CorrectionType, Finding, Voice
from reader.settings import Preferences
from reader.ui.theme import Theme

# article words stand out from the interface's by their face, and need to be a little larger for it
_SERIF_SCALE = 1.18
_SMALL_SCALE = 0.92
_SERIFS = ("Noto Serif", "Source Serif 4", "Charter", "Georgia", "Cambria", "DejaVu Serif")


@dataclass(frozen=True)
class Look:
    """A theme, and the interface's font at the size that the user wants."""

    theme: Theme
    font: QFont
    family: str = ""

    @staticmethod
    def of(theme: Theme, preferences: Preferences, font: QFont) -> "Look":
        """Return the look that follows from theme, preferences and the interface's font."""
        return Look(theme, QFont(font), preferences.font_family)

    @cached_property
    def serif(self) -> QFont:
        """The font of the article's own words."""
        font = QFont(self.font)
        font.setFamilies([self.family, *_SERIFS] if self.family else list(_SERIFS))
        font.setStyleHint(QFont.StyleHint.Serif)
        return _scaled(font, _SERIF_SCALE)

    @cached_property
    def small_serif(self) -> QFont:
        """The font of the article's own words where they are not the main thing."""
        return _scaled(QFont(self.serif), 1 / _SERIF_SCALE)

    @cached_property
    def small(self) -> QFont:
        """The font of what is said beside a row."""
        return _scaled(QFont(self.font), _SMALL_SCALE)

    @cached_property
    def heading(self) -> QFont:
        """The font of the headings between rows."""
        font = _scaled(QFont(self.font), _SMALL_SCALE)
        font.setWeight(QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        return font

    @cached_property
    def bold(self) -> QFont:
        """The font of a name at the head of a row."""
        font = QFont(self.font)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @cached_property
    def unit(self) -> int:
        """A pixel or more, growing with the font: the least distance between two things."""
        return max(1, round(QFontMetrics(self.font).height() / 17))

    def colour(self, role: str) -> QColor:
        """Return the colour of a role of the theme."""
        return QColor(getattr(self.theme.roles, role))

    def word_colour(self, finding: Finding) -> QColor:
        """Return the colour of a marked word: the writer's own are the darkest."""
        return self.colour("text" if finding.voice is Voice.WRITER else "quiet")

    def tint(self, finding: Finding) -> QColor | None:
        """Return what lies behind a marked word; nothing behind words of others."""
        if finding.voice is not Voice.WRITER:
            return None
        tint = self.theme.tint(finding.category)
        return QColor(tint) if tint else None

    def status_colour(self, status: ClaimStatus) -> QColor:
        """Return the colour of a claim's status."""
        roles = {
            ClaimStatus.CORRECTED: "correction",
            ClaimStatus.DISPUTED: "dispute",
            ClaimStatus.STANDING: "claim",
        }
        return self.colour(roles[status])

    def correction_colour(self, kind: CorrectionType) -> QColor:
        """Return the colour of a corrective passage; its type is told by its icon."""
        return self.colour("muted" if kind is CorrectionType.NOTICE else "correction")


def _scaled(font: QFont, scale: float) -> QFont:
    if font.pixelSize() > 0:
        font.setPixelSize(round(font.pixelSize() * scale))
    else:
        font.setPointSizeF(font.pointSizeF() * scale)
    return font
