"""What the teachers' scores mean, and what they say together."""

from collections.abc import Sequence

import numpy as np

from reader.analysis.corrective.trained import Calibration
from reader.training.article_reader.teacher import Teacher
from reader.training.article_reader.teaching import read_by
from reader.training.article_reader.texts import Floats, Text
from reader.training.corrections.articles import Read
from reader.training.corrections.stacking import calibrated
from reader.training.corrections.weighing import most_wrong


def calibrate(
    scores: Sequence[np.ndarray], corrective: Sequence[Floats], articles: Sequence[Read]
) -> Calibration:
    """Return what a teacher's scores of some articles mean, none of which it learned from."""
    values = np.concatenate(scores)[:, 0].astype(float)
    return Calibration(*calibrated(values, np.concatenate(corrective), most_wrong(articles)))


def marks(
    teachers: Sequence[Teacher], texts: Sequence[Text], calibration: Calibration
) -> list[np.ndarray]:
    """Return the mean scores (n, OUTPUTS) of the teachers, the first as calibrated log-odds."""
    by_teacher = [read_by(teacher, texts) for teacher in teachers]
    found = []
    for scores in zip(*by_teacher, strict=True):
        mean = np.mean(scores, axis=0)
        mean[:, 0] = calibration.slope * mean[:, 0] + calibration.offset
        found.append(mean.astype(np.float32))
    return found
