"""Runs the model over a document, paragraph by paragraph."""

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import onnxruntime

from reader.analysis.encoder.article_reading import ArticleReader, Passages
from reader.analysis.encoder.claim_pointing import ClaimPointer
from reader.analysis.encoder.model_files import (
    ARTICLE_READER,
    CLAIM_POINTER,
    ENCODER,
    VOCABULARY,
    ModelFiles,
    model_files,
)
from reader.analysis.encoder.pieces import PieceCutter
from reader.analysis.encoder.windows import Window, windows_of
from reader.analysis.reading import Array, Reading
from reader.text.document import Document

_IMPOSSIBLE = -20.0


class Encoder:
    """The model, loaded with the first document that it reads."""

    @cached_property
    def _files(self) -> ModelFiles:
        return model_files()

    @cached_property
    def _cutter(self) -> PieceCutter:
        return PieceCutter(self._files.directory / VOCABULARY)

    @cached_property
    def _networks(self) -> "_Networks":
        directory = self._files.directory
        return _Networks(
            _session(directory / ENCODER),
            ArticleReader(partial(_session, directory / ARTICLE_READER)),
            ClaimPointer(partial(_session, directory / CLAIM_POINTER)),
        )

    def begin(self, document: Document) -> "EncoderPass":
        """Return a pass over `document` that has read nothing yet."""
        return EncoderPass(document, self._files, self._cutter, self._networks)


@dataclass(frozen=True, slots=True)
class _Networks:
    windows: onnxruntime.InferenceSession
    articles: ArticleReader
    pointer: ClaimPointer


class EncoderPass:
    """One pass over a document; `reading` fills up paragraph by paragraph."""

    def __init__(
        self,
        document: Document,
        files: ModelFiles,
        cutter: PieceCutter,
        networks: _Networks,
    ) -> None:
        self._document, self._files, self._cutter = document, files, cutter
        self._networks = networks
        self._bias_weights = np.array(files.bias_weights, np.float32)
        # a product with ones is a sum, in a sixth of the time (measured 2026-11)
        self._ones = np.ones(files.longest_window, np.float32)
        # what the windows say of their words, until a call of `read` is done
        self._words: list[int] = []
        self._tokens: list[Array] = []
        self.reading = _nothing_read(document, len(files.bias_weights))

    def read(self, paragraphs: range) -> None:
        """Fill the reading for the words and sentences of `paragraphs`."""
        for number in paragraphs:
            sentences = self._document.paragraphs[number].sentences
            if sentences:
                self._read_paragraph(number, sentences)
        if self._words:
            self._fill_words()
        for number in paragraphs:
            self._judge_sentences(self._document.paragraphs[number].sentences)

    def read_article(self, features: Array) -> Passages:
        """Return what is said of all sentences, which must have been read.

        Args:
            features: a row per sentence.
        """
        return self._networks.articles.read(self.reading.vectors, features)

    def point(self, passages: Passages, number: int, places: range, pairs: Array) -> Array:
        """Return how much speaks for each place as that of the claim that a sentence answers.

        Args:
            passages: what `read_article` said.
            number: the sentence.
            places: where the claim may be.
            pairs: a row per place.
        """
        return self._networks.pointer.sums(passages, number, places, pairs)

    def _read_paragraph(self, number: int, sentences: range) -> None:
        pieces = self._cutter.cut(self._document, self._document.paragraphs[number])
        for window in windows_of(pieces, sentences.start, self._files.longest_window - 2):
            self._read_window(window)
        for place, sentence in enumerate(sentences):
            self.reading.vectors[sentence] /= max(1, len(pieces[place].ids))

    def _read_window(self, window: Window) -> None:
        files = self._files
        ids = np.array([files.classify, *window.ids, files.separate], np.int64)
        shapes = np.array([0, *window.shapes, 0], np.int64)
        hidden, tokens = self._networks.windows.run(None, {"ids": ids, "shapes": shapes})
        self._words += window.words
        self._tokens.append(tokens[1:-1])
        for sentence, pieces in window.sentences:
            part = hidden[1 + pieces.start : 1 + pieces.stop]
            self.reading.vectors[sentence] += self._ones[: len(pieces)] @ part

    def _judge_sentences(self, sentences: range) -> None:
        """Fill in the scores of sentences, whose vectors and words have been read."""
        rows = slice(sentences.start, sentences.stop)
        weights = self._files.bias
        logit = self.reading.vectors[rows] @ self._bias_weights + self._files.bias_intercept
        highest = np.array([self._highest_word(sentence) for sentence in sentences])
        odds = np.exp(weights.slope * logit + weights.highest_word * highest + weights.offset)
        self.reading.bias[rows] = odds / (1 + odds)

    def _highest_word(self, sentence: int) -> float:
        words = self._document.sentences[sentence].words
        return float(self.reading.loaded[words.start : words.stop].max(initial=_IMPOSSIBLE))

    def _fill_words(self) -> None:
        """Take what was said of the words' pieces: the mean of the loaded, the first of the roles.

        Of a word that two windows share the second one tells.
        """
        words, tokens = np.array(self._words), np.concatenate(self._tokens)
        begins = np.ones(len(words), np.bool_)
        np.not_equal(words[1:], words[:-1], out=begins[1:])
        begins[np.cumsum([0, *map(len, self._tokens[:-1])])] = True
        first = np.flatnonzero(begins)
        named = words[first]
        count = np.diff(np.r_[first, len(words)])
        self.reading.loaded[named] = np.add.reduceat(tokens[:, 0], first) / count
        roles = tokens[first, 1:].reshape(-1, 3, 3)
        roles = roles - np.logaddexp.reduce(roles, axis=2, keepdims=True)
        for role, table in enumerate((self.reading.source, self.reading.cue, self.reading.content)):
            table[named] = roles[:, role]
        self._words, self._tokens = [], []


def _nothing_read(document: Document, width: int) -> Reading:
    words, sentences = len(document.words), len(document.sentences)
    roles = np.zeros((3, words, 3), np.float32)
    roles[:, :, 1:] = _IMPOSSIBLE
    return Reading(
        loaded=np.full(words, _IMPOSSIBLE, np.float32),
        bias=np.zeros(sentences, np.float32),
        source=roles[0],
        cue=roles[1],
        content=roles[2],
        vectors=np.zeros((sentences, width), np.float32),
    )


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # one thread: a second would slow the window's process down, and sums stay in one order
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
