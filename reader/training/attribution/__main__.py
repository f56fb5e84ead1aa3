"""Fits resources/lexicon/attribution/boundaries.tsv: python -m reader.training.attribution DATA.

The encoder must lie in the resources: what is fitted here weighs what it says. It takes two or
three minutes on one core.
"""

import argparse
from pathlib import Path

import torch

from reader.analysis.attribution.boundaries import FILE, boundaries_in
from reader.resources import resources_directory
from reader.training.attribution.articles import read_articles
from reader.training.attribution.classes import choose_classes
from reader.training.attribution.figures import figures
from reader.training.attribution.fitting import fit
from reader.training.attribution.table import write

VALIDATION_FOLD = 0


def main() -> None:
    """Fit on folds 1 to 4, write the weights, print the figures on fold 0 before and after."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("data", type=Path, help="polnear.dev.jsonl")
    options = parser.parse_args()
    torch.set_num_threads(1)  # a second one gains nothing, and sums stay in one order
    target = resources_directory() / FILE
    articles = list(read_articles(options.data))
    unseen = [article for article in articles if article.fold == VALIDATION_FOLD]
    learned = [article for article in articles if article.fold != VALIDATION_FOLD]
    before = figures(unseen, boundaries_in(target))
    write(fit(learned, choose_classes(article.document for article in learned)), target)
    after = figures(unseen, boundaries_in(target))
    for name, figure in before.items():
        print(f"{name:14} before {figure:.3f}, after {after[name]:.3f}")  # noqa: T201


if __name__ == "__main__":
    main()
