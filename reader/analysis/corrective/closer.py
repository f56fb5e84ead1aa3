"""Has the sentences that look corrective read closely, and their likeliest claims beside them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.analysis.corrective.chains import Sums
from reader.analysis.corrective.memory import Memory
from reader.analysis.encoder.close_reading import Close, Line, beside_claim, in_context
from reader.lexicon.tables import fault
from reader.resources import resource

FILE = "models/close_reader.json"

# the claims per sentence that are read beside it, and what the linker's sums count there: measured
# on fold 1 with a close reader that had not learned from it (2026-11)
CLAIMS_READ = 4
LINKER_SHARE = 1.0

ReadClosely = Callable[[Sequence[Line]], Close]


@dataclass(frozen=True, slots=True)
class CloserMix:
    """How the regression's sums and what is read closely become calibrated log-odds.

    Attributes:
        least: sentences with a smaller sum are not read closely.
        own: what a sum counts.
        close: what the close reader's log-odds count.
        offset: what is added.
        unread: stands for the close reader's log-odds of a sentence that is not read closely.
        possible: the least probability at which a sentence is marked.
    """

    least: float
    own: float
    close: float
    offset: float
    unread: float
    possible: float


@cache
def load_mix() -> CloserMix:
    """Return the numbers of the data file, read once."""
    return read_mix(resource(FILE))


def read_mix(path: Path) -> CloserMix:
    """Return the numbers in a file that the training wrote.

    Raises:
        ResourceError: the file is not as the training writes it.
    """
    try:
        return CloserMix(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise fault(path, "the file", f"numbers as the training writes them ({error})") from error


@dataclass(frozen=True, slots=True)
class Looks:
    """What became of each sentence: its log-odds, and its kind (0 to 2) if it was read closely."""

    log_odds: Sequence[float]
    kinds: Mapping[int, int]


class Closer:
    """Reads the sentences of one document closely."""

    def __init__(self, read: ReadClosely, mix: CloserMix, memory: Memory) -> None:
        self._read, self._mix, self._memory = read, mix, memory

    def look(self, sums: Sequence[float]) -> Looks:
        """Return the log-odds of all sentences, given the regression's sums."""
        mix = self._mix
        chosen = [number for number, value in enumerate(sums) if value >= mix.least]
        close = self._read([self._in_context(number) for number in chosen])
        read = dict(zip(chosen, close.corrective.tolist(), strict=True))
        return Looks(
            [
                mix.own * own + mix.close * read.get(number, mix.unread) + mix.offset
                for number, own in enumerate(sums)
            ],
            dict(zip(chosen, close.kinds.argmax(axis=1).tolist(), strict=True)),
        )

    def _in_context(self, number: int) -> Line:
        recalled = self._memory.recalled(number)
        return in_context(number, None if recalled is None else recalled.sentence)

    def compare(self, sentences: Sequence[int], sums: Sequence[Sums]) -> Sequence[Sums]:
        """Return the sums of the likeliest claims of `sentences`, read beside them."""
        pairs = [
            (row, number, place)
            for row, number in enumerate(sentences)
            for place in likeliest(sums[row])
        ]
        close = self._read([beside_claim(number, place) for _, number, place in pairs])
        found: list[dict[int, float]] = [{} for _ in sentences]
        for (row, _, place), score in zip(pairs, close.answers.tolist(), strict=True):
            found[row][place] = LINKER_SHARE * sums[row][place] + score
        return found


def likeliest(sums: Sums, most: int = CLAIMS_READ) -> list[int]:
    """Return the places with the largest sums, the largest first."""
    return sorted(sums, key=lambda place: -sums[place])[:most]
