"""Trains what links passages to claims: python -m reader.training.closer DATA TARGET.

The encoder must lie in the resources: the close reader reads its states.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.analysis.corrective.features import rows
from reader.analysis.corrective.scoring import FILE, weights_of
from reader.analysis.encoder.model_files import CLOSE_READER
from reader.training.arrays import OWN_TEXTS
from reader.training.closer.export import export
from reader.training.closer.links import link_examples
from reader.training.closer.network import CloseNetwork
from reader.training.closer.recipe import Recipe, train
from reader.training.corrections.articles import annotated_articles, invented_articles
from reader.training.corrections.sight import see
from reader.training.corrections.weighing import FOLDS, weigh
from reader.training.pretrained import base_weights

_DIGITS = 4


def main() -> None:
    """Train on folds 1 to 4 and write the weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("data", type=Path, help="corrections.dev.jsonl")
    parser.add_argument("target", type=Path, help="the folder of the model's files")
    options = parser.parse_args()
    articles = [one for one in see(annotated_articles(options.data)) if one.read.fold in FOLDS]
    weighed = weigh([one.read for one in articles])
    _write(options.target / Path(FILE).name, weighed.content)
    log_odds: list[Sequence[float]] = [own.tolist() for own in weighed.sums]
    linkers = [*weighed.linkers]
    weights = weights_of(weighed.content)
    for one in see(invented_articles(OWN_TEXTS / "corrections.jsonl")):
        articles.append(one)
        log_odds.append(
            weights.alone.sums(rows(one.read.evidence, one.read.memory, weights.alone.words))
        )
        linkers.append(weights.linker)
    network = CloseNetwork()
    network.start_from(base_weights())
    train(network, link_examples(articles, log_odds, linkers), Recipe())
    export(network, options.target / CLOSE_READER)


def _write(path: Path, content: Mapping[str, object]) -> None:
    path.write_text(json.dumps(_rounded(content), indent=1) + "\n", encoding="utf-8")


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, Mapping):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value


if __name__ == "__main__":
    main()
