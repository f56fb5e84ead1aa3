"""The cue files of the smaller categories, such as lexicon/hedges.toml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.lexicon.cues import Cue, CueIndex, read_cues
from reader.lexicon.inflection import Inflector, load_inflector
from reader.lexicon.tables import Table, fault, number_of, read_toml, text_of, texts_of
from reader.model.results import LEAVE_OUT, Category, Voice
from reader.resources import resource

FILES = (
    "intensifiers",
    "absolutes",
    "hedges",
    "vague_sources",
    "reporting_verbs",
    "euphemisms",
    "rhetorical_questions",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of the words that a cue marks.

    `inflected` says that the alternatives are verbs that take the form of the marked one;
    `questions` that only questions are marked, and `voices` in whose words.
    """

    category: Category
    score: float
    explanation: str
    alternatives: tuple[str, ...]
    inflected: bool = False
    questions: bool = False
    voices: frozenset[Voice] = frozenset(Voice)


class Marks:
    """The cues of all smaller categories, and what each says of what it marks."""

    def __init__(self, inflector: Inflector) -> None:
        self._marks: dict[int, Mark] = {}
        cues: list[Cue] = []
        for name in FILES:
            path = resource(f"lexicon/{name}.toml")
            head = read_toml(path)
            for cue in read_cues(path, inflector):
                self._marks[id(cue)] = _mark(head | cue.table, path, cue.name)
                cues.append(cue)
        self.cues = tuple(cues)
        self.index = CueIndex(cues)

    def of(self, cue: Cue) -> Mark:
        """Return what `cue`, one of `cues`, says."""
        return self._marks[id(cue)]


@cache
def load_marks() -> Marks:
    """Return the cues of the smaller categories.

    Raises:
        ResourceError: a file is wrong.
    """
    return Marks(load_inflector())


def read_mark(path: Path) -> Mark:
    """Return what a file says of all that it marks.

    Raises:
        ResourceError: something is missing or of the wrong kind.
    """
    return _mark(read_toml(path), path, "the head")


def _mark(table: Table, path: Path, where: str) -> Mark:
    category, voices = (
        text_of(table, "category", path, where),
        texts_of(table, "voices", path, where),
    )
    if category not in set(Category) or not set(voices) <= set(Voice):
        raise fault(path, where, "a category, and voices, as in the results")
    alternatives = texts_of(table, "alternatives", path, where)
    return Mark(
        Category(category),
        number_of(table, "score", path, where),
        text_of(table, "explanation", path, where),
        tuple(LEAVE_OUT if word == "-" else word for word in alternatives),
        table.get("pos") == "verb",
        table.get("questions") is True,
        frozenset(map(Voice, voices)) or frozenset(Voice),
    )
