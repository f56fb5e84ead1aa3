"""The command line, in this process where that tells as much and as a command where it does not."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.__main__ import main
from reader.model.results import Analysis

BAD_LINES = (
    '{"id": "a", "text": "A bizarre plan."}\n'
    "not json\n"
    "\n"
    '{"text": "no id"}\n'
    '{"id": "no text"}\n'
    "[1, 2]\n"
    '{"id": "b", "text": ""}\n'
)


def command(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments], input=given, capture_output=True, check=False
    )


@pytest.fixture
def article(tmp_path: Path, sample_article: str) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(sample_article, encoding="utf-8")
    return path


def objects(capsysbinary: pytest.CaptureFixture[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]


def test_text_has_a_line_for_each_mark_and_a_summary(
    article: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["analyse", str(article)]) == 0

    *marks, summary = capsysbinary.readouterr().out.decode().splitlines()
    assert marks
    for mark in marks:
        assert mark.startswith(f"{article}:")
    assert summary.startswith(f"{article}: {len(marks) - _passages(summary)} finding")
    assert "\x1b" not in "".join(marks)


def _passages(summary: str) -> int:
    return int(summary.partition(" corrective passage")[0].rsplit(" ", 1)[1])


def test_json_is_one_object(article: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["analyse", "--format", "json", str(article)]) == 0

    value = json.loads(capsysbinary.readouterr().out)
    assert value["id"] == str(article)
    assert set(value) == {
        "id", "findings", "quotes", "corrections", "claims", "sentences", "engine",
    }  # fmt: skip


def test_the_threshold_leaves_findings_out(
    article: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    counts = []
    for threshold in ("0", "0.5", "1"):
        main(["analyse", "--format", "json", "--threshold", threshold, str(article)])
        findings = json.loads(capsysbinary.readouterr().out)["findings"]
        assert all(finding["score"] >= float(threshold) - 5e-5 for finding in findings)
        counts.append(len(findings))

    assert counts[0] > counts[1] >= counts[2]


def test_more_findings_than_allowed_end_with_1(article: Path) -> None:
    assert main(["analyse", "--fail-over", "0", str(article)]) == 1
    assert main(["analyse", "--fail-over", "100000", str(article)]) == 0


def test_bad_lines_are_answered_in_their_place(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + BAD_LINES.encode() + b'{"id": "\xff", "text": ""}\n')

    assert main(["analyse", "--format", "jsonl", str(path)]) == 2

    captured = capsysbinary.readouterr()
    answers = [json.loads(line) for line in captured.out.splitlines()]
    assert [(answer["id"], answer.get("error")) for answer in answers] == [
        ("a", None),
        (None, "Line 2 is not JSON."),
        (None, "Line 4 has no id that is a string."),
        ("no text", "Line 5 has no text."),
        (None, "Line 6 is not a JSON object."),
        ("b", None),
        (None, "Line 8 is not UTF-8."),
    ]
    assert (
        captured.err.decode() == f"bias-reader: 5 of the lines of {path} could not be analysed.\n"
    )


def test_a_deeply_nested_line_is_a_bad_line(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("[" * 200_000 + "\n", encoding="utf-8")

    assert main(["analyse", "--format", "jsonl", str(path)]) == 2
    assert objects(capsysbinary)[0]["error"] == "Line 1 is not JSON."


def test_a_lone_surrogate_comes_back_as_it_went(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "\\ud800", "text": "A bizarre \\udfff plan."}\n', encoding="utf-8")

    assert main(["analyse", "--format", "jsonl", str(path)]) == 0
    assert objects(capsysbinary)[0]["id"] == "\ud800"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing-here.txt"], "There is no file nothing-here.txt."),
        (["--format", "jsonl", "nothing-here.jsonl"], "There is no file nothing-here.jsonl."),
        (["."], "is a folder"),
        (["--threshold", "2", "x"], "'2' is not a number from 0 to 1"),
        (["--threshold", "nan", "x"], "'nan' is not a number from 0 to 1"),
        (["--fail-over", "-1", "x"], "'-1' is not a whole number"),
        (["--fail-over", "x", "x"], "'x' is not a whole number"),
        (["--format", "xml", "x"], "invalid choice: 'xml'"),
        ([], "the following arguments are required: PATH"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code: int | str | None = main(["analyse", *arguments])
    except SystemExit as end:
        code = end.code

    error = capsys.readouterr().err
    assert code == 2
    assert said in error
    assert error.count("\n") == 1


def test_standard_input(sample_article: str) -> None:
    done = command("analyse", "-", given=sample_article.encode())
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().startswith("-:")

    lines = json.dumps({"id": "a", "text": sample_article}).encode()
    done = command("analyse", "--format", "jsonl", "-", given=lines)
    assert json.loads(done.stdout)["findings"]
    assert done.stderr == b""


def test_identical_input_gives_identical_bytes(article: Path) -> None:
    once, again = (command("analyse", "--format", "json", str(article)) for _ in range(2))
    assert once.stdout == again.stdout


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, sample_article: str) -> None:
    path = tmp_path / "articles.jsonl"
    line = json.dumps({"id": "a", "text": sample_article[:2000]})
    path.write_text(f"{line}\n" * 60, encoding="utf-8")

    with subprocess.Popen(
        [sys.executable, "-m", "reader", "analyse", "--format", "jsonl", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_an_interrupt_ends_quietly(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> Analysis:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.analysis.pipeline.Analyser.analyse", interrupted)

    assert main(["analyse", str(article)]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("arguments", [["--help"], ["analyse", "--help"], ["--version"]])
def test_help_and_version(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)

    assert end.value.code == 0
    assert "bias-reader" in capsys.readouterr().out


def test_every_option_is_documented(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["analyse", "--help"])
    options = {
        word.strip(",[]") for word in capsys.readouterr().out.split() if word.startswith("--")
    } - {"--help"}
    readme = (root / "README.md").read_text(encoding="utf-8")

    assert options == {"--format", "--threshold", "--fail-over"}
    assert "bias-reader analyse" in readme
    for option in options:
        assert option in readme


def test_the_jsonl_input_is_streamed(tmp_path: Path) -> None:
    """The first answer comes while the input is still open."""
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "analyse", "--format", "jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b'{"id": "first", "text": "A bizarre plan."}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "first"
        process.stdin.close()
    assert process.returncode == 0
