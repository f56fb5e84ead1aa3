"""Makes the model of the program: python -m reader.training BENCH_DATA.

Reads the public data sets (`babe.dev.jsonl` and its neighbours) and the texts of our own, trains on
folds 1 to 4, writes resources/models, and prints the figures on fold 0. In four steps: a wide
encoder learns all tasks; a large teacher learns loaded words and marks unlabelled sentences; the
encoder is made narrower and learns on, now from the teacher's marks too; a like network that did
not see one fold is asked about it, to calibrate. It takes about two and a half hours on two cores.
"""

import argparse
import json
from pathlib import Path

import torch

from reader.analysis.encoder.pieces import PieceCutter
from reader.resources import resources_directory
from reader.training.answers import answer
from reader.training.arrays import all_units, arrays_of
from reader.training.calibration import calibrate_sentences, calibrate_words
from reader.training.corpus import Corpus
from reader.training.examples import VALIDATION_FOLD, ExampleMaker
from reader.training.export import export
from reader.training.figures import report
from reader.training.narrowing import narrowed
from reader.training.network import Network
from reader.training.pretrained import pretrained_files, start
from reader.training.recipe import TRAINING_FOLDS, Recipe, Units, train
from reader.training.student import StudentShape
from reader.training.teacher import mark_unlabelled, taught

SHAPE = StudentShape(layers=(0, 1, 2, 3), feed_forward=1536)
"""Four of the base model's six layers: a word is judged as well, at two thirds of the time."""

SECOND_ROUND = Recipe(
    steps=260, rate=7e-5, head_factor=5, unlabelled=6, attribution_rounds=0.9,
    correction_rounds=0.7, invented_rounds=0.5, seed=1,
)  # fmt: skip
SHARE_OF_FIRST = 0.4

NARROW = 768
"""Half of the feed-forward units: two thirds of the time."""

DISTILLATION = Recipe(
    steps=1000, rate=1.4e-4, head_factor=4, babe=8, weak_spots=2, unlabelled=26,
    attribution_rounds=2.2, correction_rounds=1.3, invented_rounds=0.6,
    wire_weight=0.5, average=0.995, seed=3,
)  # fmt: skip
WORDS_TOO = Recipe(
    steps=500, rate=1e-4, head_factor=4, word_rate=3e-4, babe=8, weak_spots=2, unlabelled=30,
    attribution_rounds=1.0, correction_rounds=0.6, invented_rounds=0.3,
    wire_weight=0.5, average=0.995, seed=4,
)  # fmt: skip
"""The second part of the distillation, in which the embeddings of words learn as well."""

MARKED_SENTENCES = 30_000

CALIBRATING = Recipe(
    steps=300, word_rate=3e-4, babe=8, weak_spots=2, unlabelled=26, wire_weight=0.5, average=0.98,
    attribution_rounds=0, correction_rounds=0, invented_rounds=0,
)  # fmt: skip

LEFT_OUT = 1
"""The fold that the second, shorter training leaves out, to calibrate on."""


def main() -> None:
    """Train, calibrate, write the files, print the figures."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bench", type=Path, help="folder of babe.dev.jsonl and its neighbours")
    options = parser.parse_args()
    models = resources_directory() / "models"
    maker = ExampleMaker(PieceCutter(pretrained_files() / "tokenizer.json"))
    corpus = Corpus(arrays_of(list(all_units(options.bench, maker))))
    wide = averaged(corpus)
    marked = mark_unlabelled(taught(corpus, TRAINING_FOLDS), corpus, MARKED_SENTENCES)
    network = slim(wide, corpus)
    for recipe in (DISTILLATION, WORDS_TOO):
        train(network, corpus, recipe, TRAINING_FOLDS, marked)
    left_out = answer(calibrating(corpus, marked), corpus, corpus.units("babe", folds=[LEFT_OUT]))
    words, sentences = calibrate_words(corpus, left_out), calibrate_sentences(corpus, left_out)
    export(network, words, sentences, models)
    print(json.dumps(report(corpus, network, [VALIDATION_FOLD]), indent=1))  # noqa: T201


def averaged(corpus: Corpus) -> Network:
    """Return the mean of a network after its training and after a second, gentler round."""
    torch.manual_seed(Recipe().seed)
    network = Network(start(SHAPE))
    train(network, corpus, Recipe(), TRAINING_FOLDS)
    before = {name: value.clone() for name, value in network.state_dict().items()}
    train(network, corpus, SECOND_ROUND, TRAINING_FOLDS)
    mean = {
        name: value.lerp(before[name], SHARE_OF_FIRST) if value.is_floating_point() else value
        for name, value in network.state_dict().items()
    }
    network.load_state_dict(mean)
    return network


def slim(network: Network, corpus: Corpus) -> Network:
    """Return a narrow copy of `network`, which is to learn on."""
    sentences = corpus.units("babe", folds=[LEFT_OUT])[:150]
    articles = corpus.units("polnear", folds=[LEFT_OUT])[:6]
    return narrowed(network, corpus, [*sentences, *articles], NARROW)


def calibrating(corpus: Corpus, marked: Units) -> Network:
    """Return a narrow network for lone sentences that saw no label of the fold left out.

    The teacher whose marks it learns from did see them, but these marks are of other sentences.
    """
    torch.manual_seed(CALIBRATING.seed)
    network = slim(Network(start(SHAPE)), corpus)
    others = [fold for fold in TRAINING_FOLDS if fold != LEFT_OUT]
    train(network, corpus, CALIBRATING, others, marked)
    return network


if __name__ == "__main__":
    main()
