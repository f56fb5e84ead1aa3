"""Prints the article with its marks and a legend, on paper or into a PDF file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from reader.errors import ReaderError

_MARGIN = 20.0


class PrintError(ReaderError):
    """The article could not be printed."""


class PrinterChoice:
    """Which printer to use."""

    @classmethod
    def ask(cls, parent: QWidget, title: str) -> QPrinter | None:
        """Ask for a printer; None where nothing is to be printed."""
        printer = _printer(title)
        dialog = QPrintDialog(printer, parent)
        return printer if dialog.exec() else None


def print_document(make: Callable[[], QTextDocument], printer: QPrinter) -> None:
    """Print the document that `make` returns."""
    make().print_(printer)


def print_pdf(make: Callable[[], QTextDocument], path: Path, title: str) -> None:
    """Write the document that `make` returns as a PDF file at `path`.

    Raises:
        PrintError: the file cannot be written.
    """
    try:
        # Qt reports a file that it cannot write by an empty page only
        path.open("ab").close()
    except OSError as error:
        raise PrintError(f"{path} cannot be written: {error.strerror}.") from error
    printer = _printer(title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    print_document(make, printer)


def _printer(title: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return printer
