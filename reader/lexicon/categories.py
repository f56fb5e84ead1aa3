"""What the categories of findings are called and mean, for people."""

import re
from dataclasses import dataclass

from reader.lexicon.tables import fault, read_toml, text_of
from reader.model.results import Category
from reader.resources import resource


@dataclass(frozen=True, slots=True)
class Definition:
    """A category in words: its name, a sentence that can be quoted, and an example.

    `example` has the marked words in [brackets] where not quotation marks mark them already.
    """

    category: Category
    name: str
    definition: str
    example: str

    @property
    def plain_example(self) -> str:
        """The example without its brackets."""
        return re.sub(r"[\[\]]", "", self.example)


def load_definitions() -> dict[Category, Definition]:
    """Return the definition of every category, in the order in which they are shown.

    Raises:
        ResourceError: a category is missing, unknown or incomplete.
    """
    path = resource("lexicon/categories.toml")
    tables = read_toml(path)
    if set(tables) != set(Category):
        raise fault(path, "its tables", f"exactly the categories {', '.join(Category)}")
    definitions = {}
    for name, table in tables.items():
        texts = [text_of(table, key, path, name) for key in ("name", "definition", "example")]
        definitions[Category(name)] = Definition(Category(name), *texts)
    return definitions
