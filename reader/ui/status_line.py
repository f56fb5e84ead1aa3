"""The line below the article: what was found, how far the analyser is, and that it ran here."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from reader.ui.page import Page

# a step is three pixels wide, and every one is painted
_STEPS = 50


class StatusLine(QStatusBar):
    """Describes one page.

    Signals:
        cancelled: the user wants the analysis to stop.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._found, self._corrected, self._counted = (QLabel() for _ in range(3))
        for label in (self._found, self._corrected, self._counted):
            self.addWidget(label)
        self._activity = QLabel()
        self._progress = QProgressBar()
        self._progress.setRange(0, _STEPS)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        self._progress.setAccessibleName(self.tr("Progress of the analysis"))
        self._cancel = QToolButton()
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the analysis"))
        self._cancel.clicked.connect(self.cancelled)
        for widget in (self._activity, self._progress, self._cancel):
            self.addPermanentWidget(widget)
        self.show_progress(None)

    @property
    def sentence(self) -> str:
        """All that the line says, for tests and for reading aloud."""
        labels = (self._found, self._corrected, self._counted, self._activity)
        return " · ".join(label.text() for label in labels if label.text())

    def describe(self, page: Page | None) -> None:
        """Say what is known of `page`, nothing where there is none."""
        self._found.setText("" if page is None else self._findings_of(page))
        self._corrected.setText("" if page is None else self._corrections_of(page))
        self._counted.setText("" if page is None else self._words_of(page))
        self._activity.setText("" if page is None else self._activity_of(page))
        if page is None or not page.marking.is_first:
            self.show_progress(None)

    def show_progress(self, share: float | None) -> None:
        """Show how much is done, 0 to 1, or None while nothing is going on."""
        self._progress.setVisible(share is not None)
        self._cancel.setVisible(share is not None)
        if share is not None:
            self._progress.setValue(round(share * _STEPS))

    def _findings_of(self, page: Page) -> str:
        return self._several(
            len(page.state.visible_findings()), self.tr("finding"), self.tr("findings")
        )

    def _corrections_of(self, page: Page) -> str:
        corrections = len(page.state.visible_corrections())
        standing = page.state.standing_claims
        said = [self._several(corrections, self.tr("correction"), self.tr("corrections"))]
        if standing:
            said.append(self._several(standing, self.tr("claim stands"), self.tr("claims stand")))
        return " · ".join(said) if page.state.engine else ""

    def _words_of(self, page: Page) -> str:
        return self._several(page.words, self.tr("word"), self.tr("words")) if page.words else ""

    def _activity_of(self, page: Page) -> str:
        if page.marking.is_first:
            return self.tr("Analysing on this computer …")
        if page.seconds is None:
            return ""
        if page.seconds < 0.1:
            return self.tr("Analysed on this computer in less than 0.1 s")
        seconds = QLocale().toString(page.seconds, "f", 1)
        return self.tr("Analysed on this computer in {seconds} s").format(seconds=seconds)

    def _several(self, number: int, one: str, many: str) -> str:
        return f"{QLocale().toString(number)} {one if number == 1 else many}"
