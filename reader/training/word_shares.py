"""Counts how often the annotators of BABE marked each word of the lexicon.

    python -m reader.training.word_shares ../shared/bench/data/babe.dev.jsonl

writes resources/lexicon/annotator_shares.tsv: counts alone, from folds 1 to 4.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reader.lexicon.lookup import load_lexicon
from reader.lexicon.patterns import lowered
from reader.lexicon.shares import COLUMNS
from reader.model.span import Span
from reader.resources import resources_directory
from reader.text.cutting import cut

ANNOTATORS = 5
# With fewer uses a share says nothing.
FEWEST_USES = 3
HEAD = f"""\
# How often annotators marked a word of the lexicon as biased where they met it.
# Counts from the sentences of folds 1 to 4 of BABE (Spinde et al. 2021, "Neural Media Bias
# Detection Using Distant Supervision With BABE"; data set published under AGPL-3.0), made by
# reader/training/word_shares.py; the counts are facts, and no sentence is copied.
# Columns are separated by tabs:
# lemma       base form, as in alternatives/*.tsv
# uses        in how many places the word was met, {FEWEST_USES} at least
# judgements  the places times the {ANNOTATORS} annotators of each
# marked      in how many of these judgements it was marked
"""


def main(path: Path) -> None:
    """Write the table from the sentences in the file at `path`."""
    with path.open(encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        uses, marked = counts(row for row in rows if row["fold"])
    table = (
        (lemma, count, ANNOTATORS * count, marked[lemma])
        for lemma, count in sorted(uses.items())
        if count >= FEWEST_USES and marked[lemma]
    )
    content = HEAD + "".join("\t".join(map(str, row)) + "\n" for row in [COLUMNS, *table])
    target = resources_directory() / "lexicon" / "annotator_shares.tsv"
    target.write_text(content, encoding="utf-8")


def counts(rows: Iterable[dict[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """Return the uses of each lemma and how many annotators marked one of them."""
    uses: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for row in rows:
        for lemma, votes in _judged(row):
            uses[lemma] += 1
            marked[lemma] += votes
    return uses, marked


def _judged(row: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield every word of a sentence that the lexicon knows, with its votes."""
    document, lexicon = cut(row["text"]), load_lexicon()
    votes: dict[int, int] = {}
    for vote in row["gold"]["word_votes"]:
        for index in document.words_in(Span(vote["start"], vote["end"])):
            votes[index] = round(ANNOTATORS * vote["share"])
    for index, text in enumerate(lowered(document.words)):
        for lemma in {sense.entry.lemma for sense in lexicon.senses(text)}:
            yield lemma, votes.get(index, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
