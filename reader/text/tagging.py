"""Part-of-speech tags from TextBlob's PatternTagger."""

import re
from collections.abc import Sequence

from textblob.en.taggers import PatternTagger

UNTAGGED = "X"

_AS_THE_TAGGER_KNOWS_THEM = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "/": "-", "\ufeff": "-"}
)
_UNENCODABLE = re.compile("[\ud800-\udfff\x00-\x1f\x7f\u0085\u2028\u2029]")


def tag_sentences(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the Penn Treebank tag of every word of every sentence.

    A sentence that the tagger does not hand back word for word gets the tag `X` throughout.
    """
    tagger = PatternTagger()
    return [_tags(tagger, words) for words in sentences]


def _tags(tagger: PatternTagger, words: Sequence[str]) -> list[str]:
    plain = " ".join(
        _UNENCODABLE.sub("-", word.translate(_AS_THE_TAGGER_KNOWS_THEM)) for word in words
    )
    tags = [tag for _, tag in tagger.tag(plain, tokenize=False)]
    return tags if len(tags) == len(words) else [UNTAGGED] * len(words)
