"""What a process of the program may import, and that it talks to nobody."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textblob", "nltk", "numpy", "onnxruntime", "tokenizers", "nupunkt")

WITHOUT = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {names!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Refuse())
"""

WITHOUT_NETWORK = """
import socket, sys

def refuse(event, arguments):
    if event.startswith("socket.") and event not in ("socket.gethostname",):
        sys.stderr.write(f"the network was used: {event} {arguments}\\n")
        raise OSError("there is no network")

sys.addaudithook(refuse)
"""

RUN = """
from reader.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def python(
    program: str, *arguments: str, given: str = "", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment,
    )


def test_the_command_line_runs_without_qt(sample_article: str) -> None:
    program = WITHOUT.format(names=["PySide6", "shiboken6"]) + RUN
    done = python(program, "analyse", "--format", "json", "-", given=sample_article)

    assert done.stderr == ""
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"]


def test_the_command_line_runs_without_network(sample_article: str) -> None:
    done = python(WITHOUT_NETWORK + RUN, "analyse", "-", given=sample_article)

    assert done.stderr == ""
    assert done.returncode == 0


def test_the_analyser_starts_without_nltk_and_leaves_textblob_whole() -> None:
    program = (
        "import sys, reader.text.cutting\n"
        "assert not {'nltk', 'textblob'} & set(sys.modules)\n"
        "from textblob import TextBlob\n"
        "assert TextBlob('A bizarre plan.').sentiment.subjectivity > 0"
    )
    done = python(program)

    assert done.returncode == 0, done.stderr


def test_the_window_s_process_stays_light() -> None:
    program = (
        "import sys, json, reader.ui.application\n"
        "json.dump(sorted({name.split('.')[0] for name in sys.modules}), sys.stdout)"
    )
    done = python(program)

    assert done.returncode == 0, done.stderr
    assert not set(HEAVY) & set(json.loads(done.stdout))


def test_the_window_says_what_it_lacks_without_qt() -> None:
    done = python(WITHOUT.format(names=["PySide6"]) + RUN)

    assert done.returncode == 2
    assert "PySide6, which is not installed" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_window_says_what_it_lacks_with_a_broken_qt(tmp_path: Path) -> None:
    """PySide6 that is there but cannot load a library of the system, as on a bare Debian."""
    broken = tmp_path / "PySide6"
    broken.mkdir()
    reason = "libEGL.so.1: cannot open shared object file: No such file or directory"
    (broken / "__init__.py").write_text(f"raise ImportError({reason!r})", encoding="utf-8")
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n" + RUN
    done = python(program)

    assert done.returncode == 2
    assert "libEGL.so.1" in done.stderr
    assert "apt install" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has machines without a display")
@pytest.mark.parametrize(
    ("display", "said"),
    [({}, "There is no display"), ({"DISPLAY": ":4711"}, None)],
    ids=["none", "one that is not there"],
)
def test_the_window_says_that_there_is_no_display(
    display: dict[str, str], said: str | None
) -> None:
    done = python("import sys\n" + RUN, environment={"PATH": "/usr/bin:/bin", **display})

    assert done.returncode == 2
    assert said is None or said in done.stderr
    assert done.stderr.startswith("bias-reader: ")
    assert done.stderr.count("\n") == 1
