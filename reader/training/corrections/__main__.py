"""Writes resources/models/corrections.json: python -m reader.training.corrections DATA TARGET."""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import numpy as np

from reader.analysis.corrective.features import Row, rows
from reader.analysis.corrective.links import Context
from reader.analysis.corrective.scoring import Mix, Scorer, Stage
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
MOST_FALSE_ALARMS = 2.7


def main() -> None:
    """Train on folds 1 to 4 and write the weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("data", type=Path, help="corrections.dev.jsonl")
    parser.add_argument("left_out", type=Path, help="what models that left an article out say")
    parser.add_argument("target", type=Path, help="the file of weights to write")
    options = parser.parse_args()
    articles = read_articles(options.data)
    known = [article for article in articles if article.fold in FOLDS]
    unseen = [article for article in articles if article.fold not in FOLDS]
    trained = train(known, unseen, read_left_out(options.left_out))
    options.target.write_text(json.dumps(_rounded(trained), indent=1) + "\n", "utf-8")


def train(
    articles: Sequence[Read], unseen: Sequence[Read], left_out: Mapping[str, LeftOut]
) -> dict[str, object]:
    """Return what the data file holds.

    Args:
        articles: what is learned from.
        unseen: articles that neither this nor the encoder learns from; their marks are not used.
        left_out: what encoders that left an article out say of it.
    """
    words = choose_words(articles)
    sheet = lay_out(articles, partial(_features, words))
    first, second, sums = fit_stages(sheet, FOLDS)
    most_wrong = MOST_FALSE_ALARMS * sum(len(one.document.text.split()) for one in articles) / 1000
    slope, offset, possible = calibrated(sums, sheet.marks, most_wrong)
    alone = Mix(slope, 0.0, offset, possible)
    elsewhere = [_sums(first, second, _features(words, article)) for article in unseen]
    encoder = encoder_log_odds([article.document for article in unseen])
    return {
        "first": asdict(first),
        "second": asdict(second),
        "alone": asdict(alone),
        "read": asdict(_with_encoder(alone, sums, np.concatenate(elsewhere), encoder)),
        "floors": measure_floors(articles),
        "links alone": fit_linker(articles, sheet.articles(sums), None),
        "links": fit_linker(articles, sheet.articles(sums), left_out),
    }


def _features(words: frozenset[str], article: Read) -> list[Row]:
    return rows(article.evidence, article.memory, words)


def _sums(first: Stage, second: Stage, own: Sequence[Row]) -> list[float]:
    nothing = Mix(1.0, 0.0, 0.0, 0.0)
    return Scorer(first, second, nothing, nothing).sums(own)


def _with_encoder(alone: Mix, sums: Array, elsewhere: Array, encoder: Array) -> Mix:
    """Return the mix in which the sums and the encoder count alike.

    The left-out models are so much weaker than the encoder in the resources that a regression on
    them would make nothing of it. So both are brought to the same middle and spread and added, and
    the total is brought to that of the sums, as measured on articles that neither has seen (no
    marks are needed for that). The total is better than the sums, so a probability that holds for
    them does not promise too much.

    Args:
        alone: the mix without the encoder.
        sums: of the articles that were learned from, each left out in its turn.
        elsewhere: sums of unseen articles.
        encoder: the encoder's log-odds for the same ones.
    """
    own, heard = Level.of(sums), Level.of(encoder)
    total = Level.of(own.standard(elsewhere) + heard.standard(encoder))
    factor = alone.own * own.spread / total.spread
    shift = own.middle / own.spread + heard.middle / heard.spread + total.middle
    return Mix(
        factor / own.spread,
        factor / heard.spread,
        alone.offset + alone.own * own.middle - factor * shift,
        alone.possible,
    )


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
