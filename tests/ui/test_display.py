"""Saying why no window can be opened."""

import importlib
import sys
from types import ModuleType

import pytest

from reader.ui import display
from reader.ui.display import DisplayError, require_display

X11 = {"DISPLAY": ":0"}


@pytest.fixture
def x11(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that has all libraries and a display that answers."""
    monkeypatch.setattr(display, "_loads", lambda _: True)
    monkeypatch.setattr(display, "_answers", lambda _: True)


def test_a_plug_in_that_was_asked_for_needs_no_display() -> None:
    require_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_one(platform: str) -> None:
    require_display({}, platform)


def test_wayland_is_enough() -> None:
    require_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


@pytest.mark.usefixtures("x11")
def test_x11_that_answers_is_enough() -> None:
    require_display(X11, "linux")


def test_no_display() -> None:
    with pytest.raises(DisplayError, match="set DISPLAY or WAYLAND_DISPLAY"):
        require_display({"DISPLAY": ""}, "linux")


@pytest.mark.usefixtures("x11")
def test_missing_libraries_are_named_by_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loads", lambda name: name != "libxcb-cursor.so.0")
    with pytest.raises(DisplayError, match=r"apt install libxcb-cursor0$"):
        require_display(X11, "linux")


@pytest.mark.usefixtures("x11")
def test_a_display_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_answers", lambda _: False)
    with pytest.raises(DisplayError, match="The display :0 does not answer"):
        require_display(X11, "linux")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ModuleNotFoundError("no", name="PySide6"), "no module PySide6"),
        (ImportError("libGL.so.1: cannot open shared object file"), r"libGL\.so\.1.*apt install"),
    ],
)
def test_a_broken_qt(monkeypatch: pytest.MonkeyPatch, error: ImportError, said: str) -> None:
    def refuse(_: str) -> ModuleType:
        raise error

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(DisplayError, match=said):
        require_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")


@pytest.mark.skipif(sys.platform != "linux", reason="the names of libraries are those of Linux")
def test_libraries_are_looked_for() -> None:
    assert display._loads("libc.so.6")
    assert not display._loads("libnothing-of-the-kind.so.1")


@pytest.mark.skipif(not display._loads("libxcb.so.1"), reason="there is no X11 library")
def test_a_display_is_asked() -> None:
    assert not display._answers(":4711")
