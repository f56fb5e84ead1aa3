"""Writes resources/models/corrections.json: python -m reader.training.corrections DATA TARGET."""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from reader.analysis.corrective.features import Row
from reader.analysis.corrective.links import Context
from reader.analysis.corrective.scoring import Scorer
from reader.training.corrections.articles import Read, read_articles, read_log_odds
from reader.training.corrections.linking import STEPS, chain_of, fit_links, link_rows
from reader.training.corrections.stacking import (
    Rows,
    as_json,
    best_threshold,
    chances_of,
    fit_scorer,
)

# never trained on; the floors of the quality gate are measured there
_KEPT_BACK = 0
_DIGITS = 4


def main() -> None:
    """Train on folds 1 to 4 and write the weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("data", type=Path, help="corrections.dev.jsonl")
    parser.add_argument("target", type=Path, help="the file of weights to write")
    parser.add_argument("--log-odds", type=Path, help='lines {"id", "logodds"} from the encoder')
    options = parser.parse_args()
    articles = list(read_articles(options.data, read_log_odds(options.log_odds)))
    known = [article for article in articles if article.fold != _KEPT_BACK]
    options.target.write_text(json.dumps(_rounded(_trained(known)), indent=1) + "\n", "utf-8")


def _trained(articles: Sequence[Read]) -> Mapping[str, object]:
    alone = fit_scorer(articles, _own_rows)
    read = fit_scorer(articles, Read.full_rows)
    return {
        "without encoder": {**as_json(alone), "possible": possible(articles, _own_rows)},
        "with encoder": {**as_json(read), "possible": possible(articles, Read.full_rows)},
        "links": fit_linker(articles, alone),
    }


def _own_rows(article: Read) -> Sequence[Row]:
    return article.rows


def possible(articles: Sequence[Read], rows: Rows) -> float:
    """Return the threshold with the best F1 over folds that were not fitted on."""
    chances, marks = [], []
    for fold in sorted({article.fold for article in articles}):
        scorer = fit_scorer([article for article in articles if article.fold != fold], rows)
        left_out = [article for article in articles if article.fold == fold]
        chances += chances_of(scorer, left_out, rows)
        marks += [np.array(article.corrective, float) for article in left_out]
    return best_threshold(np.concatenate(chances), np.concatenate(marks))


def fit_linker(articles: Sequence[Read], scorer: Scorer) -> dict[str, dict[str, float]]:
    """Return the weights of the linker."""
    contexts = [
        Context(article.evidence, article.memory, scorer.log_odds(article.rows))
        for article in articles
    ]
    rows = [link_rows(*pair) for pair in zip(articles, contexts, strict=True)]
    names = sorted({name for own in rows for _, several in own for row in several for name in row})
    chains = [
        chain_of(article, context, own, names)
        for article, context, own in zip(articles, contexts, rows, strict=True)
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
