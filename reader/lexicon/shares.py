"""How many of the annotators of a public study marked a word, by lexicon/annotator_shares.tsv."""

from collections.abc import Mapping
from functools import cache

from reader.lexicon.tables import fault, read_tsv
from reader.resources import resource

COLUMNS = ("lemma", "uses", "judgements", "marked")


class Shares:
    """The judgements on a word and how many of them marked it, by lemma."""

    def __init__(self, counts: Mapping[str, tuple[int, int]]) -> None:
        self._counts = counts

    def sentence(self, lemma: str) -> str:
        """Return a sentence on how often the word was marked, "" where that is not known."""
        judgements, marked = self._counts.get(lemma, (0, 0))
        if not judgements:
            return ""
        return (
            f"Of {judgements} judgements on this word in a public study, {marked} called it biased."
        )


@cache
def load_shares() -> Shares:
    """Return the shares.

    Raises:
        ResourceError: the file is wrong.
    """
    path = resource("lexicon/annotator_shares.tsv")
    counts = {}
    for number, (lemma, *fields) in read_tsv(path, COLUMNS, len(COLUMNS)):
        if not all(field.isdecimal() for field in fields):
            raise fault(path, f"line {number}", "three counts after the lemma")
        _, judgements, marked = map(int, fields)
        counts[lemma] = (judgements, marked)
    return Shares(counts)
