"""Which of the sentences that nobody read a network learns from, and how often."""

import numpy as np

from reader.training.answers import asked
from reader.training.corpus import Corpus, Units
from reader.training.losses import LOADED
from reader.training.network import Network
from reader.training.recipe import Unlabelled

_KEPT_BACK = 20
_FEWEST_PIECES, _MOST_PIECES = 8, 80
# in nats: one sentence that the teachers see quite otherwise shall not crowd out the rest
_LARGEST_DIFFERENCE = 2.0
# of the mean difference, added to each: what is well known is not to be forgotten
_KNOWN_WELL = 0.3


def kept_back(corpus: Corpus) -> Units:
    """Return the twentieth of the middling sentences by which the network is calibrated."""
    return _middling(corpus)[::_KEPT_BACK]


def not_kept_back(corpus: Corpus) -> Units:
    """Return the other middling sentences."""
    return np.setdiff1d(_middling(corpus), kept_back(corpus))


def by_difference(network: Network, corpus: Corpus) -> Unlabelled:
    """Return the middling sentences, each with a chance that grows with what there is to learn.

    That is the divergence of the network's answers for its words from the corpus's labels.
    """
    units = not_kept_back(corpus)
    apart = np.zeros(len(corpus.unit_of) + 1)
    for _, outputs in asked(network, corpus, units):
        truth = corpus.labels["loaded"][outputs.place].double().clamp(1e-6, 1 - 1e-6)
        answer = outputs.tokens[:, LOADED].double().sigmoid().clamp(1e-6, 1 - 1e-6)
        nats = truth * (truth / answer).log() + (1 - truth) * ((1 - truth) / (1 - answer)).log()
        np.add.at(apart, corpus.unit_of[outputs.owner.cpu().numpy()], nats.cpu().numpy())
    chances = np.minimum(apart[units], _LARGEST_DIFFERENCE)
    chances += _KNOWN_WELL * chances.mean()
    return Unlabelled(units, chances / chances.sum())


def _middling(corpus: Corpus) -> Units:
    units = corpus.units("unlabelled")
    length = corpus.arrays["length"][corpus.sentence_start[units]]
    found: Units = units[(length >= _FEWEST_PIECES) & (length <= _MOST_PIECES)]
    return found
