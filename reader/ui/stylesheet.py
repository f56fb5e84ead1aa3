"""The style sheet of the window: shapes and spaces, with the colours of a theme."""

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.theme import Theme

_SHEET = Template("""
QMainWindow, QDialog, QToolBar, QStatusBar, QMenuBar { background: $surface; color: $text; }
QToolBar { border: none; border-bottom: 1px solid $border; padding: 5px 12px; spacing: 6px; }
QStatusBar { border-top: 1px solid $border; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 3px 8px; }
QToolTip { background: $panel; color: $text; border: 1px solid $border; padding: 6px; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 5px; }
QMenuBar::item:selected { background: $panel; }
QMenu { background: $panel; color: $text; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 5px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QPushButton, QToolButton { background: transparent; color: $text; border: 1px solid transparent;
  border-radius: 7px; padding: 6px 11px; }
QPushButton { background: $panel; border-color: $border; }
QPushButton:hover, QToolButton:hover { background: $panel; border-color: $border; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QToolButton:checked { background: $panel; border-color: $border; }
QPushButton:disabled, QToolButton:disabled { color: $muted; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 5px 10px; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:focus { border: 2px solid $text; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $panel; color: $text;
  border: 1px solid $border; border-radius: 7px; padding: 6px 10px;
  selection-background-color: $selection; selection-color: $text; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; padding: 5px 9px; }
QLineEdit[missing="true"] { border-color: $claim; }
#foundCount { color: $muted; background: transparent; }
QComboBox QAbstractItemView { background: $panel; color: $text; border: 1px solid $border;
  selection-background-color: $selection; selection-color: $text; }
#welcome { background: $page; border: 1px solid $border; border-radius: 12px; }
#welcome QLabel[role="quiet"] { color: $muted; }
#welcome QPushButton[kind="file"] { background: transparent; border-color: transparent;
  text-align: left; padding: 5px 8px; }
#welcome QPushButton[kind="file"]:hover { background: $surface; }
#welcome QPushButton[kind="file"]:focus { border: 2px solid $accent; padding: 4px 7px; }
QTabWidget::pane { border: none; background: $panel; }
QTabBar { background: $surface; }
QTabBar::tab { background: transparent; color: $muted; border: none; padding: 8px 11px;
  border-bottom: 2px solid transparent; border-top-left-radius: 7px;
  border-top-right-radius: 7px; margin-top: 6px; }
QTabBar::tab:selected { background: $panel; color: $text; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected:focus { border-bottom: 2px solid $accent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QListView, QTreeView, QTableView { background: $panel; color: $text; border: none;
  selection-background-color: $selection; selection-color: $text; outline: none; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $accent; }
QTableWidget::item { padding: 3px 6px; }
QHeaderView::section { background: $surface; color: $muted; border: none;
  border-bottom: 1px solid $border; padding: 5px 8px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -6px 0; border-radius: 8px;
  background: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $text; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $border; border-radius: 4px; min-height: 36px;
  margin: 2px; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar::handle:vertical:hover { background: $muted; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $border; border-radius: 4px; min-width: 36px;
  margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $border; border: none; border-radius: 3px; max-height: 6px;
  color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: 5px; padding: 1px 3px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
""")


def stylesheet(theme: "Theme") -> str:
    """Return the style sheet in the colours of `theme`."""
    roles = {name: getattr(theme.roles, name) for name in theme.roles.__slots__}
    return _SHEET.substitute(roles)
