"""Part-of-speech tags from TextBlob's PatternTagger."""

from collections.abc import Sequence
from functools import lru_cache

from reader.text.document import with_straight_marks
from reader.text.pattern import parser

# words: more different ones than a hundred articles have
_REMEMBERED = 1 << 16


def tag_words(sentence: Sequence[str]) -> list[str]:
    """Return the Penn Treebank tag of every word of a sentence.

    This asks the tagger's own parser, once for a word and once more for it as the first of a
    sentence; more than that the tagger does not look at.
    """
    tags = [_tag(word) for word in sentence]
    if sentence:
        tags[0] = _first_tag(sentence[0])
    return tags


@lru_cache(_REMEMBERED)
def _tag(word: str) -> str:
    return _tags(["", word])[1]


@lru_cache(_REMEMBERED)
def _first_tag(word: str) -> str:
    return _tags([word])[0]


def _tags(words: Sequence[str]) -> list[str]:
    return [tag for _, tag in parser.find_tags(list(map(with_straight_marks, words)))]
