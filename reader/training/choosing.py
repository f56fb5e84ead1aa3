"""Which of the sentences that no person labelled a network learns most from."""

from collections.abc import Iterator

import numpy as np
import torch

from reader.training.corpus import Corpus
from reader.training.losses import LOADED
from reader.training.network import Network, Outputs
from reader.training.precision import fast_precision
from reader.training.recipe import Units, Unlabelled

_AT_ONCE = 500
_FEWEST_PIECES, _MOST_PIECES = 8, 80
_WIRE_SHARE = 0.4
# in nats: one sentence that the teacher sees quite otherwise shall not crowd out the rest
_LARGEST_DIFFERENCE = 2.0
# of the mean difference, added to each: what is well known is not to be forgotten
_KNOWN_WELL = 0.3


def evenly(corpus: Corpus, most: int) -> Units:
    """Return `most` of the unlabelled sentences of middling length, two of five wire copy."""
    random = np.random.default_rng(5)
    units = _middling(corpus)
    wire = corpus.arrays["wire"][corpus.sentence_start[units]] == 1
    of_wire = int(most * _WIRE_SHARE)
    shares = ((units[wire], of_wire), (units[~wire], most - of_wire))
    return np.concatenate([random.permutation(found)[:share] for found, share in shares])


def others(corpus: Corpus, units: Units) -> Units:
    """Return all further sentences of middling length, in random order."""
    random = np.random.default_rng(1)
    found: Units = random.permutation(np.setdiff1d(_middling(corpus), units))
    return found


def by_difference(network: Network, corpus: Corpus, units: Units) -> Unlabelled:
    """Return the marked `units`, each with a chance that grows with what there is to learn.

    That is the divergence of the network's answers for its words from the corpus's labels.
    """
    apart = np.zeros(len(corpus.sentence_start) - 1)
    for _, outputs in asked(network, corpus, units):
        truth = corpus.labels["loaded"][outputs.place].double().clamp(1e-6, 1 - 1e-6)
        answer = outputs.tokens[:, LOADED].double().sigmoid().clamp(1e-6, 1 - 1e-6)
        nats = truth * (truth / answer).log() + (1 - truth) * ((1 - truth) / (1 - answer)).log()
        np.add.at(apart, _units_of(corpus, outputs), nats.numpy())
    weights = np.minimum(apart[units], _LARGEST_DIFFERENCE)
    weights += _KNOWN_WELL * weights.mean()
    return Unlabelled(units, weights / weights.sum())


def asked(network: Network, corpus: Corpus, units: Units) -> Iterator[tuple[list[int], Outputs]]:
    """Yield the sentences of `units`, some hundreds at a time, and what `network` says of them."""
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


def _middling(corpus: Corpus) -> Units:
    units = corpus.units("unlabelled")
    length = corpus.arrays["length"][corpus.sentence_start[units]]
    found: Units = units[(length >= _FEWEST_PIECES) & (length <= _MOST_PIECES)]
    return found


def _units_of(corpus: Corpus, outputs: Outputs) -> Units:
    sentences = np.searchsorted(corpus.piece_start, outputs.place.numpy(), side="right") - 1
    found: Units = corpus.unit_of[sentences]
    return found
