"""The window's side of the analyser: one warm worker process, spoken to in JSON lines.

A thread froze the window for 25-40 ms at a time, a process does not (measured 2026-11). Messages
are decoded in slices on idle, late ones dropped, and a worker that dies or hangs is started anew
while the article stays readable.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

import reader
from reader.ui.answers import Answer, DoneAnswer, FailedAnswer, NoAnswer, decode

# one slice of decoding; together with one message it stays below a heart-beat of 5 ms
_SLICE_SECONDS = 0.002
_SLICE_PAUSE = 2
# how long a busy worker may say nothing: for any text, and in addition for each code point of it
_SILENCE = 60_000
_SILENCE_EACH = 0.1
# waits before the next start after that many deaths without an answer in between, in ms
_BACK_OFF = (0, 300, 1_500, 5_000)

# a killed process is gone within a few ms, or the system itself hangs
_ENDING = 10_000

_STOPPED = "The analyser stopped and was started again; the article can be read meanwhile."
_HUNG = "The analyser did not answer and was started again; the article can be read meanwhile."
_POISON = "The analyser stopped at this article twice; it is shown without marks."
_GIVEN_UP = "The analyser does not run on this computer; articles are shown without marks."


@dataclass(slots=True)
class _Job:
    text: str
    threshold: float
    deaths: int = 0


def worker_command() -> list[str]:
    """Return the command that runs the worker."""
    return [sys.executable, "-m", "reader", "worker"]


class Analyser(QObject):
    """Takes texts and signals answers by job number; starts its process with the first.

    Signals:
        answered: job number and an answer: outline, parts, closings. A second outline says that
            the job starts over.
        finished: job number and the worker's seconds.
        failed: job number and one sentence.
        troubled: a sentence about the process itself, which goes on with the jobs by itself.
    """

    answered = Signal(int, object)
    finished = Signal(int, float)
    failed = Signal(int, str)
    troubled = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        command: Sequence[str] | None = None,
        silence: int = _SILENCE,
    ) -> None:
        super().__init__(parent)
        self._command = list(command or worker_command())
        self._silence = silence
        self._jobs: dict[int, _Job] = {}
        self._last_number = 0
        self._suspect: int | None = None
        self._deaths = 0
        self._process: QProcess | None = None
        self._closed = False
        self._decoding = _single_shot(self, _SLICE_PAUSE, self._decode_slice)
        self._watch = _single_shot(self, silence, self._hung)
        self._restart = _single_shot(self, 0, self._start)

    @property
    def is_busy(self) -> bool:
        """Say whether a job is waiting for its answers."""
        return bool(self._jobs)

    def start(self) -> None:
        """Start the process ahead of the first job, if it does not run yet."""
        if self._process is None and not self._closed and not self._restart.isActive():
            self._start()

    def submit(self, text: str, threshold: float) -> int:
        """Ask for `text` to be analysed and return the number of the job."""
        self._last_number += 1
        self._jobs[self._last_number] = _Job(text, threshold)
        if self._process is not None:
            self._send_job(self._last_number)
        elif not self._restart.isActive():
            # not now, so that the number is known before anything is signalled about it
            self._restart.start(0)
        return self._last_number

    def cancel(self, number: int) -> None:
        """Want no answers to the job any more; a number that is done or unknown does nothing."""
        if self._jobs.pop(number, None) and self._process is not None:
            self._write({"cancel": number})
        if not self._jobs:
            self._watch.stop()

    def close(self) -> None:
        """End the process; nothing is signalled after this."""
        self._closed = True
        self._jobs.clear()
        for timer in (self._decoding, self._watch, self._restart):
            timer.stop()
        self._drop_process()

    def _start(self) -> None:
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        # `-m` looks in the working directory first, and the user's own must not be in the way
        process.setWorkingDirectory(str(Path(reader.__file__).parents[1]))
        process.readyReadStandardOutput.connect(self._arrived)
        process.finished.connect(self._died)
        process.errorOccurred.connect(self._could_not_start)
        self._process = process
        process.start(self._command[0], self._command[1:])
        for number in list(self._jobs):
            self._send_job(number)

    def _drop_process(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.kill()
        # a busy machine takes its time, and Qt complains of a process that outlives its object
        process.waitForFinished(_ENDING)
        process.deleteLater()

    def _send_job(self, number: int) -> None:
        job = self._jobs[number]
        self._suspect = number
        self._write({"job": number, "text": job.text, "threshold": job.threshold})
        self._expect_news()

    def _write(self, message: dict[str, object]) -> None:
        assert self._process is not None
        self._process.write(json.dumps(message).encode("ascii") + b"\n")

    def _expect_news(self) -> None:
        if self._jobs:
            longest = max(len(job.text) for job in self._jobs.values())
            self._watch.start(self._silence + int(_SILENCE_EACH * longest))
        else:
            self._watch.stop()

    def _arrived(self) -> None:
        self._expect_news()
        if not self._decoding.isActive():
            self._decoding.start()

    def _decode_slice(self) -> None:
        begun = perf_counter()
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            self._hear(bytes(process.readLine().data()))
            if perf_counter() - begun > _SLICE_SECONDS:
                self._decoding.start()
                return

    def _hear(self, line: bytes) -> None:
        try:
            number, answer = decode(line)
        except (ValueError, KeyError, TypeError):
            self._replace_process(_STOPPED)
            return
        if number is None or number not in self._jobs:
            return
        self._suspect = number
        self._deliver(number, answer)

    def _deliver(self, number: int, answer: Answer) -> None:
        match answer:
            case DoneAnswer():
                self._deaths = 0
                self._end(number)
                self.finished.emit(number, answer.seconds)
            case FailedAnswer():
                self._end(number)
                self.failed.emit(number, answer.error)
            case NoAnswer():
                pass
            case _:
                self.answered.emit(number, answer)

    def _end(self, number: int) -> None:
        del self._jobs[number]
        self._expect_news()

    def _died(self) -> None:
        # an orderly exit code is a death as well: `os._exit` looks like one
        self._replace_process(_STOPPED)

    def _could_not_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._drop_process()
            self._fail_all(_GIVEN_UP)

    def _hung(self) -> None:
        self._replace_process(_HUNG)

    def _replace_process(self, sentence: str) -> None:
        self._drop_process()
        self._deaths += 1
        self._blame_suspect()
        if self._deaths > len(_BACK_OFF):
            self._deaths = 0
            self._fail_all(_GIVEN_UP)
        elif self._jobs:
            self.troubled.emit(sentence)
            self._restart.start(_BACK_OFF[self._deaths - 1])

    def _blame_suspect(self) -> None:
        number, self._suspect = self._suspect, None
        if number is None or number not in self._jobs:
            return
        self._jobs[number].deaths += 1
        if self._jobs[number].deaths > 1:
            self._end(number)
            self.failed.emit(number, _POISON)

    def _fail_all(self, sentence: str) -> None:
        numbers = list(self._jobs)
        self._jobs.clear()
        self._watch.stop()
        for number in numbers:
            self.failed.emit(number, sentence)


def _single_shot(parent: QObject, interval: int, slot: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
