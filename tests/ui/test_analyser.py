"""The window's client of the worker, with real processes: the worker, and some that misbehave."""

import sys
import textwrap
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.analyser import Analyser
from reader.ui.answers import ClosingAnswer, OutlineAnswer, PartAnswer

Make = Callable[..., Analyser]

TEXT = "The mayor told a bizarre story. “It is simply false,” she said.\n\nNobody answered."


@pytest.fixture
def make(qapp: object) -> Iterator[Make]:
    made: list[Analyser] = []

    def make_one(script: str | None = None, silence: int = 60_000) -> Analyser:
        command = [sys.executable, "-c", textwrap.dedent(script)] if script else None
        made.append(Analyser(command=command, silence=silence))
        return made[-1]

    yield make_one
    for analyser in made:
        analyser.close()


def test_a_text_is_answered(make: Make, qtbot: QtBot) -> None:
    analyser = make()
    answers: list[object] = []
    analyser.answered.connect(lambda _, answer: answers.append(answer))
    with qtbot.waitSignal(analyser.finished, timeout=30_000) as finished:
        number = analyser.submit(TEXT, 0.1)
        was_busy = analyser.is_busy
    assert finished.args[0] == number
    assert (was_busy, analyser.is_busy) == (True, False)
    assert [type(answer) for answer in answers] == [OutlineAnswer, PartAnswer, ClosingAnswer]


def test_a_cancelled_job_is_silent_and_the_next_is_answered(make: Make, qtbot: QtBot) -> None:
    analyser = make()
    heard: list[int] = []
    analyser.answered.connect(lambda number, _: heard.append(number))
    first = analyser.submit(TEXT * 300, 0.1)
    with qtbot.waitSignal(analyser.answered, timeout=30_000):
        pass
    analyser.cancel(first)
    heard.clear()
    with qtbot.waitSignal(analyser.finished, timeout=30_000) as finished:
        second = analyser.submit(TEXT, 0.1)
    assert finished.args[0] == second
    assert set(heard) == {second}


def test_a_new_job_does_not_wait_for_a_long_one(make: Make, qtbot: QtBot) -> None:
    analyser = make()
    order: list[int] = []
    analyser.finished.connect(lambda number, _: order.append(number))
    long = analyser.submit(TEXT * 300, 0.1)
    with qtbot.waitSignal(analyser.answered, timeout=30_000):
        pass
    short = analyser.submit(TEXT, 0.1)
    qtbot.waitUntil(lambda: len(order) == 2, timeout=60_000)
    assert order == [short, long]


def test_a_worker_that_dies_is_started_again(make: Make, qtbot: QtBot, tmp_path: object) -> None:
    analyser = make(f"""
        import os, pathlib, sys
        died = pathlib.Path({str(tmp_path)!r}) / "died"
        if not died.exists():
            died.touch()
            sys.stdin.readline()
            os._exit(9)
        sys.argv = ["reader", "worker"]
        from reader.__main__ import main
        main(["worker"])
    """)
    with (
        qtbot.waitSignal(analyser.troubled, timeout=30_000) as troubled,
        qtbot.waitSignal(analyser.finished, timeout=30_000) as finished,
    ):
        number = analyser.submit(TEXT, 0.1)
    assert "started again" in troubled.args[0]
    assert finished.args[0] == number


def test_a_text_that_kills_twice_is_given_up_and_the_others_are_not(
    make: Make, qtbot: QtBot
) -> None:
    analyser = make("""
        import json, os, sys
        for line in sys.stdin:
            message = json.loads(line)
            if message.get("text") == "poison":
                os._exit(3)
            print(json.dumps({"job": message["job"], "event": "done", "seconds": 0}), flush=True)
    """)
    failures: list[tuple[int, str]] = []
    analyser.failed.connect(lambda number, sentence: failures.append((number, sentence)))
    poison = analyser.submit("poison", 0.1)
    qtbot.waitUntil(lambda: bool(failures), timeout=30_000)
    with qtbot.waitSignal(analyser.finished, timeout=30_000) as finished:
        fine = analyser.submit("fine", 0.1)
    assert finished.args[0] == fine
    assert [number for number, _ in failures] == [poison]
    assert "without marks" in failures[0][1]


def test_a_worker_that_hangs_is_replaced(make: Make, qtbot: QtBot) -> None:
    analyser = make(
        """
        import sys, threading
        sys.stdin.readline()
        threading.Event().wait()
        """,
        silence=200,
    )
    with (
        qtbot.waitSignal(analyser.troubled, timeout=30_000) as troubled,
        qtbot.waitSignal(analyser.failed, timeout=30_000) as failed,
    ):
        number = analyser.submit("text", 0.1)
    assert "did not answer" in troubled.args[0]
    assert failed.args[0] == number


def test_nonsense_from_the_worker_is_a_fault_of_the_worker(make: Make, qtbot: QtBot) -> None:
    analyser = make("""
        import sys
        for line in sys.stdin:
            print("Segmentation fault, sort of", flush=True)
    """)
    with qtbot.waitSignal(analyser.failed, timeout=30_000) as failed:
        number = analyser.submit("text", 0.1)
    assert failed.args[0] == number
    assert not analyser.is_busy


def test_a_worker_that_cannot_be_started_is_told_in_a_sentence(qtbot: QtBot) -> None:
    analyser = Analyser(command=["/no/such/program"])
    with qtbot.waitSignal(analyser.failed, timeout=30_000) as failed:
        number = analyser.submit("text", 0.1)
    assert failed.args[0] == number
    assert "does not run" in failed.args[1]
    analyser.close()


def test_a_fault_inside_the_worker_fails_the_job_alone(make: Make, qtbot: QtBot) -> None:
    analyser = make("""
        import reader.analysis.pipeline as pipeline
        class Broken:
            def steps(self, text, threshold):
                if "broken" in text:
                    raise RuntimeError("a bug")
                return iter(())
        pipeline.Analyser = Broken
        from reader.__main__ import main
        main(["worker"])
    """)
    with qtbot.waitSignal(analyser.failed, timeout=30_000) as failed:
        broken = analyser.submit("broken", 0.1)
    with qtbot.waitSignal(analyser.finished, timeout=30_000) as finished:
        fine = analyser.submit("fine", 0.1)
    assert (failed.args[0], finished.args[0]) == (broken, fine)
    assert "fault of its own" in failed.args[1]


def test_nothing_is_signalled_after_closing(make: Make, qtbot: QtBot) -> None:
    analyser = make()
    analyser.submit(TEXT, 0.1)
    analyser.close()
    with qtbot.assertNotEmitted(analyser.finished, wait=300):
        pass
    assert not analyser.is_busy
