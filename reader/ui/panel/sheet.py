"""The style sheet of the panel's own parts."""

from string import Template

from reader.ui.theme import Theme

_SHEET = Template("""
FindingsTab, ClaimsTab, VoicesTab, OverviewTab { background: $panel; }
$root QScrollArea, $root QScrollArea > QWidget > QWidget { background: transparent; }
$root { background: $surface; }
$root QTabBar::tab:first { margin-left: 12px; }
$root QTabBar::tab { padding: 8px 9px 6px 9px; }
$root QTabBar::tear { width: 0; border: none; }
$root QTabBar::scroller { width: 44px; }
$root QTabBar QToolButton { background: $surface; border: none; border-radius: 0; padding: 0; }
ChartView QToolButton { padding: 0 1px 0 11px; text-align: right; }
ChartView QToolButton:focus { padding: 0 0 0 10px; }
ChartView QToolButton::menu-indicator { image: none; width: 0; }
$root QLabel { background: transparent; color: $text; }
$root QLabel[role="muted"] { color: $muted; }
$root QLabel[role="title"] { font-weight: 600; }
$root RowView, $root RowView:focus { background: $panel; border: none;
  selection-background-color: transparent; }
$root QFrame#card { background: $card; border: 1px solid $border; border-radius: 9px; }
$root QPushButton[kind="alternative"] { background: transparent; color: $accent;
  border: 1px solid $accent; border-radius: 6px; padding: 4px 10px; }
$root QPushButton[kind="alternative"]:hover { background: $accent; color: $on_accent; }
$root QPushButton[kind="alternative"]:focus { border: 2px solid $accent; padding: 3px 9px; }
$root QPushButton[kind="link"] { background: transparent; color: $muted; border: none;
  border-radius: 5px; padding: 4px 2px; text-align: left; }
$root QPushButton[kind="link"]:hover, $root QPushButton[kind="link"]:checked {
  color: $accent; text-decoration: underline; }
$root QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 2px 0; }
$root QComboBox { padding: 4px 24px 4px 8px; }
$root QComboBox:focus { padding: 3px 23px 3px 7px; }
$root QComboBox::drop-down { border: none; width: 0; }
$root QLineEdit { padding: 4px 8px; }
""")


def panel_sheet(theme: Theme, root: str = "SidePanel") -> str:
    """Return the style sheet of the panel's parts below a widget of class `root`."""
    roles = {name: getattr(theme.roles, name) for name in theme.roles.__slots__}
    return _SHEET.substitute(roles, root=root)
