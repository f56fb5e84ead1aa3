"""Trains all that finds corrective passages: python -m reader.training.closer DATA TARGET.

The encoder must lie in the resources: what is trained here reads its vectors and states.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from reader.analysis.corrective.closer import FILE as CLOSER_FILE
from reader.analysis.corrective.features import Row, rows
from reader.analysis.corrective.scoring import FILE, Weights, weights_of
from reader.analysis.encoder.model_files import CLOSE_READER
from reader.training.arrays import OWN_TEXTS
from reader.training.closer.export import export
from reader.training.closer.levels import CHOSEN, Shares, least_sum, measure, mix
from reader.training.closer.links import link_examples
from reader.training.closer.network import CloseNetwork
from reader.training.closer.recipe import Example, Recipe, answers, examples, train
from reader.training.corrections.articles import annotated_articles, invented_articles
from reader.training.corrections.regression import Array
from reader.training.corrections.sight import Seen, see
from reader.training.corrections.weighing import FOLDS, Weighed, most_wrong, weigh
from reader.training.pretrained import base_weights

_DIGITS = 4
_HELD = 1


def main() -> None:
    """Train on folds 1 to 4 and write the weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("data", type=Path, help="corrections.dev.jsonl")
    parser.add_argument("target", type=Path, help="the folder of the model's files")
    parser.add_argument(
        "--measure", action="store_true", help="leave one fold out and print the shares only"
    )
    options = parser.parse_args()
    seen = see(annotated_articles(options.data))
    weighed = weigh([one.read for one in seen], [one.vectors for one in seen])
    if options.measure:
        print(_measured(seen, weighed))  # noqa: T201
        return
    _write(options.target / Path(FILE).name, weighed.content)
    network = _trained(seen, weighed, FOLDS)
    export(network, options.target / CLOSE_READER)
    unseen = [number for number, one in enumerate(seen) if one.read.fold not in FOLDS]
    least = least_sum([weighed.sums[number] for number in unseen])
    sums, scores, _ = _read_closely(network, seen, weighed, unseen, least)
    _write(options.target / Path(CLOSER_FILE).name, asdict(mix(CHOSEN, least, sums, scores)))


def _trained(seen: Sequence[Seen], weighed: Weighed, folds: frozenset[int]) -> CloseNetwork:
    """Return a close reader that has learned from the articles of `folds` and our own ones."""
    chosen = [number for number, one in enumerate(seen) if one.read.fold in folds]
    articles = [seen[number] for number in chosen]
    log_odds: list[Sequence[float]] = [weighed.sums[number].tolist() for number in chosen]
    linkers = [weighed.linkers[number] for number in chosen]
    weights = weights_of(weighed.content)
    for one in see(invented_articles(OWN_TEXTS / "corrections.jsonl")):
        articles.append(one)
        log_odds.append(weights.read.sums(_rows(one, weights), weights.vectors.sums(one.vectors)))
        linkers.append(weights.linker)
    network = CloseNetwork()
    network.start_from(base_weights())
    links = link_examples(articles, log_odds, linkers)
    train(network, examples(articles, log_odds), links, Recipe())
    return network


def _rows(one: Seen, weights: Weights) -> list[Row]:
    return rows(one.read.evidence, one.read.memory, weights.read.words)


def _read_closely(
    network: CloseNetwork,
    seen: Sequence[Seen],
    weighed: Weighed,
    chosen: Sequence[int],
    least: float,
) -> tuple[Array, Array, Array]:
    """Return sums, scores and marks of the sentences of `chosen` articles that are read closely."""
    own = [seen[number] for number in chosen]
    sums = np.concatenate([weighed.sums[number] for number in chosen])
    asked = examples(own, [weighed.sums[number].tolist() for number in chosen])
    likely: list[Example] = [one for one in asked if one.log_odds >= least]
    scores = answers(network, [one.asked for one in likely])
    return sums[sums >= least], scores[:, 0], np.array([one.corrective for one in likely], float)


def _measured(seen: Sequence[Seen], weighed: Weighed) -> Shares:
    """Return the shares that one fold gives, from a close reader that did not learn from it."""
    held = [number for number, one in enumerate(seen) if one.read.fold == _HELD]
    network = _trained(seen, weighed, FOLDS - {_HELD})
    least = least_sum([weighed.sums[number] for number in held])
    sums, scores, marks = _read_closely(network, seen, weighed, held, least)
    corrective = sum(sum(seen[number].read.corrective) for number in held)
    return measure(
        sums, scores, marks, corrective - marks.sum(), most_wrong([seen[n].read for n in held])
    )


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
