"""The rows of the Voices view: the writer, the speakers, the unnamed sources."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject

from reader.ui.panel.figures import number, percent
from reader.ui.panel.rows_model import Heading, RowsModel
from reader.ui.panel.speakers import Speaker, SpeakerKind
from reader.ui.panel.tables import Table
from reader.ui.panel.wording import tr
from reader.ui.state import Item


class VoiceOrder(StrEnum):
    """By what the speakers are sorted; the writer stays first."""

    WORDS = "words"
    LOADED = "loaded"
    NAME = "name"
    FIRST = "first"


class VoicesModel(RowsModel):
    """A row for each speaker."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speakers: Sequence[Speaker] = ()
        self._found: Sequence[Speaker] = ()
        self.order = VoiceOrder.WORDS

    def show(self, speakers: Sequence[Speaker]) -> None:
        """Replace all rows."""
        self._found = speakers
        self.sort_by(self.order)

    def sort_by(self, order: VoiceOrder) -> None:
        """Put the speakers into another order."""
        self.beginResetModel()
        self.order = order
        self.speakers = sorted(self._found, key=lambda speaker: _rank(speaker, order))
        self.endResetModel()

    def row_count(self) -> int:
        """Return the number of speakers."""
        return len(self.speakers)

    def heading_at(self, row: int) -> Heading | None:
        """Return None: there are no headings."""
        return None

    def text_at(self, row: int) -> str:
        """Return the name."""
        return speaker_name(self.speakers[row])

    def line_at(self, row: int) -> str:
        """Return the name and the figures."""
        speaker = self.speakers[row]
        return f"{speaker_name(speaker)}, {percent(speaker.share)}, {speaker_figures(speaker)}"

    def details_at(self, row: int) -> str:
        """Return the verbs that introduce the speaker."""
        return speaker_verbs(self.speakers[row])

    def row_of(self, item: Item) -> int | None:
        """Return the row of the speaker of a passage, None where nobody speaks."""
        for row, speaker in enumerate(self.speakers):
            places = speaker.passages if item.kind == "quote" else speaker.findings
            if item.kind in {"quote", "finding"} and item.index in places:
                return row
        return None

    def items(self, row: int) -> list[Item]:
        """Return the passages of a speaker; for the writer, the loaded words of the own voice."""
        speaker = self.speakers[row]
        if speaker.kind is SpeakerKind.WRITER:
            return [Item("finding", index) for index in speaker.findings]
        return [Item("quote", index) for index in speaker.passages]

    def table(self) -> Table:
        """Return all rows with all their figures."""
        header = (
            tr("Speaker"),
            tr("Words"),
            tr("Share"),
            tr("Loaded words"),
            tr("Loaded words per 100"),
            tr("Passages"),
            tr("Verbs"),
        )
        return Table(header, tuple(map(_cells, self.speakers)))


def _rank(speaker: Speaker, order: VoiceOrder) -> tuple[bool, float, str]:
    name = speaker_name(speaker).casefold()
    match order:
        case VoiceOrder.WORDS:
            figure = -float(speaker.words)
        case VoiceOrder.LOADED:
            figure = -speaker.loaded_per_hundred
        case VoiceOrder.NAME:
            figure = 0.0
        case VoiceOrder.FIRST:
            figure = float(speaker.passages[0]) if speaker.passages else 0.0
    return speaker.kind is not SpeakerKind.WRITER, figure, name


def _cells(speaker: Speaker) -> tuple[str, ...]:
    return (
        speaker_name(speaker),
        str(speaker.words),
        percent(speaker.share),
        str(speaker.loaded),
        number(speaker.loaded_per_hundred),
        str(len(speaker.passages)),
        speaker_verbs(speaker),
    )


def speaker_name(speaker: Speaker) -> str:
    """Return how a speaker is called."""
    match speaker.kind:
        case SpeakerKind.WRITER:
            return tr("The writer")
        case SpeakerKind.UNNAMED:
            return tr("Sources not named")
    return speaker.name


def speaker_figures(speaker: Speaker) -> str:
    """Return the words and the loaded ones among them."""
    words = tr("1 word") if speaker.words == 1 else tr("{count} words").format(count=speaker.words)
    loaded = tr("{rate} loaded per 100").format(rate=number(speaker.loaded_per_hundred))
    return f"{words} · {loaded}"


def speaker_verbs(speaker: Speaker) -> str:
    """Return the words that introduce a speaker, each with how often: "told 2, claimed 1"."""
    return ", ".join(f"{verb} {count}" for verb, count in speaker.verbs)
