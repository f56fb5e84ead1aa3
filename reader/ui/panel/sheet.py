"""The style sheet of the panel's own parts."""

from string import Template

from reader.ui.theme import Theme

_SHEET = Template("""
FindingsTab, ClaimsTab, VoicesTab, OverviewTab { background: $panel; }
SidePanel QScrollArea, SidePanel QScrollArea > QWidget > QWidget { background: transparent; }
SidePanel { background: $surface; }
SidePanel QTabBar::tab:first { margin-left: 12px; }
SidePanel QTabBar::tear { width: 0; border: none; }
SidePanel QTabBar::scroller { width: 44px; }
SidePanel QTabBar QToolButton { background: $surface; border: none; border-radius: 0; padding: 0; }
ChartView QToolButton { padding: 0 6px; }
ChartView QToolButton::menu-indicator { image: none; width: 0; }
SidePanel QLabel { background: transparent; color: $text; }
SidePanel QLabel[role="muted"] { color: $muted; }
SidePanel QLabel[role="title"] { font-weight: 600; }
SidePanel RowView, SidePanel RowView:focus { background: $panel; border: none;
  selection-background-color: transparent; }
SidePanel QFrame#card { background: $card; border: 1px solid $border; border-radius: 9px; }
SidePanel QPushButton[kind="alternative"] { background: transparent; color: $accent;
  border: 1px solid $accent; border-radius: 6px; padding: 4px 10px; }
SidePanel QPushButton[kind="alternative"]:hover { background: $accent; color: $on_accent; }
SidePanel QPushButton[kind="alternative"]:focus { border: 2px solid $accent; padding: 3px 9px; }
SidePanel QPushButton[kind="link"] { background: transparent; color: $muted; border: none;
  border-radius: 5px; padding: 4px 2px; text-align: left; }
SidePanel QPushButton[kind="link"]:hover, SidePanel QPushButton[kind="link"]:checked {
  color: $accent; text-decoration: underline; }
SidePanel QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 2px 0; }
SidePanel QComboBox { padding: 4px 24px 4px 8px; }
SidePanel QComboBox:focus { padding: 3px 23px 3px 7px; }
SidePanel QComboBox::drop-down { border: none; width: 0; }
SidePanel QLineEdit { padding: 4px 8px; }
""")


def panel_sheet(theme: Theme) -> str:
    """Return the style sheet of the panel in the colours of a theme."""
    roles = {name: getattr(theme.roles, name) for name in theme.roles.__slots__}
    return _SHEET.substitute(roles)
