"""What a mark says when the mouse rests on it: what it is, why, whose voice, how sure."""

from html import escape

from PySide6.QtCore import QCoreApplication

from reader.model.results import Claim, Correction, Finding, Quote, Voice
from reader.ui.categories import (
    category_wording,
    correction_wording,
    score_words,
    status_wording,
    voice_wording,
)


def finding_tip(finding: Finding) -> str:
    """Return the tip of a finding as rich text."""
    kind = category_wording(finding.category).singular
    head = f"<b>{escape(finding.text)}</b> · {escape(kind)} · {escape(score_words(finding.score))}"
    lines = [head, escape(finding.explanation), escape(_voice_line(finding))]
    if finding.alternatives:
        offered = ", ".join(finding.alternatives)
        lines.append(escape(_tr("Instead: {words}").format(words=offered)))
    return _tip(lines)


def _voice_line(finding: Finding) -> str:
    name = voice_wording(finding.voice).singular
    if finding.voice is Voice.WRITER:
        return _tr("Whose voice: {voice}").format(voice=name)
    speaker = finding.speaker or _tr("somebody the article does not name")
    return _tr("Whose voice: {voice}, {speaker}").format(voice=name, speaker=speaker)


def correction_tip(correction: Correction) -> str:
    """Return the tip of a corrective passage as rich text."""
    wording = correction_wording(correction.type)
    head = f"<b>{escape(wording.singular)}</b> · {escape(score_words(correction.score))}"
    lines = [head, escape(correction.explanation)]
    if correction.claimant:
        lines.append(escape(_tr("Claimed by {name}").format(name=correction.claimant)))
    return _tip(lines)


def claim_tip(claim: Claim) -> str:
    """Return the tip of a claim as rich text."""
    wording = status_wording(claim.status)
    lines = [f"<b>{escape(wording.singular)}</b>", escape(wording.definition)]
    if claim.claimant:
        lines.append(escape(_tr("Claimed by {name}").format(name=claim.claimant)))
    return _tip(lines)


def quote_tip(quote: Quote) -> str:
    """Return the tip of a quotation as rich text, empty where nobody is named."""
    if not quote.speaker:
        return ""
    return _tip([escape(_tr("Said by {name}").format(name=quote.speaker))])


def _tip(lines: list[str]) -> str:
    # a paragraph, and not bare text, lets Qt break long lines
    return "<p>" + "<br>".join(line for line in lines if line) + "</p>"


def _tr(text: str) -> str:
    return QCoreApplication.translate("explaining", text)
