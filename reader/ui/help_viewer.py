"""Our own pages on how to read the marks and use the window; nothing is fetched from anywhere."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from reader.resources import resource
from reader.ui.commands import Command, Menu, all_menus
from reader.ui.other_keys import Part, all_parts
from reader.ui.theme import Theme

_SHORTCUTS = "<!-- shortcuts -->"
_MEASURE = 720
_WIDEST_PICTURE = 600


class HelpBrowser(QTextBrowser):
    """Shows pages of `resources/help`, and no other file and no address."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setOpenExternalLinks(False)
        self.setAccessibleName(_tr("Help"))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a page or a picture of our own, nothing for anything else."""
        url = QUrl(name)
        path = self._folder / url.fileName()
        if url.scheme() not in {"", "help"} or not path.is_file():
            return None
        if kind == QTextDocument.ResourceType.HtmlResource.value:
            return page_html(path)
        return self._fitted(QImage(str(path)))

    def _fitted(self, picture: QImage) -> QImage:
        """Return a picture no wider than a page; Qt itself would scale it coarsely."""
        ratio = self.devicePixelRatioF()
        if picture.width() > _WIDEST_PICTURE:
            width = round(_WIDEST_PICTURE * ratio)
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        return picture


class HelpViewer(QWidget):
    """The window of the help."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(_tr("bias-reader Help"))
        self.resize(_MEASURE, 680)
        self.browser = HelpBrowser(resource("help"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.browser)
        self.apply_theme(theme)

    def show_page(self, name: str, anchor: str = "") -> None:
        """Show the page `name`, from `anchor` on."""
        self.browser.setSource(QUrl(f"help:{name}.html{'#' * bool(anchor)}{anchor}"))
        self.show()
        self.activateWindow()

    def apply_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        roles = theme.roles
        self.browser.setStyleSheet(
            f"QTextBrowser {{ background: {roles.page}; color: {roles.text}; border: none;"
            " padding: 18px 26px; }"
        )
        self.browser.document().setDefaultStyleSheet(
            f"a {{ color: {roles.accent}; }} h1, h2, h3 {{ color: {roles.text}; }}"
            f" .quiet {{ color: {roles.muted}; }} td, th {{ padding: 3px 18px 3px 0; }}"
        )
        self.browser.reload()


def page_html(path: Path) -> str:
    """Return the page in the file at `path`, with the table of shortcuts where it wants one."""
    return path.read_text(encoding="utf-8").replace(_SHORTCUTS, shortcuts_html())


def shortcuts_html() -> str:
    """Return all commands that have keys, and the keys of single parts, as a table."""
    rows = [*map(_menu_rows, all_menus()), *map(_part_rows, all_parts())]
    return f"<table>{''.join(rows)}</table>"


def _menu_rows(menu: Menu) -> str:
    commands = list(_commands(menu))
    rows = "".join(_command_row(command) for command in commands if command.sequences())
    return f"<tr><th align='left' colspan='2'>{_plain(menu.label)}</th></tr>{rows}"


def _commands(menu: Menu) -> Iterator[Command]:
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _commands(entry)
        elif entry is not None:
            yield entry


def _command_row(command: Command) -> str:
    keys = list(dict.fromkeys(filter(_is_on_keyboards, map(_native, command.sequences()))))
    return f"<tr><td>{_plain(command.label)}</td><td>{escape(' or '.join(keys))}</td></tr>"


def _part_rows(part: Part) -> str:
    rows = (
        f"<tr><td>{escape(what.capitalize())}</td><td>{escape(keys)}</td></tr>"
        for keys, what in part.lines
    )
    return f"<tr><th align='left' colspan='2'>{escape(part.name)}</th></tr>{''.join(rows)}"


def _native(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _is_on_keyboards(keys: str) -> bool:
    # few keyboards have a key that is called "Open" or "Find"
    return not keys.isalpha()


def _plain(label: str) -> str:
    return escape(label.replace("&", "").rstrip("…"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
