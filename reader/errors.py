"""The errors that the program tells its user, each in one plain sentence.

    ReaderError
    ├── SourceError      an article cannot be opened or read
    └── ResourceError    a file of the program's own data, or of the user's, is wrong

Anything else that is raised is a bug and is not caught.
"""


class ReaderError(Exception):
    """Something went wrong that the user can understand; `str(error)` is the sentence to show."""


class SourceError(ReaderError):
    """An article cannot be opened or read."""


class ResourceError(ReaderError):
    """A data file is missing or wrong; the sentence names the file, the entry and the fault."""
