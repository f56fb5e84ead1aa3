"""Part-of-speech tags from TextBlob's PatternTagger."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.text.document import with_straight_marks
from reader.text.pattern import parser

# words: more different ones than a hundred articles have
_REMEMBERED = 1 << 16


def tag_words(words: Sequence[str], openings: Iterable[int] = (0,)) -> list[str]:
    """Return the Penn Treebank tag of every word; those at the places `openings` open a sentence.

    This asks the tagger's own parser, once for a word and once more for it as the first of a
    sentence; more than that the tagger does not look at.
    """
    # the parser takes the first of a list for the first of a sentence
    different = list(dict.fromkeys(words))
    known = dict(zip(different, _tags(["", *different])[1:], strict=True))
    tags = [known[word] for word in words]
    for place in openings if words else ():
        tags[place] = _first_tag(words[place])
    return tags


@lru_cache(_REMEMBERED)
def _first_tag(word: str) -> str:
    return _tags([word])[0]


def _tags(words: Sequence[str]) -> list[str]:
    return [tag for _, tag in parser.find_tags(list(map(with_straight_marks, words)))]
