"""Makes a trained encoder cheaper: keeps the feed-forward units of each layer that do most."""

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from reader.training.corpus import Corpus
from reader.training.network import Network
from reader.training.student import Student


def narrowed(network: Network, corpus: Corpus, units: Sequence[int], feed_forward: int) -> Network:
    """Return a copy of `network` with `feed_forward` units in each layer.

    A unit does as much as its activation, root mean square over the sentences of `units`, times the
    length of what it adds to the hidden state. It has to be trained on afterwards.
    """
    kept = [
        effect.topk(feed_forward).indices.sort().values
        for effect in _effects(network, corpus, units)
    ]
    shape = replace(network.encoder.shape, feed_forward=feed_forward)
    small = Network(Student(shape))
    weights = dict(network.state_dict())
    for number, units_kept in enumerate(kept):
        layer = f"encoder.layers.{number}."
        for name in (layer + "up.weight", layer + "up.bias"):
            weights[name] = weights[name][units_kept]
        weights[layer + "down.weight"] = weights[layer + "down.weight"][:, units_kept]
    small.load_state_dict(weights)
    return small


def _effects(network: Network, corpus: Corpus, units: Sequence[int]) -> list[Tensor]:
    layers = list(network.encoder.layers)
    squares = [torch.zeros(layer.down.in_features) for layer in layers]

    def watch(total: Tensor) -> torch.utils.hooks.RemovableHandle:
        def add(_: object, entering: tuple[Tensor, ...]) -> None:
            total.add_(entering[0].flatten(0, -2).float().square().sum(0))

        return add

    hooks = [
        layer.down.register_forward_pre_hook(watch(total))
        for layer, total in zip(layers, squares, strict=True)
    ]
    network.eval()
    with torch.no_grad():
        for unit in units:
            network.read(corpus, corpus.sentences_of(unit))
    for hook in hooks:
        hook.remove()
    return [
        total.sqrt() * layer.down.weight.norm(dim=0)
        for layer, total in zip(layers, squares, strict=True)
    ]
