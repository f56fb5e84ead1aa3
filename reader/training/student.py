"""The encoder that ships: the lower layers of a pre-trained BERT-shaped network."""

import copy
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

LONGEST_WINDOW = 128
SHAPES = 8
_LARGEST_CODE = 127
TOKEN_OUTPUTS = 10
"""Per piece: one logit "loaded", then O, B, I of source, cue and content."""


@dataclass(frozen=True)
class StudentShape:
    """How large the encoder is; `layers` names the layers of the base model that it starts from."""

    layers: tuple[int, ...]
    feed_forward: int
    hidden: int = 384
    heads: int = 12
    head_width: int = 32
    vocabulary: int = 30522


class Encoder(nn.Module):
    """What a network is built around: pieces to hidden states (`width` wide) and token outputs."""

    width: int


class Layer(nn.Module):
    """One post-norm transformer layer with a GELU."""

    def __init__(self, shape: StudentShape, dropout: float) -> None:
        super().__init__()
        self.heads, self.each = shape.heads, shape.head_width
        inner = shape.heads * shape.head_width
        self.qkv = nn.Linear(shape.hidden, 3 * inner)
        self.out = nn.Linear(inner, shape.hidden)
        self.norm_attention = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up = nn.Linear(shape.hidden, shape.feed_forward)
        self.down = nn.Linear(shape.feed_forward, shape.hidden)
        self.norm_output = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Map (batch, pieces, hidden) to the same shape; `mask` is True where attention may go."""
        batch, pieces, _ = hidden.shape
        query, key, value = (
            part.view(batch, pieces, self.heads, -1).transpose(1, 2)
            for part in self.qkv(hidden).chunk(3, dim=-1)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).flatten(2)
        hidden = self.norm_attention(hidden + self.dropout(self.out(mixed)))
        return self.norm_output(hidden + self.dropout(self.down(functional.gelu(self.up(hidden)))))

    def single(self, hidden: Tensor) -> Tensor:
        """Do the same for one window of (pieces, hidden), written for a lean exported graph.

        The queries come already scaled (`scale_queries`).
        """
        query, key, value = self.qkv(hidden).split(self.heads * self.each, dim=-1)
        query = query.reshape(-1, self.heads, self.each).transpose(0, 1)
        key = key.reshape(-1, self.heads, self.each).permute(1, 2, 0)
        value = value.reshape(-1, self.heads, self.each).transpose(0, 1)
        weights = torch.softmax(query @ key, dim=-1)
        mixed = (weights @ value).transpose(0, 1).reshape(-1, self.heads * self.each)
        hidden = self.norm_attention(hidden + self.out(mixed))
        return self.norm_output(hidden + self.down(functional.gelu(self.up(hidden))))

    def scale_queries(self) -> None:
        """Fold the division by the root of the head's width into the weights of the queries."""
        width = self.heads * self.each
        with torch.no_grad():
            self.qkv.weight[:width] *= self.each**-0.5
            self.qkv.bias[:width] *= self.each**-0.5


class Student(Encoder):
    """Pieces to hidden states and token outputs."""

    def __init__(self, shape: StudentShape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape, self.width = shape, shape.hidden
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(LONGEST_WINDOW, shape.hidden)
        self.shapes = nn.Embedding(SHAPES, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in shape.layers)
        self.tokens = nn.Linear(shape.hidden, TOKEN_OUTPUTS)

    def forward(self, ids: Tensor, shapes: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Return the hidden states and the token outputs of a padded batch (batch, pieces)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.words(ids) + self.positions(places)[None] + self.shapes(shapes)
        hidden = self.dropout(self.norm(hidden))
        for layer in self.layers:
            hidden = layer(hidden, present[:, None, None, :])
        return hidden, self.tokens(hidden)


class SingleWindow(nn.Module):
    """A copy of the student for one window without padding, as it is exported.

    The embeddings of words are int8 already, each with a scale of its own: one scale for all, as
    the quantisation of the exported graph would give them, tells rare words less apart.
    """

    def __init__(self, student: Student) -> None:
        super().__init__()
        self.student = copy.deepcopy(student).eval()
        for layer in self.student.layers:
            layer.scale_queries()
        words = self.student.words.weight.detach()
        scales = words.abs().amax(1, keepdim=True).clamp(min=1e-9) / _LARGEST_CODE
        self.register_buffer("scales", scales)
        self.register_buffer("codes", (words / scales).round().to(torch.int8))

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Map piece numbers and shapes (pieces,) to hidden states and token outputs."""
        student = self.student
        places = student.positions.weight[: ids.shape[0]]
        words = self.codes[ids].float() * self.scales[ids]
        hidden = student.norm(words + places + student.shapes(shapes))
        for layer in student.layers:
            hidden = layer.single(hidden)
        return hidden, student.tokens(hidden)
