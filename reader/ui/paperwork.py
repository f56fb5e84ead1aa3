"""The commands that put the article on paper."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.errors import ReaderError
from reader.ui.filing import Filing
from reader.ui.message_bar import MessageBar
from reader.ui.printing import PrinterChoice, print_document, print_pdf
from reader.ui.questions import FileToSave
from reader.ui.tabs import Tabs


class Paperwork(QObject):
    """Prints the page in front."""

    def __init__(self, window: QWidget, tabs: Tabs, filing: Filing, messages: MessageBar) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs
        self._filing = filing
        self._messages = messages

    def print(self) -> None:
        """Print on the printer that the user picks."""
        page = self._tabs.current_page
        if page and (printer := PrinterChoice.ask(self._window, page.title)):
            print_document(page.view.document_for_print, printer)

    def print_pdf(self) -> None:
        """Print into the file that the user picks."""
        page = self._tabs.current_page
        if page is None:
            return
        suggested = self._filing.suggested_name(page, ".pdf")
        path = FileToSave.ask(self._window, suggested, self.tr("PDF (*.pdf)"))
        if path:
            self._write_pdf(Path(path).with_suffix(".pdf"))

    def _write_pdf(self, path: Path) -> None:
        page = self._tabs.current_page
        assert page is not None
        try:
            print_pdf(page.view.document_for_print, path, page.title)
        except ReaderError as error:
            self._messages.tell(str(error))
        else:
            self._messages.tell(self.tr("Printed to {path}.").format(path=path))
