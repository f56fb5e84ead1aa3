"""The commands of the window: what the menus, the keys and the shortcuts page are made from."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

Key = QKeySequence.StandardKey
# no entry of the lexicon has more alternatives
MOST_WORDS = 6
# in the order of their tabs
PANEL_TABS = ("panel_findings", "panel_claims", "panel_voices", "panel_overview")


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of a menu; `keys` are standard keys or key texts, the first one is shown."""

    name: str
    label: str
    keys: tuple[Key | str, ...] = ()
    checkable: bool = False
    needs_article: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole

    def sequences(self) -> list[QKeySequence]:
        """Return the key sequences on this platform; a standard key may have none here."""
        found: list[QKeySequence] = []
        for key in self.keys:
            wanted = QKeySequence.keyBindings(key) if isinstance(key, Key) else [QKeySequence(key)]
            found += [sequence for sequence in wanted if sequence not in found]
        return found


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: commands, None for a line between them, and the names of menus filled elsewhere."""

    name: str
    label: str
    entries: tuple["Command | Menu | None", ...] = field(default=())


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)


def all_menus() -> tuple[Menu, ...]:
    """Return the menus of the window, in the user's language."""
    return (_file(), _edit(), _view(), _go(), _marks(), _help())


def _file() -> Menu:
    return Menu(
        "file",
        _tr("&File"),
        (
            Command("open", _tr("&Open…"), (Key.Open,)),
            Menu("recent", _tr("Open &Recent")),
            Command("new", _tr("&New Article"), (Key.New,)),
            Command("paste_article", _tr("&Paste as New Article"), ("Ctrl+Shift+V",)),
            Command("sample", _tr("Open the Sa&mple Article")),
            None,
            Command("save", _tr("&Save"), (Key.Save,), needs_article=True),
            # not every platform has a standard key for it
            Command("save_as", _tr("Save &As…"), ("Ctrl+Shift+S",), needs_article=True),
            None,
            Command("print", _tr("Pr&int…"), (Key.Print,), needs_article=True),
            Command("print_pdf", _tr("Print to P&DF…"), needs_article=True),
            None,
            Command("close", _tr("&Close Article"), (Key.Close,), needs_article=True),
            Command("quit", _tr("&Quit"), (Key.Quit, "Ctrl+Q"), role=QAction.MenuRole.QuitRole),
        ),
    )


def _edit() -> Menu:
    return Menu(
        "edit",
        _tr("&Edit"),
        (
            Command("edit_mode", _tr("&Edit the Text"), ("Ctrl+E",), True, True),
            None,
            Command("undo", _tr("&Undo"), (Key.Undo,), needs_article=True),
            Command("redo", _tr("&Redo"), (Key.Redo,), needs_article=True),
            None,
            Command("cut", _tr("Cu&t"), (Key.Cut,)),
            Command("copy", _tr("&Copy"), (Key.Copy,)),
            Command("paste", _tr("&Paste"), (Key.Paste,)),
            Command("select_all", _tr("Select &All"), (Key.SelectAll,)),
            None,
            Command("find", _tr("&Find in Article"), (Key.Find,), needs_article=True),
            Command("find_next", _tr("Find &Next"), (Key.FindNext,), needs_article=True),
            Command("find_previous", _tr("Find Pre&vious"), (Key.FindPrevious,), False, True),
            Command("search_findings", _tr("Searc&h Findings"), ("Ctrl+Shift+F",), False, True),
            None,
            Command(
                "preferences",
                _tr("Preference&s…"),
                (Key.Preferences, "Ctrl+,"),
                role=QAction.MenuRole.PreferencesRole,
            ),
        ),
    )


def _view() -> Menu:
    return Menu(
        "view",
        _tr("&View"),
        (
            Command("legend", _tr("&Legend of the Marks"), ("F2",), checkable=True),
            Command("panel", _tr("Side &Panel"), ("F9",), checkable=True),
            None,
            Command("bigger", _tr("&Bigger Text"), (Key.ZoomIn, "Ctrl+=")),
            Command("smaller", _tr("&Smaller Text"), (Key.ZoomOut,)),
            Command("usual_size", _tr("&Usual Text Size"), ("Ctrl+0",)),
            Menu("theme", _tr("&Theme")),
            None,
            Command("full_screen", _tr("&Full Screen"), (Key.FullScreen, "F11"), checkable=True),
        ),
    )


def _go() -> Menu:
    return Menu(
        "go",
        _tr("&Go"),
        (
            Command("next_finding", _tr("&Next Finding"), ("F8",), needs_article=True),
            Command("previous_finding", _tr("&Previous Finding"), ("Shift+F8",), False, True),
            Command("next_correction", _tr("Next &Correction"), ("Ctrl+F8",), False, True),
            Command(
                "previous_correction",
                _tr("Previous C&orrection"),
                ("Ctrl+Shift+F8",),
                needs_article=True,
            ),
            None,
            Command("go_text", _tr("To the &Text"), ("F6",), needs_article=True),
            Command("go_panel", _tr("To the Pane&l"), ("Shift+F6",), needs_article=True),
            None,
            *_panel_tabs(),
            None,
            Command("next_article", _tr("Next &Article"), (Key.NextChild,)),
            Command("previous_article", _tr("Previous A&rticle"), (Key.PreviousChild,)),
        ),
    )


def _panel_tabs() -> tuple[Command, ...]:
    labels = (
        _tr("To the &Findings"),
        _tr("To the Cla&ims"),
        _tr("To the &Voices"),
        _tr("To the Overvi&ew"),
    )
    return tuple(
        Command(name, label, (f"Alt+{number}",), needs_article=True)
        for number, (name, label) in enumerate(zip(PANEL_TABS, labels, strict=True), 1)
    )


def _marks() -> Menu:
    return Menu(
        "marks",
        _tr("&Marks"),
        (
            Command(
                "only_category", _tr("Show Only This &Category"), ("Ctrl+Shift+O",), True, True
            ),
            Command("all_marks", _tr("Show &All Marks"), (), needs_article=True),
            None,
            _words(),
            Command("ignore", _tr("&Ignore This One"), ("Ctrl+I",), needs_article=True),
            Command("ignore_word", _tr("Ignore This &Word Everywhere"), (), needs_article=True),
            Command("never_for_us", _tr("&Not Loaded for Us…"), (), needs_article=True),
            Command("ignored", _tr("Ignored and &House Style…"), ("Ctrl+Shift+I",)),
            None,
            Command("analyse", _tr("Analyse A&gain"), (Key.Refresh,), needs_article=True),
            Command("cancel", _tr("Cancel the Anal&ysis"), ("Ctrl+.",), needs_article=True),
        ),
    )


def word_label(number: int) -> str:
    """Return what the command is called that puts an alternative in place."""
    return _tr("Put Other Word &{number} in Place").format(number=number)


def _words() -> Menu:
    numbers = range(1, MOST_WORDS + 1)
    return Menu(
        "words",
        _tr("&Other Words"),
        tuple(
            Command(f"word_{number}", word_label(number), (f"Ctrl+{number}",), needs_article=True)
            for number in numbers
        ),
    )


def _help() -> Menu:
    return Menu(
        "help",
        _tr("&Help"),
        (
            Command("help", _tr("&Help"), (Key.HelpContents,)),
            Command("help_marks", _tr("What the &Marks Mean")),
            Command("help_shortcuts", _tr("&Keyboard Shortcuts"), ("Ctrl+/",)),
            Command("tour", _tr("&Tour of the Window")),
            None,
            Command("about", _tr("&About bias-reader"), role=QAction.MenuRole.AboutRole),
        ),
    )
