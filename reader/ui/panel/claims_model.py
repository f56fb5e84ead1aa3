"""The rows of the Claims view: claimants, their claims, and what answers each."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject

from reader.model.results import Claim, Correction
from reader.ui.categories import correction_wording, score_words
from reader.ui.panel.claim_rows import (
    UNCLAIMED,
    ClaimantKey,
    ClaimRow,
    RowKind,
    group_key,
    groups_of,
)
from reader.ui.panel.paragraphs import Paragraphs
from reader.ui.panel.rows_model import Heading, RowsModel
from reader.ui.panel.wording import claim_status, one_line, paragraph_mark, paragraph_name, tr
from reader.ui.state import Item


class ClaimsModel(RowsModel):
    """Claims by claimant, corrections beneath the claim that they answer.

    `rows` are those of the claimants whose group is open, and the names of all.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[ClaimRow] = ()
        self._all: Sequence[ClaimRow] = ()
        self._closed: frozenset[ClaimantKey] = frozenset()
        self._claims: Sequence[Claim] = ()
        self._corrections: Sequence[Correction] = ()
        self._text = ""
        self._paragraphs = Paragraphs("")

    def show(
        self,
        rows: Sequence[ClaimRow],
        claims: Sequence[Claim],
        corrections: Sequence[Correction],
        text: str,
    ) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._all, self._claims, self._corrections = rows, claims, corrections
        self._pick()
        self._text, self._paragraphs = text, Paragraphs(text)
        self.endResetModel()

    def _pick(self) -> None:
        grouped = zip(self._all, groups_of(self._all), strict=True)
        self.rows = [
            row
            for row, group in grouped
            if row.kind is RowKind.CLAIMANT or group not in self._closed
        ]

    # opening and closing groups

    @property
    def closed_groups(self) -> frozenset[ClaimantKey]:
        """The claimants whose claims are not listed."""
        return self._closed

    def close_groups(self, keys: Collection[ClaimantKey]) -> None:
        """Close these groups and no others; they stay closed when the claims change."""
        self.beginResetModel()
        self._closed = frozenset(keys)
        self._pick()
        self.endResetModel()

    def all_groups(self) -> list[ClaimantKey]:
        """Return the groups from top to bottom."""
        return list(dict.fromkeys(groups_of(self._all)))

    def group_at(self, row: int) -> ClaimantKey:
        """Return the group of a row, which may be its heading."""
        return groups_of(self.rows)[row]

    def row_of_group(self, key: ClaimantKey) -> int:
        """Return the row of a group's heading."""
        return groups_of(self.rows).index(key)

    def closed_group_of(self, item: Item) -> ClaimantKey | None:
        """Return the closed group that hides an item, None where it is listed or is nowhere."""
        if self.row_of(item) is not None:
            return None
        grouped = zip(self._all, groups_of(self._all), strict=True)
        return next((group for row, group in grouped if item_of(row) == item), None)

    def row_count(self) -> int:
        """Return the number of claimants, claims and corrections."""
        return len(self.rows)

    def heading_at(self, row: int) -> Heading | None:
        """Return the claimant in a row, None where a claim or a correction stands."""
        one = self.rows[row]
        if one.kind is not RowKind.CLAIMANT:
            return None
        is_open = group_key(one) not in self._closed
        if one.index == UNCLAIMED:
            return Heading(tr("Corrections of no claim in the text"), "", is_open)
        return Heading(one.claimant or tr("Claimant not named"), str(one.index), is_open)

    def text_at(self, row: int) -> str:
        """Return the passage, on one line."""
        return " ".join(self.passage(row).split())

    def line_at(self, row: int) -> str:
        """Return what a row is, how it stands, and the passage."""
        start = self._spanned(row).span.start
        where = paragraph_name(self._paragraphs.number_at(start)).lower()
        return f"{self.spoken_kind(row)}, {where}: {one_line(self.passage(row))}"

    def details_at(self, row: int) -> str:
        """Return the reason of a correction."""
        correction = self.correction(row)
        return "" if correction is None else correction.explanation

    def passage(self, row: int) -> str:
        """Return the text of a claim or of a correction."""
        return self._spanned(row).span.of(self._text)

    def kind(self, row: int) -> str:
        """Return the status of a claim, or the type of a correction and how sure it is."""
        correction = self.correction(row)
        if correction is None:
            claim = self._claims[self.rows[row].index]
            scores = [self._corrections[one].score for one in claim.corrections]
            return claim_status(self.rows[row].status, scores)
        name = correction_wording(correction.type).singular
        return f"{name} · {score_words(correction.score)}"

    def spoken_kind(self, row: int) -> str:
        """Return the same with what it is the kind of, for those who do not see the list."""
        one = self.rows[row]
        if one.kind is RowKind.CORRECTION:
            return tr("correction, {kind}").format(kind=self.kind(row).replace(" · ", ", "))
        claimant = one.claimant or tr("somebody not named")
        return tr("claim by {claimant}, {status}").format(claimant=claimant, status=self.kind(row))

    def where(self, row: int) -> str:
        """Return the paragraph of a row, short."""
        return paragraph_mark(self._paragraphs.number_at(self._spanned(row).span.start))

    def correction(self, row: int) -> Correction | None:
        """Return the correction in a row, None where a claim stands."""
        one = self.rows[row]
        return self._corrections[one.index] if one.kind is RowKind.CORRECTION else None

    def _spanned(self, row: int) -> Claim | Correction:
        return self.correction(row) or self._claims[self.rows[row].index]

    # rows and items

    def item_at(self, row: int) -> Item | None:
        """Return what a row stands for, None for a claimant."""
        return item_of(self.rows[row])

    def row_of(self, item: Item) -> int | None:
        """Return the first row that stands for an item, None where it is not shown."""
        rows = range(len(self.rows))
        return next((row for row in rows if self.item_at(row) == item), None)

    def joined(self, row: int) -> range:
        """Return the rows of a claim and of all that answers it, given any of them."""
        first = row
        while self.rows[first].kind is RowKind.CORRECTION and self.rows[first].claim >= 0:
            first -= 1
        if self.rows[first].kind is not RowKind.CLAIM:
            return range(row, row + 1)
        last = first + 1
        while last < len(self.rows) and self.rows[last].claim == self.rows[first].index:
            last += 1
        return range(first, last)


def item_of(row: ClaimRow) -> Item | None:
    """Return what a row stands for, None for a claimant."""
    if row.kind is RowKind.CLAIMANT:
        return None
    return Item("claim" if row.kind is RowKind.CLAIM else "correction", row.index)
