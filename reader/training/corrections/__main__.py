"""Writes resources/models/corrections.json: python -m reader.training.corrections DATA TARGET."""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.analysis.corrective.features import Row
from reader.analysis.corrective.links import Context
from reader.analysis.corrective.scoring import Scorer
from reader.training.corrections.articles import Read, read_articles, read_log_odds
from reader.training.corrections.linking import STEPS, chain_of, fit_links, link_rows
from reader.training.corrections.stacking import (
    Rows,
    as_json,
    best_threshold,
    fit_scorer,
    lay_out,
    left_out_chances,
)

# never trained on; the floors of the quality gate are measured there
_KEPT_BACK = 0
_DIGITS = 4
# per 1,000 words, at the threshold from which on anything is marked at all
MOST_FALSE_ALARMS = 2.6


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
    alone = _scorer(articles, _own_rows)
    trained = {"without encoder": as_json(alone), "links": fit_linker(articles, alone)}
    if all(article.log_odds is not None for article in articles):
        trained["with encoder"] = as_json(_scorer(articles, Read.full_rows))
    return trained


def _own_rows(article: Read) -> Sequence[Row]:
    return article.rows


def _scorer(articles: Sequence[Read], rows: Rows) -> Scorer:
    sheet = lay_out(articles, rows)
    folds = frozenset(article.fold for article in articles)
    words = sum(len(article.document.text.split()) for article in articles)
    most_wrong = MOST_FALSE_ALARMS * words / 1000
    chances = left_out_chances(sheet, folds)
    return fit_scorer(sheet, folds, best_threshold(chances, sheet.marks, most_wrong))


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
