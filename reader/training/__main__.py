"""Makes the model of the program: python -m reader.training BENCH_DATA.

Reads the public data sets (`babe.dev.jsonl` and its neighbours) and the texts of our own, trains on
folds 1 to 4, writes resources/models, and prints the figures on fold 0. In four steps: large
teachers, each without one fold, learn loaded words and mark all sentences; a wide encoder learns
all tasks; it is made narrower, twice, and learns on, now from the teachers' marks too; by sentences
kept back it is calibrated. It takes about ten hours on two cores, less with a graphics processor.
"""

import argparse
import json
from pathlib import Path

from reader.analysis.encoder.pieces import PieceCutter
from reader.resources import resources_directory
from reader.training.arrays import all_units, arrays_of
from reader.training.calibration import calibrate_sentences, calibrate_words
from reader.training.choosing import kept_back
from reader.training.corpus import Corpus
from reader.training.examples import VALIDATION_FOLD, ExampleMaker
from reader.training.export import export
from reader.training.figures import report
from reader.training.pretrained import pretrained_files
from reader.training.stages import averaged, distilled, teachers
from reader.training.teacher import opinions


def main() -> None:
    """Train, calibrate, write the files, print the figures."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bench", type=Path, help="folder of babe.dev.jsonl and its neighbours")
    options = parser.parse_args()
    models = resources_directory() / "models"
    maker = ExampleMaker(PieceCutter(pretrained_files() / "tokenizer.json"))
    corpus = Corpus(arrays_of(list(all_units(options.bench, maker))))
    said = teachers(corpus)
    network = distilled(averaged(corpus), corpus, said)
    kept = opinions(network, corpus, kept_back(corpus))
    words = calibrate_words(corpus, said, kept)
    export(network, words, calibrate_sentences(corpus, said, kept), models)
    print(json.dumps(report(corpus, network, [VALIDATION_FOLD]), indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
