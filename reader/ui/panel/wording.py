"""The sentences of the panel: what rows, groups and cards say, also to a screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from reader.model.results import LEAVE_OUT, Category, ClaimStatus, Finding, Voice
from reader.ui.categories import (
    LIKELY,
    category_wording,
    score_words,
    status_wording,
    voice_wording,
)
from reader.ui.panel.grouping import GroupKey
from reader.ui.panel.paragraphs import Paragraphs

# a group is headed by as much of its paragraph as fits in a line of a wide panel
_LONGEST_OPENING = 60


def tr(text: str) -> str:
    """Return a text of the panel in the user's language."""
    return QCoreApplication.translate("panel", text)


def group_title(key: GroupKey, paragraphs: Paragraphs) -> str:
    """Return what heads a group of findings."""
    if isinstance(key, Category):
        return category_wording(key).plural
    if isinstance(key, int):
        return _paragraph_title(key, paragraphs)
    voice, speaker = key
    if voice is Voice.WRITER:
        return tr("In the writer’s voice")
    return f"{voice_wording(voice).plural}: {speaker or tr('source not named')}"


def _paragraph_title(number: int, paragraphs: Paragraphs) -> str:
    opening = " ".join(paragraphs.text_of(number)[: 2 * _LONGEST_OPENING].split())
    if len(opening) > _LONGEST_OPENING:
        opening = opening[:_LONGEST_OPENING].rsplit(" ", 1)[0] + "…"
    return f"{paragraph_name(number)} · {opening}"


def paragraph_name(number: int) -> str:
    """Return how a paragraph is called where there is room."""
    return tr("Paragraph {number}").format(number=number) if number else tr("Headline")


def paragraph_mark(number: int) -> str:
    """Return how a paragraph is called where there is little room."""
    return f"¶{number}" if number else tr("headline")


def whose_voice(finding: Finding) -> str:
    """Return who uses the word: "quoted: Tomas Hale"."""
    if finding.voice is Voice.WRITER:
        return tr("in the writer’s voice")
    speaker = finding.speaker or tr("source not named")
    return f"{voice_wording(finding.voice).singular}: {speaker}"


def finding_kind(finding: Finding) -> str:
    """Return the category and how sure it is: "loaded adjective · very likely"."""
    return f"{category_wording(finding.category).singular} · {score_words(finding.score)}"


def finding_line(finding: Finding, paragraph: int) -> str:
    """Return the whole row of a finding as one line for a screen reader."""
    return ", ".join(
        (
            one_line(finding.text),
            category_wording(finding.category).singular,
            score_words(finding.score),
            whose_voice(finding),
            paragraph_name(paragraph).lower(),
        )
    )


def finding_details(finding: Finding) -> str:
    """Return the reason and the alternatives of a finding, for a screen reader."""
    if not finding.alternatives:
        return finding.explanation
    words = ", ".join(map(alternative_name, finding.alternatives))
    instead = tr("Instead: {words}.").format(words=words)
    return f"{finding.explanation} {instead}"


def alternative_name(alternative: str) -> str:
    """Return how an alternative is called."""
    return tr("leave it out") if alternative == LEAVE_OUT else alternative


def alternative_action(alternative: str) -> str:
    """Return what choosing an alternative does."""
    if alternative == LEAVE_OUT:
        return tr("Leave the word out")
    return tr("Put “{text}” instead").format(text=alternative)


def alternative_key(number: int) -> str:
    """Return the key that puts an alternative in place, as the platform writes it."""
    return QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)


def claim_status(status: ClaimStatus, scores: Sequence[float]) -> str:
    """Return a claim's status in words; `scores` are those of its corrections."""
    if status is ClaimStatus.CORRECTED and scores and max(scores) < LIKELY:
        return tr("possibly corrected")
    return status_wording(status).singular


def one_line(text: str, longest: int = 120) -> str:
    """Return a text without newlines, shortened in the middle of nothing but at its end."""
    joined = " ".join(text[: 2 * longest].split())
    return joined if len(joined) <= longest else joined[: longest - 1].rstrip() + "…"
