"""Writes resources/models/corrections.json: python -m reader.training.corrections DATA TARGET."""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from reader.analysis.corrective.features import Row, rows
from reader.analysis.corrective.links import Context
from reader.analysis.corrective.scoring import Mix
from reader.training.corrections.articles import Read, read_articles
from reader.training.corrections.linking import STEPS, chain_of, fit_links, link_rows
from reader.training.corrections.precisions import measure_floors
from reader.training.corrections.readings import LeftOut, encoder_log_odds, read_left_out
from reader.training.corrections.regression import Array
from reader.training.corrections.stacking import Level, calibrated, fit_stages, lay_out
from reader.training.corrections.wording import choose_words

FOLDS = frozenset({1, 2, 3, 4})
_DIGITS = 4
# per 1,000 words, at the threshold from which on anything is marked at all
MOST_FALSE_ALARMS = 2.0


def main() -> None:
    """Train on folds 1 to 4 and write the weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("data", type=Path, help="corrections.dev.jsonl")
    parser.add_argument("left_out", type=Path, help="what models that left an article out say")
    parser.add_argument("target", type=Path, help="the file of weights to write")
    options = parser.parse_args()
    articles = read_articles(options.data)
    kept_back = [article.document for article in articles if article.fold not in FOLDS]
    level = Level.of(encoder_log_odds(kept_back))
    known = [article for article in articles if article.fold in FOLDS]
    trained = train(known, read_left_out(options.left_out), level)
    options.target.write_text(json.dumps(_rounded(trained), indent=1) + "\n", "utf-8")


def train(
    articles: Sequence[Read], left_out: Mapping[str, LeftOut], level: Level
) -> dict[str, object]:
    """Return what the data file holds; `level` is that of the encoder in the resources."""
    words = choose_words(articles)

    def features(article: Read) -> list[Row]:
        return rows(article.evidence, article.memory, words)

    sheet = lay_out(articles, features)
    first, second, sums = fit_stages(sheet, FOLDS)
    encoder = np.concatenate([left_out[article.identity].log_odds for article in articles])
    most_wrong = MOST_FALSE_ALARMS * sum(len(one.document.text.split()) for one in articles) / 1000
    return {
        "first": asdict(first),
        "second": asdict(second),
        "alone": asdict(Mix(*_alone(calibrated(sums, sheet.marks, most_wrong)))),
        "read": asdict(_read(sums, encoder, level, sheet.marks, most_wrong)),
        "floors": measure_floors(articles),
        "links alone": fit_linker(articles, sheet.articles(sums), None),
        "links": fit_linker(articles, sheet.articles(sums), left_out),
    }


def _alone(learned: tuple[float, float, float]) -> tuple[float, float, float, float]:
    slope, offset, possible = learned
    return slope, 0.0, offset, possible


def _read(sums: Array, encoder: Array, level: Level, marks: Array, most_wrong: float) -> Mix:
    """Return the mix of the standardised sums and log-odds, which count alike.

    The left-out models have learned from fewer articles than the encoder in the resources and are
    weaker, so what a regression on them would make of the encoder is not learned from them.
    """
    own = Level.of(sums)
    both = own.standard(sums) + Level.of(encoder).standard(encoder)
    slope, offset, possible = calibrated(both, marks, most_wrong)
    shift = slope * (own.middle / own.spread + level.middle / level.spread)
    return Mix(slope / own.spread, slope / level.spread, offset - shift, possible)


def fit_linker(
    articles: Sequence[Read], sums: Sequence[Array], left_out: Mapping[str, LeftOut] | None
) -> dict[str, dict[str, float]]:
    """Return the weights of the linker, with the encoder's links if there are any."""
    contexts = [
        Context(
            article.evidence,
            article.memory,
            own.tolist(),
            None if left_out is None else left_out[article.identity].links,
        )
        for article, own in zip(articles, sums, strict=True)
    ]
    pairs = [link_rows(*pair) for pair in zip(articles, contexts, strict=True)]
    names = sorted({name for own in pairs for _, several in own for row in several for name in row})
    chains = [
        chain_of(article, context, own, names)
        for article, context, own in zip(articles, contexts, pairs, strict=True)
        if own
    ]
    weights, steps = fit_links(chains, len(names))
    return {
        "weights": dict(zip(names, map(float, weights), strict=True)),
        "steps": dict(zip(STEPS, map(float, steps), strict=True)),
    }


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, Mapping):
        return {key: _rounded(item) for key, item in value.items()}
    return value


if __name__ == "__main__":
    main()
