"""Learns the weights of resources/models/corrections.json."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from reader.analysis.corrective.features import Row, rows
from reader.analysis.corrective.links import Context, Linker
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


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was learned from the articles of FOLDS.

    Attributes:
        content: what the data file holds.
        sums: an array per article, of the features' scorer; those of an article of FOLDS come from
            weights that were learned without its fold.
        linkers: an article's linker was learned without its fold.
    """

    content: Mapping[str, object]
    sums: Sequence[Array]
    linkers: Sequence[Linker]


def weigh(articles: Sequence[Read]) -> Weighed:
    """Return what is learned from the articles of FOLDS, and what it says of all `articles`."""
    known = [article for article in articles if article.fold in FOLDS]
    words = choose_words(known)
    sheet = lay_out(articles, lambda article: _features(words, article))
    first, second, sums = fit_stages(sheet, FOLDS)
    learned = sheet.chosen(FOLDS)
    slope, offset, possible = calibrated(sums[learned], sheet.marks[learned], most_wrong(known))
    linker, linkers = _linkers(articles, sheet.articles(sums))
    content = {
        "alone": {"first": asdict(first), "second": asdict(second)},
        "calibration": asdict(Calibration(slope, offset, possible)),
        "floors": measure_floors(known),
        "links": linker,
        "choice": choice_weights(known),
    }
    return Weighed(content, sheet.articles(sums), linkers)


def most_wrong(articles: Sequence[Read]) -> float:
    """Return how many sentences of the articles may be marked wrongly."""
    return MOST_FALSE_ALARMS * sum(len(one.document.text.split()) for one in articles) / 1000


def _features(words: frozenset[str], article: Read) -> list[Row]:
    return rows(article.evidence, article.memory, words)


def _linkers(
    articles: Sequence[Read], sums: Sequence[Array]
) -> tuple[dict[str, dict[str, float]], list[Linker]]:
    """Return the linker's weights, and for each article a linker not fitted on its fold."""
    contexts = [
        Context(article.evidence, article.memory, own.tolist())
        for article, own in zip(articles, sums, strict=True)
    ]
    pairs = [link_rows(*pair) for pair in zip(articles, contexts, strict=True)]
    names = sorted({name for own in pairs for _, several in own for row in several for name in row})
    chains = [
        (article.fold, chain_of(article, context, own, names))
        for article, context, own in zip(articles, contexts, pairs, strict=True)
        if own
    ]

    def fitted(left_out: int) -> dict[str, dict[str, float]]:
        learned_from = FOLDS - {left_out}
        chosen = [chain for fold, chain in chains if fold in learned_from]
        weights, steps = fit_links(chosen, len(names))
        return {
            "weights": dict(zip(names, map(float, weights), strict=True)),
            "steps": dict(zip(STEPS, map(float, steps), strict=True)),
        }

    by_fold = {fold: fitted(fold) for fold in sorted({article.fold for article in articles})}
    unseen = next((fold for fold in by_fold if fold not in FOLDS), None)
    whole = fitted(-1) if unseen is None else by_fold[unseen]
    return whole, [Linker(**by_fold[article.fold]) for article in articles]
