"""All preferences in one window that need not be closed to see what they do."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from reader.settings import Preferences
from reader.ui.marks_form import MarksForm
from reader.ui.preference_store import PreferenceStore
from reader.ui.reading_settings import ReadingForm
from reader.ui.theme import Theme


class PreferencesDialog(QDialog):
    """Reading and marks; every change applies at once and is remembered."""

    def __init__(self, store: PreferenceStore, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store = store
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.RestoreDefaults | QDialogButtonBox.StandardButton.Close
        )
        buttons.rejected.connect(self.close)
        usual = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        usual.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        usual.clicked.connect(lambda: self._restore(theme))
        column = QVBoxLayout(self)
        column.addWidget(self._tabs)
        column.addWidget(buttons)
        self._fill(theme)
        self.reading.setFocus()

    def apply_theme(self, theme: Theme) -> None:
        """Show the marks as they look now."""
        self.marks.apply_theme(theme, self._store.current)

    def _fill(self, theme: Theme) -> None:
        self.reading = ReadingForm(self._store)
        self.marks = MarksForm(self._store, theme)
        for form, label in ((self.reading, _tr("Reading")), (self.marks, _tr("Marks"))):
            room = QWidget()
            column = QVBoxLayout(room)
            column.setContentsMargins(20, 18, 20, 12)
            column.addWidget(form)
            column.addStretch()
            self._tabs.addTab(room, label)

    def _restore(self, theme: Theme) -> None:
        # what the user has seen already is no preference
        self._store.set(Preferences(tour_seen=self._store.current.tour_seen))
        place = self._tabs.currentIndex()
        while (room := self._tabs.widget(0)) is not None:
            self._tabs.removeTab(0)
            room.deleteLater()
        self._fill(theme)
        self._tabs.setCurrentIndex(place)


def _tr(text: str) -> str:
    return QCoreApplication.translate("preferences", text)
