"""What PatternTagger and PatternAnalyzer of TextBlob are made of, without the rest of TextBlob.

`import textblob` imports all of NLTK, of which this program uses nothing: 430 ms of CPU, a third of
what a first article costs, against 25 ms for its English part alone (measured 2026-11).
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


def _english() -> ModuleType:
    """Return the module `textblob.en`; leaves `textblob` to be imported in full by who wants it."""
    specification = find_spec("textblob")
    if "textblob" in sys.modules or specification is None:
        return import_module("textblob.en")
    package = ModuleType("textblob")
    package.__path__ = list(specification.submodule_search_locations or ())
    sys.modules["textblob"] = package
    try:
        return import_module("textblob.en")
    finally:
        del sys.modules["textblob"]


_ENGLISH = _english()
parser = _ENGLISH.parser
sentiment = _ENGLISH.sentiment
