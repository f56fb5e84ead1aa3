"""Reading a whole article: what the network says of its sentences, and the table that it reads."""

from pathlib import Path

import numpy as np
import pytest

from reader.analysis.corrective.whole_article import load_numbers, read_numbers
from reader.analysis.encoder.engine import Encoder
from reader.analysis.reading import Array
from reader.errors import ResourceError
from reader.text.cutting import cut

TEXT = (
    "Ada Orr told the council on Monday that the bridge had been shut for a month.\n"
    "“Nobody has crossed the bridge since March,” Orr said.\n"
    "That is false: the records of the harbour show that the bridge was shut for a day.\n"
    "The market opens at nine."
)


@pytest.mark.parametrize("text", ["", TEXT, TEXT.replace("\n", " ")])
def test_every_sentence_has_a_row(text: str) -> None:
    document = cut(text)
    encoded = Encoder().begin(document)
    encoded.read(range(len(document.paragraphs)))
    count = len(document.sentences)
    passages = encoded.read_article(load_numbers().table([{}] * count, count))
    assert passages.corrective.shape == (count,)
    assert passages.kinds.shape == (count, 3)
    assert np.isfinite(passages.corrective).all()


def test_what_stands_around_a_sentence_counts() -> None:
    numbers = load_numbers()

    def said(text: str) -> Array:
        document = cut(text)
        encoded = Encoder().begin(document)
        encoded.read(range(len(document.paragraphs)))
        count = len(document.sentences)
        return encoded.read_article(numbers.table([{}] * count, count)).corrective

    lines = TEXT.split("\n")
    assert said(TEXT)[2] > said("\n".join([lines[3], lines[2]]))[1]


def test_a_table_has_a_column_per_feature() -> None:
    numbers = load_numbers()
    first, *_, last = numbers.features
    table = numbers.table([{last: 2.0, "unheard of": 5.0}, {first: 1.0}], 2)
    assert table.shape == (2, len(numbers.features))
    assert (table[0, -1], table[1, 0], table.sum()) == (2.0, 1.0, 3.0)


@pytest.mark.parametrize("text", ["", "{}", '{"features": 1}', "[1]"])
def test_a_bad_file_of_numbers_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "article_reader.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match="article_reader"):
        read_numbers(path)
