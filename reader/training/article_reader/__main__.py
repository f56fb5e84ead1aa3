"""Trains what reads a whole article: python -m reader.training.article_reader BENCH TARGET.

The encoder must lie in the resources: the network that ships reads its vectors. It learns from
articles that the encoder has not learned corrections from, which the teachers mark.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from reader.analysis.corrective.features import Row, each_row
from reader.analysis.corrective.trained import Calibration
from reader.analysis.corrective.whole_article import table
from reader.analysis.encoder.model_files import VOCABULARY
from reader.analysis.encoder.pieces import PieceCutter
from reader.resources import resource
from reader.training.arrays import OWN_TEXTS
from reader.training.article_reader.export import export
from reader.training.article_reader.learning import Marked, learned
from reader.training.article_reader.learning import Recipe as LearningRecipe
from reader.training.article_reader.marking import calibrate, marks
from reader.training.article_reader.openings import openings
from reader.training.article_reader.teacher import Teacher
from reader.training.article_reader.teaching import Recipe, read_by, taught
from reader.training.article_reader.texts import Text, text_of
from reader.training.corrections.articles import Read, annotated_articles, invented_articles
from reader.training.corrections.sight import Seen, see
from reader.training.corrections.weighing import FOLDS
from reader.training.corrections.wording import choose_words

_HELD = 1
"""The fold that the second teacher does not learn from: it tells what its scores mean."""
_FEWEST_USES = 50


def main() -> None:
    """Train two teachers and the network that ships, and write it."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bench", type=Path, help="folder of corrections.dev.jsonl")
    parser.add_argument("target", type=Path, help="the folder of the model's files")
    parser.add_argument("--teachers", type=Path, help="keeps the teachers, should it be cut off")
    options = parser.parse_args()
    cutter = PieceCutter(resource(f"models/{VOCABULARY}"))
    read = [one.read for one in see(annotated_articles(options.bench / "corrections.dev.jsonl"))]
    known = [one for one in read if one.fold in FOLDS]
    teachers, calibration = _taught(known, cutter, options.teachers)
    words = choose_words(known)
    unread = list(_unread(options.bench / "unlabelled_sentences.jsonl", words, cutter))
    scores = marks(teachers, [text for text, _, _ in unread], calibration)
    names = _names(row for _, rows, _ in unread for row in rows)
    places = {name: place for place, name in enumerate(names)}
    articles = [
        Marked(
            torch.from_numpy(vectors),
            torch.from_numpy(table(rows, len(rows), places)),
            torch.from_numpy(asked),
        )
        for (_, rows, vectors), asked in zip(unread, scores, strict=True)
    ]
    network = learned(articles, LearningRecipe())
    export(network, names, calibration.possible, options.target)


def _taught(
    known: Sequence[Read], cutter: PieceCutter, kept: Path | None
) -> tuple[list[Teacher], Calibration]:
    """Return two teachers, and what the scores mean, by a fold that the second has not read."""
    texts = [text_of(one, cutter) for one in known]
    invented = invented_articles(OWN_TEXTS / "corrections.jsonl")
    own = [text_of(one.read, cutter) for one in see(invented)]
    rest = [text for text in texts if text.fold != _HELD]
    first = _teacher("first", [*texts, *own], Recipe(seed=1), kept)
    second = _teacher("second", [*rest, *own], Recipe(seed=2), kept)
    held = [number for number, one in enumerate(known) if one.fold == _HELD]
    calibration = calibrate(
        read_by(second, [texts[number] for number in held]),
        [texts[number].corrective for number in held],
        [known[number] for number in held],
    )
    return [first, second], calibration


def _teacher(name: str, texts: Sequence[Text], recipe: Recipe, kept: Path | None) -> Teacher:
    """Return the teacher that a run before this one has kept, or a new one."""
    path = kept and kept / f"{name}-teacher.pt"
    if path and path.exists():
        teacher = Teacher()
        teacher.load_state_dict(torch.load(path))
        return teacher
    teacher = taught(texts, recipe)
    if path:
        torch.save(teacher.state_dict(), path)
    return teacher


def _unread(
    path: Path, words: frozenset[str], cutter: PieceCutter
) -> Iterator[tuple[Text, list[Row], np.ndarray]]:
    """Yield text, features and the encoder's vectors of each article that nobody has read."""
    for one in see(openings(path)):
        yield text_of(one.read, cutter), _rows(one, words), one.vectors


def _rows(one: Seen, words: frozenset[str]) -> list[Row]:
    return list(each_row(one.read.evidence, one.read.memory, words))


def _names(rows: Iterator[Row]) -> list[str]:
    """Return the features that at least some sentences have."""
    uses = Counter(name for row in rows for name, value in row.items() if value)
    return sorted(name for name, count in uses.items() if count >= _FEWEST_USES)


if __name__ == "__main__":
    main()
