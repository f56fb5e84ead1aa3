"""Asks a trained network about whole data sets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from reader.training.corpus import Corpus, Units
from reader.training.device import fast_precision
from reader.training.network import Network, Outputs, stretches_of

_AT_ONCE = 100
"""Units: an article's states take some megabytes."""


@dataclass
class Answers:
    """What a network says of all sentences of some units, in the corpus's order.

    `pieces` (p,) and `sentences` (s,) are corpus indices; the other rows belong to them.
    """

    pieces: Tensor
    tokens: Tensor
    sentences: Tensor
    sentence: Tensor
    article: Tensor
    links: dict[int, list[float]]


def answer(network: Network, corpus: Corpus, units: Iterable[int]) -> Answers:
    """Ask a network about all sentences of `units`, one unit after another."""
    network.eval()
    with torch.no_grad():
        answers = _ask(network, corpus, units)
    network.train()
    return answers


def _ask(network: Network, corpus: Corpus, units: Iterable[int]) -> Answers:
    ordered = sorted(units)
    rows: list[tuple[Tensor, ...]] = []
    links: dict[int, list[float]] = {}
    for unit in ordered:
        for part in stretches_of(corpus.sentences_of(unit)):
            outputs = network.read(corpus, part)
            logits, scores, _ = network.articles(corpus, [part], outputs)
            found = (outputs.place, outputs.tokens, outputs.sentence, logits[0])
            rows.append(tuple(column.cpu() for column in found))
            links |= dict(zip(part, scores[0].tolist(), strict=True))
    place, tokens, sentence, article = (torch.cat(column) for column in zip(*rows, strict=True))
    numbers = [number for unit in ordered for number in corpus.sentences_of(unit)]
    return Answers(place, tokens, torch.tensor(numbers), sentence, article, links)


def asked(network: Network, corpus: Corpus, units: Units) -> Iterator[tuple[list[int], Outputs]]:
    """Yield the sentences of `units`, many at a time, and what `network` says of them."""
    network.eval()
    ordered = np.sort(units)
    for start in range(0, len(ordered), _AT_ONCE):
        sentences = [
            number
            for unit in ordered[start : start + _AT_ONCE]
            for number in corpus.sentences_of(int(unit))
        ]
        with torch.no_grad(), fast_precision():
            yield sentences, network.read(corpus, sentences)
