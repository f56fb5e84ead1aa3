"""Makes a trained encoder cheaper: keeps the heads and units of each layer that do most."""

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from reader.training.corpus import Corpus
from reader.training.device import DEVICE
from reader.training.network import Network
from reader.training.student import Layer, Student


def narrowed(
    network: Network, corpus: Corpus, units: Sequence[int], heads: int, feed_forward: int
) -> Network:
    """Return a copy of `network` with `heads` heads and `feed_forward` units in each layer.

    A head or a unit does as much as what it adds to the hidden state, root mean square over the
    sentences of `units`; of a head only what differs from piece to piece counts, since a bias can
    learn the rest. The copy has to be trained on afterwards.
    """
    watched = [_Watched(layer) for layer in network.encoder.layers]
    network.eval()
    with torch.no_grad():
        for unit in units:
            network.read(corpus, corpus.sentences_of(unit))
    shape = replace(network.encoder.shape, heads=heads, feed_forward=feed_forward)
    small = Network(Student(shape))
    weights = dict(network.state_dict())
    for number, layer in enumerate(watched):
        for name, kept in layer.strongest(heads, feed_forward).items():
            weights[f"encoder.layers.{number}.{name}"] = kept
    small.load_state_dict(weights)
    return small


class _Watched:
    """A layer, and how much each of its heads and units has added while it was at work."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self._heads = torch.zeros(layer.heads, device=DEVICE)
        self._units = torch.zeros(layer.down.in_features, device=DEVICE)
        self._hooks = [
            layer.out.register_forward_pre_hook(self._see_heads),
            layer.down.register_forward_pre_hook(self._see_units),
        ]

    def _see_heads(self, _: object, entering: tuple[Tensor, ...]) -> None:
        layer = self._layer
        mixed = entering[0].flatten(0, -2).float().unflatten(-1, (layer.heads, layer.each))
        weight = layer.out.weight.unflatten(-1, (layer.heads, layer.each))
        added = torch.einsum("nhe,dhe->nhd", mixed, weight)
        self._heads += (added - added.mean(0)).square().sum((0, 2))

    def _see_units(self, _: object, entering: tuple[Tensor, ...]) -> None:
        self._units += entering[0].flatten(0, -2).float().square().sum(0)

    def strongest(self, heads: int, feed_forward: int) -> dict[str, Tensor]:
        """Return the weights of the heads and units that added most, by name; stop watching."""
        for hook in self._hooks:
            hook.remove()
        layer, split = self._layer, (self._layer.heads, self._layer.each)
        kept = self._heads.topk(heads).indices.sort().values
        units = (self._units.sqrt() * layer.down.weight.norm(dim=0)).topk(feed_forward)
        fed = units.indices.sort().values
        return {
            "qkv.weight": layer.qkv.weight.unflatten(0, (3, *split))[:, kept].flatten(0, 2),
            "qkv.bias": layer.qkv.bias.unflatten(0, (3, *split))[:, kept].flatten(),
            "out.weight": layer.out.weight.unflatten(1, split)[:, kept].flatten(1),
            "up.weight": layer.up.weight[fed],
            "up.bias": layer.up.bias[fed],
            "down.weight": layer.down.weight[:, fed],
        }
