"""Asks a trained network about whole data sets."""

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor

from reader.training.corpus import Corpus
from reader.training.network import Network, stretches_of


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
            rows.append((outputs.place, outputs.tokens, outputs.sentence, logits[0]))
            links |= dict(zip(part, scores[0].tolist(), strict=True))
    place, tokens, sentence, article = (torch.cat(column) for column in zip(*rows, strict=True))
    numbers = [number for unit in ordered for number in corpus.sentences_of(unit)]
    return Answers(place, tokens, torch.tensor(numbers), sentence, article, links)
