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
from reader.ui.theme import LineStyle, Theme

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


def printable(state: ArticleState, theme: Theme, preferences: Preferences) -> QTextDocument:
    """Return a document of the article with its marks and a legend, black on white."""
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
    _add_legend(document, state, theme)
    return document


def _space_paragraphs(document: QTextDocument, display: DisplayText, title: str) -> None:
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    spaced = QTextBlockFormat()
    spaced.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    spaced.setBottomMargin(6)
    cursor.mergeBlockFormat(spaced)
    if is_title(display.block_text(0), title, len(display) > 1):
        letters = QTextCharFormat()
        letters.setFontWeight(700)
        letters.setFontPointSize(_PAPER_SIZE * TITLE_SCALE)
        _format(document, display, display.block_span(0), letters)


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
        letters = _small()
        letters.setForeground(QColor(theme.roles.correction))
        cursor.insertText(_tr("corrective passage"), letters)
    cursor.setPosition(0, QTextCursor.MoveMode.MoveAnchor)


def _small() -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(_PAPER_SIZE * 0.8)
    letters.setForeground(QColor(Qt.GlobalColor.black))
    return letters


def _tr(text: str) -> str:
    return QCoreApplication.translate("printing", text)
