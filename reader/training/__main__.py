"""Makes the model of the program: python -m reader.training BENCH_DATA.

Reads the public data sets (`babe.dev.jsonl` and its neighbours) and the texts of our own, trains on
folds 1 to 4, writes resources/models, and prints the figures on fold 0. In four steps: a wide
encoder learns all tasks; a large teacher learns loaded words and marks unlabelled sentences; the
encoder is made narrower, twice, and learns on, now from the teacher's marks too; a like network
that did not see one fold is asked about it, to calibrate. It takes about four hours on two cores.
"""

import argparse
import json
from pathlib import Path

from reader.analysis.encoder.pieces import PieceCutter
from reader.resources import resources_directory
from reader.training.answers import answer
from reader.training.arrays import all_units, arrays_of
from reader.training.calibration import calibrate_sentences, calibrate_words
from reader.training.corpus import Corpus
from reader.training.examples import VALIDATION_FOLD, ExampleMaker
from reader.training.export import export
from reader.training.figures import report
from reader.training.pretrained import pretrained_files
from reader.training.recipe import TRAINING_FOLDS
from reader.training.stages import LEFT_OUT, averaged, calibrating, distilled
from reader.training.teacher import taught


def main() -> None:
    """Train, calibrate, write the files, print the figures."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bench", type=Path, help="folder of babe.dev.jsonl and its neighbours")
    options = parser.parse_args()
    models = resources_directory() / "models"
    maker = ExampleMaker(PieceCutter(pretrained_files() / "tokenizer.json"))
    corpus = Corpus(arrays_of(list(all_units(options.bench, maker))))
    network, marked = distilled(averaged(corpus), taught(corpus, TRAINING_FOLDS), corpus)
    left_out = answer(calibrating(corpus, marked), corpus, corpus.units("babe", folds=[LEFT_OUT]))
    words, sentences = calibrate_words(corpus, left_out), calibrate_sentences(corpus, left_out)
    export(network, words, sentences, models)
    print(json.dumps(report(corpus, network, [VALIDATION_FOLD]), indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
