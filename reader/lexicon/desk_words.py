"""The words that a news desk asks about wherever they stand, by lexicon/desk_words.tsv."""

from functools import cache

from reader.lexicon.entries import load_entries
from reader.lexicon.lookup import load_lexicon
from reader.lexicon.tables import fault, read_tsv
from reader.resources import resource

COLUMNS = ("lemma", "marks", "leaves")


@cache
def load_desk_words() -> frozenset[str]:
    """Return the lemmas.

    Raises:
        ResourceError: a lemma has no entry in the lexicon, or the file is wrong.
    """
    path = resource("lexicon/desk_words.tsv")
    known = {entry.lemma for entry in load_entries()}
    lemmas = set()
    for number, (lemma, *_) in read_tsv(path, COLUMNS, len(COLUMNS)):
        if lemma not in known:
            raise fault(path, f"line {number}", f"a lemma with an entry, which “{lemma}” has not")
        lemmas.add(lemma)
    return frozenset(lemmas)


@cache
def load_desk_openings() -> frozenset[str]:
    """Return the words, in lower case, with which a desk word begins in any of its forms.

    Raises:
        ResourceError: as above.
    """
    return load_lexicon().openings(load_desk_words())
