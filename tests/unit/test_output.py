"""What all commands share: exit codes, output in UTF-8, progress for those who watch."""

import io
import sys

import pytest

from reader.cli.output import Progress, Tally, complain, write_json


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("tally", "fail_over", "code"),
    [
        (Tally(findings=5), None, 0),
        (Tally(findings=5), 5, 0),
        (Tally(findings=6), 5, 1),
        (Tally(findings=6, bad=1), 5, 2),
        (Tally(bad=1), None, 2),
    ],
)
def test_exit_codes(tally: Tally, fail_over: int | None, code: int) -> None:
    assert tally.exit_code(fail_over) == code


def test_json_is_utf8_with_escapes_for_what_utf8_cannot_hold(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    write_json({"text": "naïve \ud800"})
    assert capsysbinary.readouterr().out == '{"text":"naïve \\ud800"}\n'.encode()


def test_a_complaint_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("There is no file a\nb.")
    assert capsys.readouterr().err == "bias-reader: There is no file a b.\n"


def test_progress_replaces_itself_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress()
    progress.show("1 article")
    progress.show("2 articles")
    progress.clear()

    assert terminal.getvalue() == "\r\x1b[K1 article\r\x1b[K2 articles\r\x1b[K"


def test_nobody_watches_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    progress = Progress()
    progress.show("1 article")
    progress.clear()

    assert pipe.getvalue() == ""
