"""The analyser as a process of its own for the window: JSON lines on standard input and output.

To the worker: `{"job": 1, "text": …, "threshold": …}`, `{"cancel": 1}`, `{"quit": true}`. From it:
`ready`, then for each job `outline`, some `part`s, some `closing`s and `done`, or `failed` with one
sentence, or `cancelled`. A message is small, so that the window never spends long on one.
"""

import json
import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, TextIO

from reader.cli.collecting import collect_rarely
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.analysis.pipeline import Analyser

Json = dict[str, Any]

# a polite worker leaves the processor to the window when both want it
_NICENESS = 10
_UNEXPECTED = "The analyser met a fault of its own and could not finish this article."


@dataclass(frozen=True, slots=True)
class Job:
    """One text to analyse."""

    number: int
    text: str
    threshold: float


def main() -> NoReturn:
    """Serve the window on standard input and output until it says quit or is gone."""
    _lower_priority()
    collect_rarely()
    # a library that prints must not write into the protocol
    protocol = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    Worker(sys.stdin.buffer, protocol).serve()
    # an orderly exit would abort on the thread that may still wait for the next request
    os._exit(0)


def _lower_priority() -> None:
    if hasattr(os, "nice"):
        os.nice(_NICENESS)


class Worker:
    """Reads jobs in a thread of its own, so that a cancel is heard while one is running."""

    def __init__(self, requests: BinaryIO, answers: TextIO) -> None:
        self._requests = requests
        self._answers = answers
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._over = threading.Event()
        self._analyser: Analyser | None = None

    def serve(self) -> None:
        """Work until told to quit or until nobody listens any more."""
        threading.Thread(target=self._listen, daemon=True).start()
        # without a listener there is nothing left to do
        with suppress(BrokenPipeError):
            self._send({"event": "ready"})
            self._warm_up()
            while (job := self._jobs.get()) is not None:
                self._run(job)

    def _listen(self) -> None:
        for line in self._requests:
            if not self._hear(json.loads(line)):
                break
        self._over.set()
        self._jobs.put(None)

    def _hear(self, message: Json) -> bool:
        if "cancel" in message:
            self._cancelled.add(message["cancel"])
        elif "job" in message:
            self._jobs.put(Job(message["job"], message["text"], message["threshold"]))
        return "quit" not in message

    def _warm_up(self) -> None:
        # a job that waits warms up as well, and tells of a fault here
        if self._jobs.empty():
            try:
                for _ in self._steps("A word.", 1.0):
                    pass
            except ReaderError:
                return
            except Exception:
                traceback.print_exc()

    def _run(self, job: Job) -> None:
        try:
            self._answer(job)
        except ReaderError as error:
            self._send({"job": job.number, "event": "failed", "error": str(error)})
        except BrokenPipeError:
            raise
        except Exception:
            traceback.print_exc()
            self._send({"job": job.number, "event": "failed", "error": _UNEXPECTED})
        self._cancelled.discard(job.number)

    def _answer(self, job: Job) -> None:
        begun = time.perf_counter()
        for message in self._steps(job.text, job.threshold):
            if self._over.is_set():
                return
            if job.number in self._cancelled:
                self._send({"job": job.number, "event": "cancelled"})
                return
            self._send({"job": job.number, **message})
            self._run_newer_jobs()
        seconds = round(time.perf_counter() - begun, 3)
        self._send({"job": job.number, "event": "done", "seconds": seconds})

    def _run_newer_jobs(self) -> None:
        # an edited paragraph does not wait for the end of a long text
        while not self._jobs.empty():
            job = self._jobs.get()
            if job is None:
                # the end is for `serve` to see
                self._jobs.put(None)
                return
            self._run(job)

    def _steps(self, text: str, threshold: float) -> Iterator[Json]:
        # these bring in the whole analyser, and the worker says it is ready before that
        from reader.analysis.pipeline import Analyser  # noqa: PLC0415
        from reader.cli.messages import messages_for  # noqa: PLC0415

        self._analyser = self._analyser or Analyser()
        for step in self._analyser.steps(text, threshold):
            yield from messages_for(step, text)

    def _send(self, message: Json) -> None:
        # plain ASCII carries lone surrogates as escapes
        self._answers.write(json.dumps(message, separators=(",", ":")) + "\n")
        self._answers.flush()
