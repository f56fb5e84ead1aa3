"""The menu of a finding in the list."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu

from reader.model.results import Finding
from reader.ui.panel.wording import alternative_action, tr


@dataclass(frozen=True, slots=True)
class FindingCalls:
    """What can be done with a finding, and with the list that it stands in."""

    put: Callable[[str], None]
    ignore: Callable[[], None]
    ignore_word: Callable[[], None]
    unwant: Callable[[], None]
    explain: Callable[[], None]
    show_only: Callable[[], None]
    open_groups: Callable[[bool], None]


def add_finding_actions(menu: QMenu, finding: Finding, calls: FindingCalls) -> None:
    """Add an entry for each of the calls, and for each alternative."""
    for text in finding.alternatives:
        menu.addAction(alternative_action(text), partial(calls.put, text))
    menu.addSeparator()
    menu.addAction(tr("Ignore this one"), calls.ignore)
    menu.addAction(tr("Ignore everywhere"), calls.ignore_word)
    menu.addAction(tr("Never for us…"), calls.unwant)
    menu.addAction(tr("Why?"), calls.explain)
    menu.addSeparator()
    menu.addAction(tr("Show only this category"), calls.show_only)
    menu.addSeparator()
    menu.addAction(tr("Close all groups"), partial(calls.open_groups, False))
    menu.addAction(tr("Open all groups"), partial(calls.open_groups, True))
