"""What each head of the network is trained against."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reader.training.corpus import ROLES, Corpus
from reader.training.network import Network, Outputs

LOADED = 0
"""Which of the token outputs is the logit "loaded"."""

DISPUTED_WEIGHT, KIND_WEIGHT, CORRECTIVE_WEIGHT, LINK_WEIGHT, WIRE_SHARE = 0.5, 0.05, 2.0, 0.2, 0.1


def word_loss(corpus: Corpus, outputs: Outputs) -> Tensor:
    """Cross-entropy of "loaded" against the annotators' shares, over the labelled pieces."""
    target = corpus.labels["loaded"][outputs.place]
    known = ~target.isnan()
    if not known.any():
        return outputs.tokens.new_zeros(())
    return functional.binary_cross_entropy_with_logits(outputs.tokens[known, LOADED], target[known])


def wire_loss(corpus: Corpus, outputs: Outputs) -> Tensor:
    """Cross-entropy of every piece of wire copy against "not loaded"."""
    wire = corpus.labels["wire"][outputs.owner] == 1
    if not wire.any():
        return outputs.tokens.new_zeros(())
    return functional.softplus(outputs.tokens[wire, LOADED]).mean()


def role_loss(corpus: Corpus, outputs: Outputs) -> Tensor:
    """Cross-entropy of the O, B, I labels of sources, cues and contents, summed over the roles."""
    total = outputs.tokens.new_zeros(())
    for number, role in enumerate(ROLES):
        target = corpus.labels[role][outputs.place]
        known = target >= 0
        if known.any():
            logits = outputs.tokens[known, 1 + 3 * number : 4 + 3 * number]
            total = total + functional.cross_entropy(logits, target[known])
    return total


def article_loss(
    corpus: Corpus, network: Network, units: Sequence[range], outputs: Outputs
) -> Tensor:
    """The losses of the article head: corrective, disputed, type and link."""
    logits, links, where = network.articles(corpus, units, outputs)
    at = where.clamp(min=0)
    truth = corpus.labels["corrective"][at]
    known = (where >= 0) & ~truth.isnan()
    if not known.any():
        return logits.new_zeros(())
    weight = corpus.labels["weight"][at]
    loss = (
        functional.binary_cross_entropy_with_logits(
            logits[..., 0][known], truth[known], reduction="none"
        )
        * weight[known]
    ).mean()
    disputed = corpus.labels["disputed"][at]
    loss = loss + DISPUTED_WEIGHT * functional.binary_cross_entropy_with_logits(
        logits[..., 1][known], disputed[known]
    )
    kind = corpus.labels["kind"][at]
    typed = known & (kind >= 0)
    if typed.any():
        loss = loss + KIND_WEIGHT * functional.cross_entropy(logits[..., 2:5][typed], kind[typed])
    return CORRECTIVE_WEIGHT * loss + LINK_WEIGHT * _link_loss(corpus, links, where)


def _link_loss(corpus: Corpus, links: Tensor, where: Tensor) -> Tensor:
    rows, targets = [], []
    places = where.tolist()
    for batch, row in enumerate(places):
        local = {sentence: number for number, sentence in enumerate(row) if sentence >= 0}
        for sentence, number in local.items():
            claims = corpus.claims.get(sentence)
            if not claims:
                continue
            first = corpus.sentence_start[
                np.searchsorted(corpus.sentence_start, sentence, "right") - 1
            ]
            found = [local[first + c] for c in claims if first + c in local]
            if found:
                rows.append((batch, number))
                targets.append(found)
    if not rows:
        return links.new_zeros(())
    scores = torch.stack([links[b, n] for b, n in rows]).log_softmax(-1)
    return -torch.stack([scores[i, t].logsumexp(0) for i, t in enumerate(targets)]).mean()


def sentence_loss(corpus: Corpus, outputs: Outputs, sentences: Sequence[int]) -> Tensor:
    """Cross-entropy against the share of annotators and against the outlet's kind."""
    index = torch.as_tensor(np.asarray(sentences), device=outputs.sentence.device)
    total = outputs.sentence.new_zeros(())
    for column, name, factor in ((0, "bias", 1.0), (1, "wire", WIRE_SHARE)):
        target = corpus.labels[name][index]
        known = ~target.isnan()
        if known.any():
            total = total + factor * functional.binary_cross_entropy_with_logits(
                outputs.sentence[known, column], target[known]
            )
    return total
