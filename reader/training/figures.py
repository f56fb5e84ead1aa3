"""Quick figures during training; what counts in the end is measured with the public scorers."""

from collections.abc import Sequence

import numpy as np
import torch

from reader.training.answers import Answers, answer
from reader.training.corpus import ROLES, Corpus
from reader.training.losses import LOADED
from reader.training.network import Network

MAJORITY = 0.39
"""A word is loaded where at least two of five annotators marked it, as in the gold of BABE."""


def average_precision(scores: np.ndarray, truth: np.ndarray) -> float:
    """Return the average precision of `scores` for boolean `truth`."""
    order = np.argsort(-scores, kind="stable")
    hits = truth[order]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(1, hits.sum()))


def best_f1(scores: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Return the best F1 over thresholds, and that threshold."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + truth.sum())
    best = int(np.argmax(f1))
    return float(f1[best]), float(scores[order][best])


def auc(scores: np.ndarray, truth: np.ndarray) -> float:
    """Return the area under the ROC curve."""
    rank = np.empty(len(scores))
    rank[np.argsort(scores)] = np.arange(1, len(scores) + 1)
    positive = truth.sum()
    return float(
        (rank[truth].sum() - positive * (positive + 1) / 2) / (positive * (len(truth) - positive))
    )


def first_pieces(corpus: Corpus, answers: Answers) -> np.ndarray:
    """Return the first piece of each word, as corpus indices."""
    place = np.sort(answers.pieces.numpy())
    first: np.ndarray = place[corpus.arrays["first"][place]]
    return first


def word_scores(corpus: Corpus, answers: Answers) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean logit of each word and whether the majority marked it."""
    place, order = torch.sort(answers.pieces)
    logit = answers.tokens[order, LOADED].double().numpy()
    first = corpus.arrays["first"][place.numpy()]
    word = np.cumsum(first) - 1
    truth = corpus.arrays["loaded"][place.numpy()[first]].astype(float) >= MAJORITY
    return np.bincount(word, logit) / np.bincount(word), truth


def word_figures(corpus: Corpus, answers: Answers) -> dict[str, float]:
    """Return best F1, average precision and the best threshold of loaded words."""
    score, truth = word_scores(corpus, answers)
    f1, threshold = best_f1(score, truth)
    return {"word_f1": f1, "word_ap": average_precision(score, truth), "threshold": threshold}


def sentence_figures(corpus: Corpus, answers: Answers) -> dict[str, float]:
    """Figures of the sentence score, by unit."""
    number = answers.sentences.cpu().numpy()
    truth = corpus.arrays["bias"][number].astype(float) >= 0.5
    score = answers.sentence[:, 0].cpu().numpy()
    right = score > 0
    f = [
        2 * (right[truth == k] == k).sum() / ((truth == k).sum() + (right == k).sum())
        for k in (True, False)
    ]
    return {"sentence_auc": auc(score, truth), "sentence_macro": float(np.mean(f))}


def role_figures(corpus: Corpus, answers: Answers) -> dict[str, float]:
    """F1 of the words in sources, cues and contents."""
    place = answers.pieces.cpu().numpy()
    out = {}
    for n, role in enumerate(ROLES):
        truth = corpus.arrays[role][place]
        known = truth >= 0
        said = answers.tokens[:, 1 + 3 * n : 4 + 3 * n].argmax(-1).cpu().numpy()[known] > 0
        real = truth[known] > 0
        out[role] = float(2 * (said & real).sum() / (said.sum() + real.sum()))
    return out


def corrective_figures(corpus: Corpus, answers: Answers) -> dict[str, float]:
    """F1, average precision and precision at 1, 2 and 4 % of corrective sentences; links."""
    number = answers.sentences.cpu().numpy()
    truth = corpus.arrays["corrective"][number].astype(float) == 1
    score = answers.article[:, 0].cpu().numpy()
    f1, _ = best_f1(score, truth)
    order = np.argsort(-score)
    out = {"corr_f1": f1, "corr_ap": average_precision(score, truth)}
    for share in (1, 2, 4):
        out[f"p@{share}"] = float(truth[order[: len(order) * share // 100]].mean())
    right = asked = 0
    for sentence, claims in corpus.claims.items():
        scores = answers.links.get(sentence)
        if scores is None or not claims:
            continue
        asked += 1
        right += int(np.argmax(scores)) in claims
    out["link"] = right / max(1, asked)
    return out


def report(corpus: Corpus, network: Network, fold: Sequence[int]) -> dict[str, float]:
    """Return all figures of `network` on `fold`."""
    babe, news, articles = (
        answer(network, corpus, corpus.units(name, folds=fold))
        for name in ("babe", "polnear", "corrections")
    )
    return {
        **word_figures(corpus, babe),
        **sentence_figures(corpus, babe),
        **role_figures(corpus, news),
        **corrective_figures(corpus, articles),
    }
