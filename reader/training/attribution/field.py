"""The conditional random field over O, B and I: the decoder's weights while they are learned."""

import torch
from torch import Tensor, nn

from reader.analysis.attribution.boundaries import CHANCES
from reader.analysis.attribution.decoding import MOVES
from reader.training.attribution.sequences import NEVER, Sequences
from reader.training.roles import INSIDE, OUTSIDE

_BEGINS, _AGAIN, _ENDS, _GOES_ON = range(len(MOVES))
_NO_MOVE = -1
TAKEN_IN, LEFT_OUT = 0.5, 0.75
"""What a path gains in training by each word that it takes in or leaves out wrongly.

The field then keeps clear of such paths: the words' F1 of indirect speech was .003 higher with .5
for each than without, and .001 higher again with these (parts of folds 1 to 4 of PolNeAR, 2026-11).
"""


class Field(nn.Module):
    """A linear chain whose moves are worth what stands around the boundary (Lafferty et al. 2001).

    Attributes:
        trust: what the evidence counts; the encoder knows the articles of training by heart, and
            is surer of neighbouring words than their number justifies.
        always: (4,) what a move is worth wherever it is made.
        before: (classes, 4) what it is worth behind a class.
        after: (classes, 4) what it is worth in front of one.
        chances: (8, 4) what it is worth by the chances of the word before and of the one behind.
    """

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.trust = nn.Parameter(torch.ones(()))
        self.always = nn.Parameter(torch.zeros(len(MOVES)))
        self.before = nn.Parameter(torch.zeros(classes, len(MOVES)))
        self.after = nn.Parameter(torch.zeros(classes, len(MOVES)))
        self.chances = nn.Parameter(torch.zeros(2 * len(CHANCES), len(MOVES)))

    def forward(self, sentences: Sequences) -> Tensor:
        """Return the negative log-likelihood of the labels, per word.

        In training wrong paths are made likelier than they are (softmax-margin, Gimpel and Smith
        2010).
        """
        spoken = self.trust * sentences.evidence
        if self.training:
            spoken = spoken + _gains(sentences)
        worth = self.always + self.before[sentences.before] + self.after[sentences.after]
        worth = (worth + sentences.chances @ self.chances) * sentences.present[:, :, None]
        surplus = _of_all_paths(spoken, worth) - _of_labels(spoken, worth, sentences)
        return surplus.sum() / sentences.present.sum()


def _gains(sentences: Sequences) -> Tensor:
    """Return what O gains for words within a stretch, B and I for those outside."""
    outside = (sentences.labels == OUTSIDE)[:, :, None]
    taken_in, left_out = torch.tensor([0, TAKEN_IN, TAKEN_IN]), torch.tensor([LEFT_OUT, 0, 0])
    return torch.where(outside, taken_in, left_out) * sentences.present[:, :, None]


def _of_all_paths(spoken: Tensor, worth: Tensor) -> Tensor:
    """Return the logarithm of the sum over all paths of each sentence."""
    never = torch.full_like(spoken[:, 0, 0], NEVER)
    outside, begins, inside = spoken[:, 0, 0], spoken[:, 0, 1] + worth[:, 0, _BEGINS], never
    for said, moves in zip(spoken.unbind(1)[1:], worth.unbind(1)[1:], strict=True):
        stretch = torch.logaddexp(begins, inside)
        begins = torch.logaddexp(outside + moves[:, _BEGINS], stretch + moves[:, _AGAIN])
        outside = torch.logaddexp(outside, stretch + moves[:, _ENDS])
        inside = stretch + moves[:, _GOES_ON]
        outside, begins, inside = outside + said[:, 0], begins + said[:, 1], inside + said[:, 2]
    return torch.stack([outside, begins, inside]).logsumexp(0)


def _of_labels(spoken: Tensor, worth: Tensor, sentences: Sequences) -> Tensor:
    """Return what the path of the labels is worth in each sentence."""
    labels = sentences.labels
    said = spoken.gather(2, labels[:, :, None])[:, :, 0] * sentences.present
    moves = _moves(labels)
    made = worth.gather(2, moves.clamp(min=0)[:, :, None])[:, :, 0] * (moves != _NO_MOVE)
    total: Tensor = (said + made).sum(1)
    return total


def _moves(labels: Tensor) -> Tensor:
    """Return the number of the move into each word."""
    earlier = nn.functional.pad(labels[:, :-1], (1, 0), value=OUTSIDE)
    out_of = torch.where(earlier == OUTSIDE, _NO_MOVE, _ENDS)
    begun = torch.where(earlier == OUTSIDE, _BEGINS, _AGAIN)
    begun = torch.where(labels == INSIDE, _GOES_ON, begun)
    return torch.where(labels == OUTSIDE, out_of, begun)
