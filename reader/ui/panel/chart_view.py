"""One chart of the overview: its title, the chart, and a button that copies it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.panel.chart_painting import Chart
from reader.ui.panel.figures import Figure, FigureMaker
from reader.ui.panel.labels import text_label
from reader.ui.panel.look import Look
from reader.ui.panel.statistics import Statistics
from reader.ui.panel.tables import Table
from reader.ui.panel.wording import tr

_MARGIN = 12


class Canvas(QWidget):
    """Paints a chart, or the sentence that stands in its place."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.chart: Chart | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the chart."""
        if self.chart is None:
            return 0
        if self.chart.figure.empty:
            box = QFontMetrics(self.look.small).boundingRect(
                0, 0, width, 10_000, Qt.TextFlag.TextWordWrap, self.chart.figure.empty
            )
            return box.height() + 1
        return round(self.chart.height(self.look, width))

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(0, self.heightForWidth(max(1, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart."""
        if self.chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chart.figure.empty:
            painter.setFont(self.look.small)
            painter.setPen(self.look.colour("muted"))
            painter.drawText(self.rect(), Qt.TextFlag.TextWordWrap, self.chart.figure.empty)
        else:
            self.chart.paint(painter, QRectF(self.rect()), self.look)


class ChartView(QFrame):
    """A chart with its title; to a screen reader, the title and all figures as a sentence."""

    def __init__(
        self,
        title: str,
        maker: FigureMaker,
        kind: Callable[[Figure], Chart],
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._maker = maker
        self._kind = kind
        self.title = text_label(self, "title", title)
        self.canvas = self.make_canvas(look)
        self.copy_button = QToolButton(self)
        self.copy_button.setText("⋯")
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy_button.setMenu(self._menu())
        self.setAccessibleName(title)
        self.copy_button.setAccessibleName(tr("Copy: {title}").format(title=title))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 6, _MARGIN, 10)
        column.addLayout(head)
        column.addWidget(self.canvas)

    def make_canvas(self, look: Look) -> Canvas:
        """Return what the chart is painted on."""
        return Canvas(look, self)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("Copy picture"), self.copy_picture)
        menu.addAction(tr("Copy table"), self.copy_table)
        return menu

    def show_statistics(self, statistics: Statistics) -> None:
        """Count what the chart shows, and show it."""
        figure = self._maker(statistics)
        self.canvas.chart = self._kind(figure)
        self.canvas.updateGeometry()
        self.canvas.update()
        self.setAccessibleDescription(figure.sentence)
        self.copy_button.setAccessibleDescription(figure.sentence)

    def set_look(self, look: Look) -> None:
        """Paint with other fonts and colours."""
        self.canvas.look = look
        self.canvas.updateGeometry()
        self.canvas.update()

    def table(self) -> Table | None:
        """Return the figures as a table, None before they were counted."""
        return None if self.canvas.chart is None else self.canvas.chart.figure.table

    def picture(self) -> QPixmap:
        """Return the title and the chart as they are on the screen, without the button."""
        self.copy_button.hide()
        picture = picture_of(self, self.canvas.look)
        self.copy_button.show()
        return picture

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setPixmap(self.picture())

    @property
    def heading(self) -> str:
        """What the chart shows."""
        return self._title

    def copy_table(self) -> None:
        """Put the figures on the clipboard, for a spreadsheet."""
        table = self.table()
        if table is not None:
            QGuiApplication.clipboard().setText(table.tsv())


def picture_of(widget: QWidget, look: Look) -> QPixmap:
    """Return a widget as it is on the screen, on the ground of the panel."""
    picture = QPixmap(widget.size() * widget.devicePixelRatioF())
    picture.setDevicePixelRatio(widget.devicePixelRatioF())
    picture.fill(look.colour("panel"))
    widget.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture


def titled(picture: QPixmap, title: str, look: Look) -> QPixmap:
    """Return a picture with a title above it."""
    ratio = picture.devicePixelRatioF()
    width = picture.deviceIndependentSize().width() - 2 * _MARGIN
    wrap = Qt.TextFlag.TextWordWrap.value
    room = QFontMetricsF(look.bold).boundingRect(QRectF(0, 0, width, 10_000), wrap, title)
    head = round(room.height()) + 2 * _MARGIN
    whole = QPixmap(picture.width(), picture.height() + round(head * ratio))
    whole.setDevicePixelRatio(ratio)
    whole.fill(look.colour("panel"))
    painter = QPainter(whole)
    painter.setFont(look.bold)
    painter.setPen(look.colour("text"))
    painter.drawText(QRectF(_MARGIN, _MARGIN, width, room.height()), wrap, title)
    painter.drawPixmap(0, head, picture)
    painter.end()
    return whole
