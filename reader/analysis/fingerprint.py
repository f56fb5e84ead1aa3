"""A short name for the data files that make a result, so that it can be made again."""

import hashlib

from reader.resources import resource

_MADE_OF = ("models", "lexicon")
_LENGTH = 12


def fingerprint() -> str:
    """Return the first digits of a hash over the names and contents of model and lexicon files."""
    digest = hashlib.sha256()
    for name in _MADE_OF:
        folder = resource(name)
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:_LENGTH]
