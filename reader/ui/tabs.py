"""The open articles, one in each tab, and the welcome page where there is none."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from reader.model.article import Article
from reader.resources import resource
from reader.ui.collecting import collect_all
from reader.ui.page import Page
from reader.ui.services import Services
from reader.ui.theme import Theme

_LONGEST_LABEL = 28
# after an article was closed nothing moves on the screen for a while
_REST = 500


class Tabs(QStackedWidget):
    """Holds the pages.

    Signals:
        page_added: a Page that nobody has connected to yet.
        page_changed: another page, or none, is in front.
        close_requested: the Page whose tab is to be closed.
    """

    page_added = Signal(object)
    page_changed = Signal()
    close_requested = Signal(object)

    def __init__(self, services: Services, theme: Theme, welcome: QWidget) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setTabsClosable(True)
        self._tabs.setMovable(True)
        self._tabs.setTabBarAutoHide(True)
        # it hands the keyboard to its bar, and where that is hidden Tab would go no further
        self._tabs.setFocusProxy(None)  # type: ignore[arg-type]  # to Qt, it means none
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tabs.tabBar().setAccessibleName(self.tr("Open articles"))
        cross = resource("icons/close.svg").as_posix()
        self._tabs.tabBar().setStyleSheet(
            f"QTabBar::close-button {{ image: url({cross}); subcontrol-position: right;"
            " width: 14px; height: 14px; margin: 2px; }"
        )
        self.addWidget(welcome)
        self.addWidget(self._tabs)
        self._tabs.currentChanged.connect(self._change)
        self._tabs.tabCloseRequested.connect(self._request_close)

    @property
    def current_page(self) -> Page | None:
        """The page in front, None where no article is open."""
        page = self._tabs.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def pages(self) -> list[Page]:
        """All pages, in the order of their tabs."""
        return list(self._pages())

    def open(self, article: Article) -> Page:
        """Show `article` in a new tab, in front."""
        page = Page(self._services, self._theme)
        # the first letter that is typed makes a draft of the article, and is painted before that
        page.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        self.page_added.emit(page)
        # a long text is laid out once only if the page has its size before it gets the text
        self._tabs.setCurrentIndex(self._tabs.addTab(page, ""))
        self.setCurrentWidget(self._tabs)
        page.show_article(article)
        page.setFocus()
        self._rename()
        return page

    def show_page(self, page: Page) -> None:
        """Bring `page` to the front."""
        self._tabs.setCurrentWidget(page)

    def close_page(self, page: Page) -> None:
        """Take `page` away; unsaved text is gone."""
        page.give_up()
        self._tabs.removeTab(self._tabs.indexOf(page))
        page.deleteLater()
        QTimer.singleShot(_REST, self, collect_all)

    def step(self, forwards: bool) -> None:
        """Bring the next or the previous page to the front, around the end."""
        if count := self._tabs.count():
            self._tabs.setCurrentIndex(
                (self._tabs.currentIndex() + (1 if forwards else -1)) % count
            )

    def apply_theme(self, theme: Theme) -> None:
        """Show all pages in other colours."""
        self._theme = theme
        for page in self._pages():
            page.apply_theme(theme)

    def _pages(self) -> Iterator[Page]:
        for index in range(self._tabs.count()):
            page = self._tabs.widget(index)
            if isinstance(page, Page):
                yield page

    def _rename(self) -> None:
        for index, page in enumerate(self._pages()):
            title = page.title
            short = title if len(title) <= _LONGEST_LABEL else f"{title[: _LONGEST_LABEL - 1]}…"
            # an ampersand in a label would mark a letter as the tab's key
            self._tabs.setTabText(index, f"{'• ' * page.is_modified}{short}".replace("&", "&&"))
            self._tabs.setTabToolTip(index, str(page.path or title))
        self.page_changed.emit()

    def _change(self) -> None:
        if self._tabs.count() == 0:
            self.setCurrentIndex(0)
        self.page_changed.emit()

    def _request_close(self, index: int) -> None:
        page = self._tabs.widget(index)
        if isinstance(page, Page):
            self.close_requested.emit(page)
