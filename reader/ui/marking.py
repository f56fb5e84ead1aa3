"""Keeps the marks of one article up to date: the first analysis, and those after edits."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.results import Claim, Correction, Engine, Finding, Quote, SentenceScore
from reader.model.span import Span
from reader.ui.analyser import Analyser
from reader.ui.answers import Answer, ClosingAnswer, OutlineAnswer, PartAnswer
from reader.ui.edit_log import EditLog
from reader.ui.moving import moved, moved_closing
from reader.ui.state import ArticleState
from reader.ui.stretch import Stretch, stretch_around

# everything the threshold slider can bring to light is asked for at once
ANALYSIS_THRESHOLD = 0.1
# analysed anew after typing stops for so long, in ms
TYPING_PAUSE = 300
# a text up to this long is analysed anew as a whole at once (8,000 code points took 0.3 s), a
# longer one around the edit, and as a whole after a longer rest; beyond the second length only its
# corrections and claims are taken from that, since the rest is known, and would come in at a stroke
_LARGEST_AT_ONCE = 8_000
_LARGEST_WHOLE = 60_000
# ms, and in addition ms for each code point: as long as the analysis itself takes
_REST = 1_500
_REST_EACH = 0.03


class _Kind(Enum):
    FIRST = auto()
    WHOLE = auto()
    PASSAGES = auto()
    STRETCH = auto()


@dataclass(slots=True)
class _Job:
    kind: _Kind
    length: int
    stretch: Stretch
    edits: EditLog = field(default_factory=EditLog)
    findings: list[Finding] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    sentences: list[SentenceScore] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    engine: Engine | None = None

    def forget(self) -> None:
        for results in (
            self.findings,
            self.quotes,
            self.sentences,
            self.corrections,
            self.claims,
        ):
            results.clear()


class Marking(QObject):
    """Connects the state of one article with the analyser.

    Signals:
        counted: how many words the text has.
        progressed: how much of the first analysis is done, 0 to 1.
        finished: seconds that the analyser took.
        failed: one sentence.
    """

    counted = Signal(int)
    progressed = Signal(float)
    finished = Signal(float)
    failed = Signal(str)

    def __init__(self, state: ArticleState, analyser: Analyser, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._analyser = analyser
        self._jobs: dict[int, _Job] = {}
        self._dirty: Span | None = None
        self._pause = self._timer(TYPING_PAUSE, self._analyse_edits)
        self._rest = self._timer(_REST, self._look_again)
        state.edited.connect(self._note_edit)
        analyser.answered.connect(self._take)
        analyser.finished.connect(self._finish)
        analyser.failed.connect(self._fail)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    @property
    def is_busy(self) -> bool:
        """Say whether results are on their way."""
        return bool(self._jobs) or self._pause.isActive() or self._rest.isActive()

    @property
    def is_first(self) -> bool:
        """Say whether the first analysis of the text is on its way."""
        return any(job.kind is _Kind.FIRST for job in self._jobs.values())

    def begin(self) -> None:
        """Analyse the whole text and show results as they arrive."""
        self.cancel()
        self._state.clear_results()
        self._submit(_Kind.FIRST, _whole(self._state.text))

    def cancel(self) -> None:
        """Want no more results; those that have arrived stay."""
        self._pause.stop()
        self._rest.stop()
        self._dirty = None
        for number in list(self._jobs):
            self._drop(number)

    def _submit(self, kind: _Kind, stretch: Stretch) -> None:
        number = self._analyser.submit(stretch.text, ANALYSIS_THRESHOLD)
        self._jobs[number] = _Job(kind, len(stretch.text), stretch)

    def _drop(self, number: int) -> None:
        del self._jobs[number]
        self._analyser.cancel(number)

    def _note_edit(self, position: int, removed: int, added: int) -> None:
        for number, job in list(self._jobs.items()):
            if job.kind is _Kind.FIRST:
                job.edits.record(position, removed, added)
            else:
                self._drop(number)
        self._soil(position, removed, added)
        self._rest.stop()
        self._pause.start()

    def _soil(self, position: int, removed: int, added: int) -> None:
        # a deletion soils the place where it was
        edited = Span(position, position + max(1, added))
        if self._dirty is None:
            self._dirty = edited
            return
        log = EditLog()
        log.record(position, removed, added)
        before = log.stretched(self._dirty) or edited
        self._dirty = Span(min(before.start, edited.start), max(before.end, edited.end))

    def _analyse_edits(self) -> None:
        dirty, text = self._dirty, self._state.text
        if dirty is None:
            return
        # the stretch stays dirty until its results are in: an edit before that drops the job
        if len(text) <= _LARGEST_AT_ONCE or len(dirty) > _LARGEST_WHOLE:
            self._analyse_again()
        else:
            self._submit(_Kind.STRETCH, stretch_around(text, dirty))

    def _look_again(self) -> None:
        if len(self._state.text) <= _LARGEST_WHOLE:
            self._analyse_again()
        else:
            self._submit(_Kind.PASSAGES, _whole(self._state.text))

    def _analyse_again(self) -> None:
        for number in list(self._jobs):
            self._drop(number)
        self._submit(_Kind.WHOLE, _whole(self._state.text))

    def _take(self, number: int, answer: Answer) -> None:
        job = self._jobs.get(number)
        if job is None:
            return
        match answer:
            case OutlineAnswer():
                self._start_over(job, answer)
            case PartAnswer():
                self._take_part(job, answer)
            case ClosingAnswer():
                job.corrections += answer.corrections
                job.claims += answer.claims
                job.engine = answer.engine
            case _:
                pass

    def _start_over(self, job: _Job, outline: OutlineAnswer) -> None:
        # a worker that was started again sends everything again
        job.forget()
        if job.kind is not _Kind.STRETCH:
            self.counted.emit(outline.words)
        if job.kind is _Kind.FIRST:
            self._state.clear_results()

    def _take_part(self, job: _Job, part: PartAnswer) -> None:
        if job.kind is _Kind.FIRST:
            self._state.add_part(
                moved(part.findings, job.edits),
                moved(part.quotes, job.edits),
                moved(part.sentences, job.edits),
            )
            self.progressed.emit(min(1.0, part.done / max(1, job.length)))
        elif job.kind is not _Kind.PASSAGES:
            job.findings += part.findings
            job.quotes += part.quotes
            job.sentences += part.sentences

    def _finish(self, number: int, seconds: float) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        if job.kind in {_Kind.WHOLE, _Kind.STRETCH}:
            self._dirty = None
            self._replace(job)
        if job.kind is not _Kind.STRETCH and job.engine is not None:
            corrections, claims = moved_closing(job.corrections, job.claims, job.edits)
            self._state.set_closing(corrections, claims, job.engine)
        if job.kind is _Kind.STRETCH:
            self._rest.start(int(_REST + _REST_EACH * len(self._state.text)))
        self.finished.emit(seconds)

    def _replace(self, job: _Job) -> None:
        stretch = job.stretch
        self._state.replace_results_in(
            stretch.kept,
            stretch.placed(job.findings),
            stretch.placed(job.quotes),
            stretch.placed(job.sentences),
        )

    def _fail(self, number: int, sentence: str) -> None:
        if self._jobs.pop(number, None):
            self.failed.emit(sentence)


def _whole(text: str) -> Stretch:
    return Stretch(text, 0, Span(0, len(text)))
