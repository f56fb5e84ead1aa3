"""The window: what is where, and which command does what."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from reader.model.span import Span
from reader.ui.appearance import Appearance
from reader.ui.collecting import leave_old_objects_alone
from reader.ui.editing import Editing
from reader.ui.extras import Extras
from reader.ui.filing import Filing
from reader.ui.menus import Menus
from reader.ui.message_bar import MessageBar
from reader.ui.page import Page
from reader.ui.panel_menu import PanelMenu
from reader.ui.paperwork import Paperwork
from reader.ui.reading.dropping import dropped_paths
from reader.ui.recent_menu import RecentMenu
from reader.ui.services import Services
from reader.ui.status_line import StatusLine
from reader.ui.tabs import Tabs
from reader.ui.theme import Theme
from reader.ui.tool_bar import ToolBar
from reader.ui.view_menu import ViewMenu
from reader.ui.welcome import Welcome
from reader.ui.window_memory import WindowMemory
from reader.ui.word_menu import WordMenu
from reader.ui.word_offers import WordOffers

# results come in many parts, and counting all of them for each would take its time
_DESCRIBING_PAUSE = 150

_LONGEST_WANTED = 80


class MainWindow(QMainWindow):
    """Puts the parts together and routes commands to the page in front.

    Signals:
        painted: the window was on the screen for the first time.
    """

    painted = Signal()

    def __init__(self, services: Services, appearance: Appearance, remembered: QSettings) -> None:
        super().__init__()
        self.setWindowTitle("bias-reader")
        self.setAcceptDrops(True)
        self._services = services
        self._appearance = appearance
        self._memory = WindowMemory(self, remembered)
        self._is_painted = False
        self._describing = QTimer(self)
        self._describing.setSingleShot(True)
        self._describing.setInterval(_DESCRIBING_PAUSE)
        self.messages = MessageBar()
        self.welcome = Welcome()
        self.tabs = Tabs(services, appearance.theme, self.welcome)
        self.filing = Filing(self, self.tabs, self.messages, services)
        self.editing = Editing(self.tabs)
        self._offers = WordOffers(self, services.user_data, self.messages)
        self.paperwork = Paperwork(self, self.tabs, self.filing, self.messages)
        self.extras = Extras(self, services, appearance)
        self.view_menu = ViewMenu(self, self.tabs, services)
        self.word_menu = WordMenu(self, self.tabs)
        self.panel_menu = PanelMenu(self, self.tabs)
        self.menus = Menus(self.menuBar(), self, self._handlers())
        self.word_menu.adopt_menu()
        self.tool_bar = ToolBar(self.menus.actions)
        self.status_line = StatusLine()
        self._arrange()
        self._connect()
        self.menus.actions["panel"].setChecked(self._memory.restore())
        self._apply_theme(appearance.theme)
        self._refresh()

    # putting together

    def _arrange(self) -> None:
        self.addToolBar(self.tool_bar)
        self.setStatusBar(self.status_line)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(room)
        self.recent_menu = RecentMenu(self.menus.menus["recent"], self._services.user_data)

    def _connect(self) -> None:
        self._describing.timeout.connect(self._describe)
        self._appearance.changed.connect(self._apply_theme)
        self._services.preferences.changed.connect(self._apply_preferences)
        for teller in (
            self._services.preferences.troubled,
            self._services.user_data.troubled,
            self._services.analyser.troubled,
        ):
            teller.connect(self.messages.tell)
        self.tabs.page_added.connect(self._adopt)
        self.tabs.page_changed.connect(self._refresh)
        self.tabs.close_requested.connect(self.filing.close)
        self.status_line.cancelled.connect(self._cancel)
        self.tool_bar.mode_chosen.connect(self._set_editing)
        self.tool_bar.find_field.typed.connect(self._find_typed)
        self.tool_bar.find_field.wanted.connect(self._find)
        self.tool_bar.find_field.left.connect(self.editing.focus_text)
        self.tool_bar.reading_settings_requested.connect(self.extras.show_reading_settings)
        self.filing.edit_wanted.connect(lambda: self._set_editing(True))
        self.recent_menu.file_requested.connect(lambda path: self.filing.open_paths([path]))
        self._connect_welcome()

    def _connect_welcome(self) -> None:
        self.welcome.open_requested.connect(self.filing.ask_for_files)
        self.welcome.paste_requested.connect(self.filing.paste)
        self.welcome.sample_requested.connect(self.filing.open_sample)
        self.welcome.file_requested.connect(lambda path: self.filing.open_paths([path]))
        self.recent_menu.changed.connect(self.welcome.show_files)
        self.recent_menu.refresh()

    def _handlers(self) -> dict[str, Callable[[], None]]:
        return {
            "open": self.filing.ask_for_files,
            "new": self.filing.new,
            "paste_article": self.filing.paste,
            "sample": self.filing.open_sample,
            "save": self._with_page(self.filing.save),
            "save_as": self._with_page(self.filing.save_as),
            "print": self.paperwork.print,
            "print_pdf": self.paperwork.print_pdf,
            "close": self._with_page(self.filing.close),
            "quit": self._quit,
            "edit_mode": lambda: self._set_editing(self._is_checked("edit_mode")),
            **self.editing.handlers(),
            "find": self._start_finding,
            "find_next": lambda: self._find(self.tool_bar.find_field.text(), False),
            "find_previous": lambda: self._find(self.tool_bar.find_field.text(), True),
            **self.view_menu.handlers(),
            **self.extras.handlers(),
            **self.word_menu.handlers(),
            **self.panel_menu.handlers(),
            **self._article_handlers(),
        }

    def _article_handlers(self) -> dict[str, Callable[[], None]]:
        return {
            "next_finding": self._with_page(lambda page: page.state.next_finding()),
            "previous_finding": self._with_page(lambda page: page.state.previous_finding()),
            "next_correction": self._with_page(lambda page: page.state.next_correction()),
            "previous_correction": self._with_page(lambda page: page.state.previous_correction()),
            "go_text": self.editing.focus_text,
            "go_panel": self._with_page(lambda page: page.go_to_panel()),
            "next_article": lambda: self.tabs.step(forwards=True),
            "previous_article": lambda: self.tabs.step(forwards=False),
            "only_category": self._with_page(lambda page: page.marks.show_only_selected()),
            "all_marks": self._with_page(lambda page: page.marks.show_all()),
            "ignore": self._with_page(lambda page: page.marks.ignore_selected()),
            "ignore_word": self._with_page(lambda page: page.marks.ignore_selected_word()),
            "never_for_us": self._with_page(lambda page: page.marks.unwant_selected_word()),
            "analyse": self._with_page(lambda page: page.analyse()),
            "cancel": self._cancel,
        }

    def _with_page(self, command: Callable[[Page], object]) -> Callable[[], None]:
        def run() -> None:
            if page := self.tabs.current_page:
                command(page)

        return run

    def _is_checked(self, name: str) -> bool:
        return self.menus.actions[name].isChecked()

    def start_services(self) -> None:
        """Start what the first sight of the window need not wait for."""
        leave_old_objects_alone()
        self._services.analyser.start()
        faults = (self._services.preferences.fault, self._services.user_data.fault)
        if said := " ".join(fault for fault in faults if fault):
            self.messages.tell(said)
        self.filing.offer_drafts()
        self.extras.begin_first_tour()

    # pages

    def _adopt(self, page: Page) -> None:
        panel = self._memory.panel_width()
        page.splitter.setSizes([self.width() - panel, panel])
        page.splitter.splitterMoved.connect(
            lambda: self._memory.keep_panel_width(page.splitter.sizes()[1])
        )
        page.show_panel(self._is_checked("panel"))
        self._offers.adopt(page)
        page.status_changed.connect(self._describe_soon)
        page.marking.progressed.connect(self._show_progress)
        page.troubled.connect(self.messages.tell)
        page.view.zoomed.connect(self.view_menu.zoom)
        page.why_requested.connect(self.extras.explain)
        page.files_dropped.connect(self.filing.open_paths)
        page.text_dropped.connect(self.filing.open_text)

    def _refresh(self) -> None:
        page = self.tabs.current_page
        self.menus.enable_for_article(page is not None)
        editing = page is not None and page.is_editable
        self.tool_bar.show_mode(editing, page is not None)
        self.menus.actions["edit_mode"].setChecked(editing)
        self.setWindowTitle(f"{page.title}[*] – bias-reader" if page else "bias-reader")
        self.setWindowModified(page is not None and page.is_modified)
        self._describe()

    def _describe_soon(self) -> None:
        if not self._describing.isActive():
            self._describing.start()

    def _describe(self) -> None:
        self.status_line.describe(self.tabs.current_page)

    def _show_progress(self, share: float) -> None:
        page = self.tabs.current_page
        if page is not None and page.marking.is_first:
            self.status_line.show_progress(share)

    def _cancel(self) -> None:
        if page := self.tabs.current_page:
            page.cancel()

    def _set_editing(self, editing: bool) -> None:
        if page := self.tabs.current_page:
            page.set_editable(editing)
            page.setFocus()
        self._refresh()

    # finding words

    def _start_finding(self) -> None:
        page = self.tabs.current_page
        chosen = page.view.page.selected().of(page.state.text) if page else ""
        # what is selected is what is looked for, unless it is a passage
        if chosen and "\n" not in chosen and len(chosen) <= _LONGEST_WANTED:
            self.tool_bar.find_field.setText(chosen)
        self.tool_bar.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tool_bar.find_field.selectAll()

    def _find_typed(self, text: str) -> None:
        if page := self.tabs.current_page:
            # a longer word may begin where the shorter one was found
            start = page.view.page.selected().start
            page.view.page.select(Span(start, start))
            self._find(text, False)

    def _find(self, text: str, backwards: bool) -> None:
        if page := self.tabs.current_page:
            found = page.view.find(text, backwards)
            self.tool_bar.find_field.show_found(found, page.view.match_count(text))

    # appearance

    def _apply_theme(self, theme: Theme) -> None:
        self.tabs.apply_theme(theme)
        self.messages.apply_theme(theme)
        self.extras.apply_theme(theme)
        self.view_menu.refresh()

    def _apply_preferences(self) -> None:
        for page in self.tabs.pages:
            page.apply_preferences(self._services.preferences.current)
        self.view_menu.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window is seen first: what can wait starts then."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    # the end

    def _quit(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved text, remember the window, end the analyser."""
        if not self.filing.close_all():
            event.ignore()
            return
        self._memory.keep(self._is_checked("panel"))
        self.extras.close()
        self._services.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, links and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        mime = event.mimeData()
        if paths := dropped_paths(mime):
            self.filing.open_paths(paths)
        else:
            self.filing.open_text(mime.text())
        event.acceptProposedAction()
