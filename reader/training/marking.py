"""Writes into the labels what the teachers say, beside what people said."""

from collections.abc import Mapping

import torch
from torch import Tensor

from reader.training.corpus import Corpus
from reader.training.recipe import TRAINING_FOLDS
from reader.training.teacher import TAUGHT, Opinions, mean_of

LABELS = ("loaded", "bias")

PEOPLE = {"babe": 0.8, "weak": 1.0, "read": 0.6}
"""How much the label of a person counts; the rest is what the teacher says that did not see it."""


def mark(corpus: Corpus, teachers: Mapping[int, Opinions]) -> None:
    """Let every label of the training folds be the people's, the teachers', or a mean of both.

    Args:
        corpus: its labels are written anew, from those in its arrays.
        teachers: what the teacher says that left a fold out; the mean of all counts where no person
            said anything.
    """
    mean = mean_of(teachers.values())
    for name in LABELS:
        said = getattr(mean, name).sigmoid()
        people = torch.as_tensor(corpus.arrays[name].astype("float32"), device=said.device)
        label = people.clone()
        for data_set in TAUGHT:
            for fold in TRAINING_FOLDS:
                where = _where(corpus, name, data_set, fold)
                share = PEOPLE.get(data_set, 0.0)
                others = getattr(teachers[fold], name).sigmoid() if share else said
                label[where] = _mixed(people[where], others[where], share)
        corpus.labels[name] = label


def _mixed(people: Tensor, teachers: Tensor, share: float) -> Tensor:
    return torch.where(people.isnan(), teachers, people.lerp(teachers, 1 - share))


def _where(corpus: Corpus, name: str, data_set: str, fold: int) -> Tensor:
    """Return whether each piece, or sentence, belongs to a fold of a set."""
    chosen = torch.zeros(len(corpus.arrays["unit_len"]), dtype=torch.bool)
    chosen[corpus.units(data_set, folds=[fold])] = True
    sentences = chosen[torch.as_tensor(corpus.unit_of)]
    if name == "loaded":
        length = torch.as_tensor(corpus.arrays["length"].astype(int))
        sentences = sentences.repeat_interleave(length)
    return sentences.to(corpus.labels[name].device)
