"""Reads the public data sets and cuts them into sentences of pieces with their labels."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.encoder.pieces import PieceCutter
from reader.analysis.judgement import supports
from reader.lexicon.patterns import Row, lowered
from reader.model.span import Span
from reader.text.cutting import cut
from reader.text.document import Document
from reader.training.invented import annotated
from reader.training.roles import role_labels

VALIDATION_FOLD = 0
UNLABELLED = -1

# a corrective sentence that another careful reader might not mark, and one that he might
UNSURE_WEIGHT, BORDERLINE_WEIGHT = 0.6, 0.3

SHARES_READ = {"loaded": 0.43, "perhaps": 0.21, "nothing": 0.013}
"""The share of BABE's annotators that marked a word that we marked, or left, where we read their
sentences among ours (176 of folds 1 to 4, whose marks we did not see)."""

Json = dict[str, Any]


@dataclass
class SentenceExample:
    """A sentence as pieces; a label that its set does not give is NaN or -1.

    Attributes:
        ids: the vocabulary numbers of its pieces.
        shapes: casing and quotation of each piece.
        first: whether each piece begins a word.
        loaded: share of annotators that marked the word of each piece.
        source: O, B or I of each piece; likewise `cue` and `content`.
        bias: share of annotators that call it biased.
        corrective: 1 in a corrective passage, else 0; `weight` is how much that counts.
        disputed: 1 where somebody else calls a claim false.
        kind: 0 label, 1 rebuttal, 2 notice.
        claims: the sentences of the unit that report the claim it answers.
        wire: 1 wire copy, 0 slanted copy.
        entry: whether the lexicon has the word of each piece; `strength` and `expression` are the
            rest of what it says.
    """

    ids: list[int]
    shapes: list[int]
    first: list[bool]
    paragraph: int
    loaded: list[float]
    source: list[int]
    cue: list[int]
    content: list[int]
    bias: float = float("nan")
    corrective: float = float("nan")
    weight: float = 1.0
    disputed: float = float("nan")
    kind: int = -1
    claims: list[int] = field(default_factory=list)
    wire: float = float("nan")
    entry: list[float] = field(default_factory=list)
    strength: list[float] = field(default_factory=list)
    expression: list[float] = field(default_factory=list)


@dataclass
class Unit:
    """An article, or a lone sentence, of one data set."""

    name: str
    data_set: str
    fold: int
    sentences: list[SentenceExample]


def read_lines(path: Path) -> Iterator[Json]:
    """Yield the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


class ExampleMaker:
    """Makes units out of the records of the data sets."""

    def __init__(self, cutter: PieceCutter) -> None:
        self._cutter = cutter

    def unit(self, name: str, data_set: str, fold: int, text: str) -> tuple[Unit, Document]:
        """Return `text` without labels, and its document."""
        document = cut(text)
        examples = []
        for number, paragraph in enumerate(document.paragraphs):
            for pieces in self._cutter.cut(document, paragraph):
                count = len(pieces.ids)
                first = [i == 0 or pieces.words[i] != pieces.words[i - 1] for i in range(count)]
                examples.append(
                    SentenceExample(
                        pieces.ids,
                        pieces.shapes,
                        first,
                        number,
                        loaded=[float("nan")] * count,
                        source=[UNLABELLED] * count,
                        cue=[UNLABELLED] * count,
                        content=[UNLABELLED] * count,
                    )
                )
        return Unit(name, data_set, fold, examples), document

    def babe(self, record: Json) -> Unit:
        """A sentence whose words and whole carry the shares of five annotators."""
        unit, document = self.unit(record["id"], "babe", record["fold"], record["text"])
        gold = record["gold"]
        shares = np.zeros(len(document.words))
        for vote in gold["word_votes"]:
            shares[_slice(document, vote)] = vote["share"]
        for span in gold["spans"]:
            part = _slice(document, span)
            shares[part] = np.maximum(shares[part], 0.4)
        bias = (
            (gold["vote_share"] + gold["biased"]) / 2
            if gold["vote_share"] is not None
            else (float(gold["biased"]))
        )
        self._mark_words(unit, document, shares.tolist())
        for example, sentence in zip(unit.sentences, document.sentences, strict=True):
            example.bias = bias
            _add_support(example, document, sentence.words)
        return unit

    def weak_spot(self, record: Json, number: int) -> Unit:
        """A sentence of our own, with the words that annotators would mostly mark."""
        text = record["text"]
        unit, document = self.unit(f"weak-{number}", "weak", 1 + number % 4, text)
        shares = np.zeros(len(document.words))
        spans = [{"start": start, "end": end} for start, end in record["spans"]]
        for span in spans:
            shares[_slice(document, span)] = 0.7
        self._mark_words(unit, document, shares.tolist())
        for example in unit.sentences:
            example.bias = 0.8 if record["loaded"] else 0.1
        return unit

    def by_outlet(self, record: Json, number: int, marks: Json | None) -> Unit:
        """A sentence by the kind of its outlet, with the words that we marked where we read it."""
        data_set = "unlabelled" if marks is None else "read"
        name, fold = f"{data_set}-{number}", 1 + number % 4
        unit, document = self.unit(name, data_set, fold, record["text"])
        for example in unit.sentences:
            example.wire = float(record["kind"] == "wire")
        if marks is not None:
            shares = np.full(len(document.words), SHARES_READ["nothing"])
            for degree in ("perhaps", "loaded"):
                for start, end in marks.get(degree, ()):
                    shares[_slice(document, {"start": start, "end": end})] = SHARES_READ[degree]
            self._mark_words(unit, document, shares.tolist())
        for example, sentence in zip(unit.sentences, document.sentences, strict=True):
            _add_support(example, document, sentence.words)
        return unit

    def polnear(self, record: Json) -> Unit:
        """An article whose attributions are marked."""
        unit, document = self.unit(record["id"], "polnear", record["fold"], record["text"])
        for role, labels in role_labels(document, record).items():
            self._mark_roles(unit, document, role, labels)
        return unit

    def corrections(self, record: Json) -> Unit:
        """An article whose corrective sentences and their claims are marked."""
        unit, document = self.unit(record["id"], "corrections", record["fold"], record["text"])
        gold = record["gold"]
        for example in unit.sentences:
            example.corrective = example.disputed = 0.0
        for span in gold.get("borderline", []):
            for index in _sentences_in(document, span):
                unit.sentences[index].weight = BORDERLINE_WEIGHT
        for span in gold.get("disputes", []):
            for index in _sentences_in(document, span):
                unit.sentences[index].disputed = 1.0
        for correction in gold["corrections"]:
            claims = [correction["claim"], *correction.get("claim_alt", [])]
            linked = sorted(
                {index for claim in claims if claim for index in _sentences_in(document, claim, 0)}
            )
            for index in _sentences_in(document, correction):
                example = unit.sentences[index]
                example.corrective = 1.0
                example.weight = 1.0 if correction.get("sure", True) else UNSURE_WEIGHT
                example.kind = ("label", "rebuttal", "notice").index(correction["type"])
                example.claims = linked
        return unit

    def invented(self, record: Json, number: int) -> Unit:
        """A short article of our own with its corrective sentences."""
        unit = self.corrections(annotated(record, number))
        unit.data_set = "invented"
        return unit

    def _mark_words(self, unit: Unit, document: Document, shares: list[float]) -> None:
        for example, sentence in zip(unit.sentences, document.sentences, strict=True):
            word = sentence.words.start - 1
            for place, begins in enumerate(example.first):
                word += begins
                example.loaded[place] = shares[word]

    def _mark_roles(self, unit: Unit, document: Document, role: str, labels: list[int]) -> None:
        for example, sentence in zip(unit.sentences, document.sentences, strict=True):
            target = getattr(example, role)
            word = sentence.words.start - 1
            for place, begins in enumerate(example.first):
                word += begins
                if begins:
                    target[place] = labels[word]


def _add_support(example: SentenceExample, document: Document, words: range) -> None:
    """Note what the lexicon says of the word of each piece."""
    row_words = document.words[words.start : words.stop]
    known = supports(Row(row_words, lowered(row_words)))
    word = -1
    for begins in example.first:
        word += begins
        example.entry.append(known[word].entry)
        example.strength.append(known[word].strength)
        example.expression.append(known[word].expression)


def _slice(document: Document, span: Json) -> slice:
    words = document.words_in(Span(span["start"], span["end"]))
    return slice(words.start, words.stop)


def _sentences_in(document: Document, span: Json, least: float = 0.5) -> list[int]:
    """Return the sentences of which at least the share `least` lies in `span`."""
    found = []
    for index in range(document.sentence_at(span["start"]), len(document.sentences)):
        sentence = document.sentences[index].span
        if sentence.start >= span["end"]:
            break
        shared = min(sentence.end, span["end"]) - max(sentence.start, span["start"])
        if shared > 0 and shared >= least * len(sentence):
            found.append(index)
    return found
