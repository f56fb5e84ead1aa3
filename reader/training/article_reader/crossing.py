"""Trains a network for each fold, without it, and asks it about that fold.

The program takes the mean of all of them. What they say of the openings that they have not learned
from tells what their scores mean.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from reader.training.article_reader.learning import Recipe, learned
from reader.training.article_reader.lessons import Lesson
from reader.training.article_reader.network import ArticleNetwork
from reader.training.corrections.regression import Array
from reader.training.corrections.weighing import FOLDS


def crossed(
    lessons: Sequence[Lesson], start: Tensor, recipe: Recipe
) -> tuple[list[ArticleNetwork], list[Array]]:
    """Return a network per fold, and the scores (n,) of every lesson by the one without its fold.

    Args:
        lessons: all that there is to learn from.
        start: (k,) the weights of the linker.
        recipe: how each network learns.
    """
    networks = {
        fold: learned([one for one in lessons if one.fold != fold], start, recipe)
        for fold in sorted(FOLDS)
    }
    return list(networks.values()), [corrective(networks[one.fold], one) for one in lessons]


def corrective(network: ArticleNetwork, lesson: Lesson) -> Array:
    """Return how likely the network thinks each sentence is corrective, not calibrated."""
    with torch.no_grad():
        scores, _, _ = network(
            torch.from_numpy(lesson.vectors)[None], torch.from_numpy(lesson.features)[None]
        )
    said: Array = scores[0, :, 0].numpy().astype(np.float64)
    return said
