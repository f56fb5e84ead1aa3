"""bias-reader: a desktop reader that highlights the loaded language of a news article."""

__version__ = "0.1.0"
