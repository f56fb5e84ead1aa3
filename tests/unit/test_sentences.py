"""Sentence splitting on what news is full of: abbreviations, quotations, ellipses, numbers."""

from pathlib import Path

import pytest

from reader.errors import ResourceError
from reader.model.span import Span
from reader.text import sentences
from reader.text.cutting import cut
from reader.text.sentences import sentence_spans

SPLIT = (
    ("Mr. Smith met Sen. Jones on Jan. 5.", "They talked."),
    ("The U.S. said it would act.", "Canada agreed."),
    ("He lives in the U.S.", "She lives in the U.K."),
    ("Gov. Abel Hart of Ill. was not there, nor was Rep. Lee (D-Calif.).",),
    ("Lt. Gov. Ada Roe and Reps. Poe and Moss voted.", "Others stayed away."),
    ("“We will win,” he said.", "“Nobody doubts it.”"),
    ("“Will you go?” she asked.", "He nodded."),
    ("“Stop!” he cried.", "Nobody did."),
    ("“I don’t know …” he said.", "Then he left."),
    ("The plan… was dropped.", "No one knows why."),
    ("He waited....", "Nothing came."),
    ("Prices rose 3.5 percent to $1.20 a litre.", "Wages fell."),
    ("At 5 p.m. the vote began.", "It ended late."),
    ("Apple Inc. and Ford Motor Co. said so.", "Shares fell."),
    ("“It is over.”", "The crowd left."),
    ("The No. 1 player, J. K. Marsh, won.", "She smiled."),
    ("Is it true?", "No!", "Never."),
    ("He said: “It is wrong.", "It must end.”", "She agreed."),
    ("Visit bbc.co.uk for more.", "Or call."),
    ("The vote was 5-4.", "1,200 people came."),
    ("St. Louis police arrested two men vs. one last week.", "Both denied it."),
    ("(He had said so before.)", "Nobody listened."),
    ("Lt. Col. James Roe Jr. spoke.", "He thanked Dr. Moss."),
    ("“Why me?”", "It was a fair question."),
    ("In Washington, D.C., the mood was dark.", "The Senate voted."),
    ("The firm, e.g. its board, i.e. the owners, etc. were told.", "They left."),
    ("“That’s a lie,” said Mr. Doe, who is 54.", "“A bad one!”"),
    ("She asked: 'Do they want to sit here?'", "'I would assume not.'"),
    ("The case, Smith v. Jones, was decided.", "He lost."),
    ('"We\'re done," he said.', '"Go home."'),
    ("Mrs. Roe said Nov. 8 was the day.", "Mr. Poe disagreed."),
    ("“Sept. 30 is the day,” he said.", "“Mr. Roe knows.”"),
    ("‘Gov. Abel is out.’", "She laughed."),
    ("He worked on it all week.", "Then it fell.", "Nobody hit the wall.", "It was fun."),
    ("They shout “Yahoo!” and leave.", "It is odd."),
)


@pytest.mark.parametrize("expected", SPLIT, ids=lambda expected: expected[0])
def test_sentences_end_where_they_should(expected: tuple[str, ...]) -> None:
    text = " ".join(expected)
    assert [span.of(text) for span in sentence_spans(text, Span(0, len(text)))] == list(expected)


def test_a_newline_ends_a_sentence() -> None:
    document = cut("A headline without a stop\nThe story begins.\u2028It goes on")
    assert [sentence.span.of(document.text) for sentence in document.sentences] == [
        "A headline without a stop", "The story begins.", "It goes on",
    ]  # fmt: skip


def test_a_paragraph_without_end_is_cut_at_its_sentences() -> None:
    text = "The bridge is closed, Mr. Roe said. " * 2_000
    lengths = {len(span) for span in sentence_spans(text, Span(0, len(text)))}
    assert lengths == {len("The bridge is closed, Mr. Roe said.")}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("words = [", "is not TOML"),
        ("words = []", "abbreviations must be a list of strings"),
        ("abbreviations = []\nwords = [1]", "words must be a list of strings"),
    ],
)
def test_a_bad_data_file_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, said: str
) -> None:
    path = tmp_path / "abbreviations.toml"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(sentences, "resource", lambda _: path)

    with pytest.raises(ResourceError, match=f"lexicon/abbreviations.toml.*{said}"):
        sentences._known()
