"""How subjective TextBlob's lexicon holds a single word to be."""

from reader.text.pattern import sentiment


def subjectivity(word: str) -> float:
    """Return 0 (a fact) to 1 (an opinion); 0 where the lexicon does not know the word."""
    return float(sentiment(word)[1])
