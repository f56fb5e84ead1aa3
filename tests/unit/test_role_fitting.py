"""The field that the decoder's weights are fitted as, on sentences that are made up."""

from itertools import pairwise, product

import numpy as np
import pytest

from reader.analysis.attribution.boundaries import Class
from reader.analysis.attribution.decoding import ROLES, Hints
from reader.analysis.reading import Reading
from reader.text.cutting import cut
from reader.training.attribution.articles import Article
from reader.training.attribution.classes import choose_classes
from reader.training.attribution.figures import figures

fitting = pytest.importorskip(
    "reader.training.attribution.fitting", reason="torch comes with the training group alone"
)
torch = pytest.importorskip("torch")

SENTENCES = (
    "Orr said that the old bridge was shut.",
    "The mayor warned that more roads would follow.",
    "It rained, and the market was quiet.",
)
TIMES = 30
O_B_I = 3
LENGTH = 5


@pytest.fixture(scope="module")
def article() -> Article:
    """Return sentences of which the encoder knows little: a content may be anywhere."""
    document = cut("\n".join(SENTENCES * TIMES))
    said = [word.text in {"said", "warned"} for word in document.words]
    labels = [0] * len(document.words)
    for sentence in document.sentences:
        texts = [document.words[word].text for word in sentence.words]
        if "that" in texts:
            first = sentence.words.start + texts.index("that") + 1
            labels[first : sentence.words.stop - 1] = [1] + [2] * (sentence.words.stop - first - 2)
    unsure = np.log(np.tile(np.array([0.5, 0.2, 0.3], np.float32), (len(labels), 1)))
    cue = np.log(np.array([[0.1, 0.8, 0.1] if one else [0.98, 0.01, 0.01] for one in said]))
    nothing = np.zeros(0, np.float32)
    reading = Reading(nothing, nothing, unsure, cue.astype(np.float32), unsure, nothing)
    in_marks = np.zeros(len(labels), np.bool_)
    roles = {"source": [0] * len(labels), "cue": list(map(int, said)), "content": labels}
    return Article(1, document, reading, Hints(), in_marks, roles)


@pytest.fixture(scope="module")
def classes(article: Article) -> dict[Class, int]:
    return choose_classes([article.document])


def test_the_chances_of_all_paths_add_up_to_one(
    article: Article, classes: dict[Class, int]
) -> None:
    torch.manual_seed(1)
    field = fitting.Field(len(classes)).eval()
    for parameter in field.parameters():
        torch.nn.init.normal_(parameter)
    group = fitting.sequences_of([article], classes, "content")[0]
    one = type(group)(*(getattr(group, name)[:1, :LENGTH] for name in group.__slots__))
    total = 0.0
    for path in product(range(O_B_I), repeat=LENGTH):
        one.labels[0] = torch.tensor(path)
        if all(now != 2 or before for before, now in pairwise((0, *path))):
            total += torch.exp(-LENGTH * field(one)).item()
    assert total == pytest.approx(1, abs=1e-4)


def test_shorter_sentences_count_the_same_beside_longer_ones(
    article: Article, classes: dict[Class, int]
) -> None:
    field = fitting.Field(len(classes)).eval()
    torch.nn.init.normal_(field.chances)
    group = fitting.sequences_of([article], classes, "content")[0]
    lengths = group.present.sum(1).int().tolist()
    alone = [
        type(group)(*(getattr(group, name)[row : row + 1, :length] for name in group.__slots__))
        for row, length in enumerate(lengths)
    ]
    apart = sum(
        field(one).item() * length for one, length in zip(alone, lengths, strict=True)
    ) / sum(lengths)
    assert field(group).item() == pytest.approx(apart, rel=1e-4)


def test_what_was_fitted_finds_what_the_encoder_left_open(
    article: Article, classes: dict[Class, int]
) -> None:
    # one step a round, and the decoder takes only a part of the weights: that asks for many
    recipe = fitting.Recipe(rounds=150)
    boundaries = fitting.fit([article], classes, recipe)
    measured = figures([article], boundaries)
    assert measured["content exact"] == 1.0
    assert measured["cue exact"] == 1.0
    again = fitting.fit([article], classes, recipe)
    assert np.array_equal(again.weights, boundaries.weights)
    assert np.array_equal(again.chances, boundaries.chances)
    assert set(measured) == {f"{role} {what}" for role in ROLES for what in ("words", "exact")}
