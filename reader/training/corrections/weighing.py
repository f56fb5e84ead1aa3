"""Learns the weights of resources/models/corrections.json."""

from collections.abc import Sequence
from dataclasses import asdict

from reader.analysis.corrective.features import Row, rows
from reader.analysis.corrective.links import Context
from reader.analysis.corrective.trained import Calibration
from reader.training.corrections.articles import Read
from reader.training.corrections.claim_choosing import choice_weights
from reader.training.corrections.linking import STEPS, chain_of, fit_links, link_rows
from reader.training.corrections.precisions import measure_floors
from reader.training.corrections.regression import Array
from reader.training.corrections.stacking import calibrated, fit_stages, lay_out
from reader.training.corrections.wording import choose_words

FOLDS = frozenset({1, 2, 3, 4})
# per 1,000 words, at the threshold from which on anything is marked at all
MOST_FALSE_ALARMS = 2.7


def weigh(articles: Sequence[Read]) -> dict[str, object]:
    """Return what the data file holds, learned from articles of FOLDS."""
    words = choose_words(articles)
    sheet = lay_out(articles, lambda article: _features(words, article))
    first, second, sums = fit_stages(sheet, FOLDS)
    slope, offset, possible = calibrated(sums, sheet.marks, most_wrong(articles))
    return {
        "alone": {"first": asdict(first), "second": asdict(second)},
        "calibration": asdict(Calibration(slope, offset, possible)),
        "floors": measure_floors(articles),
        "links": _linker(articles, sheet.articles(sums)),
        "choice": choice_weights(articles),
    }


def most_wrong(articles: Sequence[Read]) -> float:
    """Return how many sentences of the articles may be marked wrongly."""
    return MOST_FALSE_ALARMS * sum(len(one.document.text.split()) for one in articles) / 1000


def _features(words: frozenset[str], article: Read) -> list[Row]:
    return rows(article.evidence, article.memory, words)


def _linker(articles: Sequence[Read], sums: Sequence[Array]) -> dict[str, dict[str, float]]:
    """Return the linker's weights, given what the features say of every sentence."""
    contexts = [
        Context(article.evidence, article.memory, own.tolist())
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
