"""A stretch in quotation marks."""

from dataclasses import dataclass

from reader.model.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks.

    Attributes:
        span: what stands between the marks.
        outer: the same with the marks that are there.
        paragraph: index of the paragraph.
        single: the marks are single ones.
        continues: the quotation goes on in the next paragraph.
        continued: it was begun in the paragraph before.
    """

    span: Span
    outer: Span
    paragraph: int
    single: bool = False
    continues: bool = False
    continued: bool = False
