"""The worker as a process: its protocol, its manners and its end."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

Process = subprocess.Popen[bytes]
Message = dict[str, Any]


@pytest.fixture
def worker() -> Iterator[Process]:
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        yield process
        process.kill()


def send(process: Process, **message: object) -> None:
    assert process.stdin
    process.stdin.write(json.dumps(message).encode() + b"\n")
    process.stdin.flush()


def receive(process: Process) -> Message:
    assert process.stdout
    message = json.loads(process.stdout.readline())
    assert isinstance(message, dict)
    return message


def receive_job(process: Process, number: int) -> list[Message]:
    messages: list[Message] = []
    while not messages or messages[-1]["event"] not in {"done", "failed", "cancelled"}:
        message = receive(process)
        if message.get("job") == number:
            messages.append(message)
    return messages


def test_a_text_is_answered_from_outline_to_done(worker: Process) -> None:
    send(worker, job=7, text="One line.\n\nTwo words here. And more.", threshold=0.1)
    messages = receive_job(worker, 7)
    assert messages[0] == {
        "job": 7,
        "event": "outline",
        "paragraphs": 2,
        "sentences": 3,
        "words": 7,
    }
    sentences = [
        sentence
        for message in messages
        if message["event"] == "part"
        for sentence in message["sentences"]
    ]
    assert [sentence["start"] for sentence in sentences] == [0, 11, 27]
    assert messages[-2]["event"] == "closing"
    assert messages[-1]["event"] == "done"
    assert messages[-1]["seconds"] >= 0


@pytest.mark.parametrize("text", ["", "\x00", "\ud800 alone", "😀 “Bizarre”, he said.", "\u2029\n"])
def test_any_text_at_all_is_answered(worker: Process, text: str) -> None:
    send(worker, job=1, text=text, threshold=0.1)
    assert receive_job(worker, 1)[-1]["event"] == "done"


def test_a_message_is_never_large(worker: Process) -> None:
    send(worker, job=1, text="This is a sentence. " * 1_000, threshold=0.1)
    parts = [message for message in receive_job(worker, 1) if message["event"] == "part"]
    assert sum(len(part["sentences"]) for part in parts) == 1_000
    assert max(len(part["sentences"]) for part in parts) <= 100


def test_a_cancelled_job_stops_and_the_next_one_runs(worker: Process) -> None:
    send(worker, job=1, text="This is a sentence. " * 20_000, threshold=0.1)
    send(worker, cancel=1)
    send(worker, job=2, text="Short.", threshold=0.1)
    assert receive_job(worker, 2)[-1]["event"] == "done"


def test_quit_ends_it(worker: Process) -> None:
    assert receive(worker) == {"event": "ready"}
    send(worker, quit=True)
    assert worker.wait(20) == 0


def test_it_ends_with_its_window(worker: Process) -> None:
    assert receive(worker) == {"event": "ready"}
    assert worker.stdin
    worker.stdin.close()
    assert worker.wait(20) == 0


def test_it_does_not_complain_when_nobody_listens(worker: Process) -> None:
    assert receive(worker) == {"event": "ready"}
    assert worker.stdout
    assert worker.stderr
    worker.stdout.close()
    send(worker, job=1, text="Short.", threshold=0.1)
    assert worker.wait(20) == 0
    assert worker.stderr.read() == b""
