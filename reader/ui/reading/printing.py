"""The article for paper: with marks as formats of the text, and a legend."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from reader.model.results import Category, Voice
from reader.model.span import Span
from reader.settings import Preferences
from reader.ui.categories import category_wording
from reader.ui.reading.display_text import DisplayText
from reader.ui.reading.typesetting import TITLE_SCALE, is_title, typesetting
from reader.ui.state import ArticleState
from reader.ui.theme import LineStyle, Theme, load_theme

_Underline = QTextCharFormat.UnderlineStyle
# what paper can show of the styles of lines
_UNDERLINES = {
    LineStyle.DASH: _Underline.DashUnderline,
    LineStyle.FINE_DASH: _Underline.DashUnderline,
    LineStyle.DOUBLE_DASH: _Underline.DashDotDotLine,
    LineStyle.DOT: _Underline.DotLine,
    LineStyle.FINE_DOT: _Underline.DotLine,
    LineStyle.DASH_DOT: _Underline.DashDotLine,
    LineStyle.WAVE: _Underline.WaveUnderline,
}
_PAPER_SIZE = 11.0
# paper is white, whatever the window wears
_PAPER_THEME = "light"
# what stands between two paragraphs, in points
_GAP = 5
# passages are told by a sign before them and not by colour alone; paper has no margin to point from
CORRECTION_SIGN = "✓\N{NO-BREAK SPACE}"
CLAIM_SIGN = "!\N{NO-BREAK SPACE}"


def printable(state: ArticleState, preferences: Preferences) -> QTextDocument:
    """Return a document of the article with its marks and a legend, black on white."""
    theme = load_theme(_PAPER_THEME).with_preferences(preferences.marks, preferences.colours)
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    setting = typesetting(preferences)
    font = setting.body
    font.setPointSizeF(_PAPER_SIZE)
    document.setDefaultFont(font)
    display = DisplayText(state.text)
    document.setPlainText(display.document())
    _space_paragraphs(document, display, state.article.title)
    for span, letters in _marks(state, theme):
        _format(document, display, span, letters)
    _add_signs(document, display, state, theme)
    _add_legend(document, state, theme)
    return document


def _space_paragraphs(document: QTextDocument, display: DisplayText, title: str) -> None:
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    spaced = QTextBlockFormat()
    spaced.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    spaced.setBottomMargin(_GAP)
    cursor.mergeBlockFormat(spaced)
    # the palette of a dark window has white letters
    black = QTextCharFormat()
    black.setForeground(QColor(Qt.GlobalColor.black))
    cursor.mergeCharFormat(black)
    _close_gaps(document)
    if is_title(display.block_text(0), title, len(display) > 1):
        letters = QTextCharFormat()
        letters.setFontWeight(700)
        letters.setFontPointSize(_PAPER_SIZE * TITLE_SCALE)
        _format(document, display, display.block_span(0), letters)
        first = QTextCursor(document)
        tight = QTextBlockFormat()
        tight.setLineHeight(105, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        tight.setBottomMargin(2 * _GAP)
        first.mergeBlockFormat(tight)


def _close_gaps(document: QTextDocument) -> None:
    """Let an empty line between paragraphs take no more room than a gap."""
    low = QTextBlockFormat()
    low.setLineHeight(_GAP, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    low.setBottomMargin(0)
    block = document.begin()
    while block.isValid():
        if block.length() == 1:
            QTextCursor(block).mergeBlockFormat(low)
        block = block.next()


def _marks(state: ArticleState, theme: Theme) -> Iterator[tuple[Span, QTextCharFormat]]:
    for index in state.visible_corrections():
        letters = QTextCharFormat()
        letters.setForeground(QColor(theme.roles.correction))
        yield state.corrections[index].span, letters
    for index in state.visible_findings():
        finding = state.findings[index]
        yield finding.span, _letters(theme, finding.category, finding.voice)


def _letters(theme: Theme, category: Category, voice: Voice) -> QTextCharFormat:
    letters = QTextCharFormat()
    mark = theme.marks[category]
    letters.setUnderlineStyle(_UNDERLINES.get(mark.style, _Underline.SingleUnderline))
    letters.setUnderlineColor(QColor(mark.line))
    tint = theme.tint(category)
    if tint and voice is Voice.WRITER:
        letters.setBackground(QColor(tint))
    return letters


def _format(
    document: QTextDocument, display: DisplayText, span: Span, letters: QTextCharFormat
) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(display.to_document(span.start))
    cursor.setPosition(display.to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(letters)


def _add_signs(
    document: QTextDocument, display: DisplayText, state: ArticleState, theme: Theme
) -> None:
    roles, signs = theme.roles, set[tuple[int, str, str]]()
    for correction in (state.corrections[index] for index in state.visible_corrections()):
        signs.add((correction.span.start, CORRECTION_SIGN, roles.correction))
        if correction.claim is not None:
            signs.add((correction.claim.start, CLAIM_SIGN, roles.claim))
    # from the end, so that the places before stay where they are
    for start, sign, colour in sorted(signs, reverse=True):
        cursor = QTextCursor(document)
        cursor.setPosition(display.to_document(start))
        cursor.insertText(sign, _sign_letters(colour))


def _sign_letters(colour: str) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setForeground(QColor(colour))
    letters.setFontWeight(700)
    return letters


def _add_legend(document: QTextDocument, state: ArticleState, theme: Theme) -> None:
    shown = {state.findings[index].category for index in state.visible_findings()}
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock(QTextBlockFormat(), _small())
    cursor.insertBlock(QTextBlockFormat(), _small())
    cursor.insertText(_tr("What the marks mean: "), _small())
    for category in (one for one in Category if one in shown):
        letters = _small()
        letters.merge(_letters(theme, category, Voice.WRITER))
        cursor.insertText(category_wording(category).singular, letters)
        cursor.insertText("   ", _small())
    if state.visible_corrections():
        for sign, meaning, colour in (
            (CORRECTION_SIGN, _tr("corrective passage"), theme.roles.correction),
            (CLAIM_SIGN, _tr("claim that it answers"), theme.roles.claim),
        ):
            letters = _small()
            letters.setForeground(QColor(colour))
            cursor.insertText(f"{sign}{meaning}   ", letters)
    cursor.setPosition(0, QTextCursor.MoveMode.MoveAnchor)


def _small() -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(_PAPER_SIZE * 0.8)
    letters.setForeground(QColor(Qt.GlobalColor.black))
    return letters


def _tr(text: str) -> str:
    return QCoreApplication.translate("printing", text)
