"""Prints what each ingredient of the regression adds; run as a module with DATA."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from reader.analysis.corrective.features import WORD, Row, rows
from reader.training.corrections.articles import Read, annotated_articles
from reader.training.corrections.regression import Array
from reader.training.corrections.sight import see
from reader.training.corrections.stacking import Sheet, fit_stages, lay_out
from reader.training.corrections.wording import choose_words

_FOLDS = frozenset({1, 2, 3, 4})
_DRAWS = 300
_SCOPES = ("writer", "reported", "quoted")
_CLAIMS = ("reported", "likeness", "shared name", "claim has", "reports", "after claim", "claims")
_SHAPES = (
    "plain", "quoted share", "all quoted", "length", "short", "opens paragraph", "depth",
    "numbers", "names", "among",
)  # fmt: skip

# which features an ingredient consists of, by their names
INGREDIENTS: dict[str, Callable[[str], bool]] = {
    "cues": lambda name: name.endswith(_SCOPES) and not name.startswith(WORD),
    "cues crossed with voice and claims": lambda name: (
        name.endswith((" plain", " plain after claim", " with claim", " likeness"))
        and not name.startswith(("plain", WORD))
    ),
    "single words": lambda name: name.startswith(WORD),
    "claim memory and likeness": lambda name: (
        any(part in name for part in _CLAIMS) and not name.startswith(WORD)
    ),
    "contradicting number or polarity": lambda name: name in {"other number", "other polarity"},
    "form and place of the sentence": lambda name: name.startswith(_SHAPES),
    "tone of the stretch": lambda name: name.endswith(" around"),
}


def main() -> None:
    """Print a table: average precision and best F1 without each ingredient, with intervals."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    chosen = (one for one in annotated_articles(options.data) if one["fold"] in _FOLDS)
    articles = [one.read for one in see(chosen)]
    print("| system | average precision | best F1 |\n| --- | --- | --- |")  # noqa: T201
    for line in table(articles):
        print(line)  # noqa: T201


def table(articles: Sequence[Read]) -> Iterator[str]:
    """Yield a line per system."""
    words = choose_words(articles)

    def features(article: Read) -> list[Row]:
        return rows(article.evidence, article.memory, words)

    sheet = lay_out(articles, features)
    sums = fit_stages(sheet, _FOLDS)[2]
    yield _line("all features", sheet, sums)
    for name, belongs in INGREDIENTS.items():
        rest = without(sheet, belongs)
        yield _line(f"without {name}", sheet, fit_stages(rest, _FOLDS)[2])


def without(sheet: Sheet, belongs: Callable[[str], bool]) -> Sheet:
    """Return the sheet without the columns of an ingredient."""
    kept = [place for place, name in enumerate(sheet.names) if not belongs(name)]
    return Sheet(
        [sheet.names[place] for place in kept],
        sheet.features[:, kept],
        sheet.marks,
        sheet.weights,
        sheet.folds,
        sheet.ends,
    )


def _line(name: str, sheet: Sheet, values: Array) -> str:
    precision, best = _figures(values, sheet.marks)
    pairs = list(zip(sheet.articles(values), sheet.articles(sheet.marks), strict=True))
    chance = np.random.default_rng(0)
    drawn = [_figures(*_drawn(pairs, chance)) for _ in range(_DRAWS)]
    cells = [
        f"{value:.3f} [{low:.2f}, {high:.2f}]"
        for value, (low, high) in zip(
            (precision, best), np.quantile(np.array(drawn), (0.025, 0.975), axis=0).T, strict=True
        )
    ]
    return f"| {name} | {cells[0]} | {cells[1]} |"


def _drawn(
    pairs: Sequence[tuple[Array, Array]], chance: np.random.Generator
) -> tuple[Array, Array]:
    """Return the values and marks of as many articles, drawn with replacement."""
    chosen = [pairs[place] for place in chance.integers(len(pairs), size=len(pairs))]
    values, marks = zip(*chosen, strict=True)
    return np.concatenate(values), np.concatenate(marks)


def _figures(values: Array, marks: Array) -> tuple[float, float]:
    right = np.cumsum(marks[np.argsort(-values)])
    count = np.arange(1, len(marks) + 1)
    hits = marks[np.argsort(-values)]
    best = (2 * right / (count + marks.sum())).max()
    return float((right / count * hits).sum() / marks.sum()), float(best)


if __name__ == "__main__":
    main()
