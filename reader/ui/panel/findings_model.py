"""The rows of the findings list: a heading for each group and its findings beneath."""

from array import array
from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject

from reader.model.results import Finding
from reader.ui.panel.grouping import CorrectivePlaces, Group, Grouping, GroupKey
from reader.ui.panel.paragraphs import Paragraphs
from reader.ui.panel.rows_model import Heading, RowsModel
from reader.ui.panel.wording import finding_details, finding_line, group_title, one_line

# the findings, and where each of them begins
Found = tuple[Sequence[Finding], Sequence[int]]


class FindingsModel(RowsModel):
    """The findings in their groups, as they were when they were shown.

    A row is kept as one number: the index of a finding, or -1 - the number of a group. The findings
    may still hold the places where they stood before an edit; `starts` knows better. A group that
    is closed has a heading and no rows.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] = ()
        self._starts: Sequence[int] = ()
        self._groups: Sequence[Group] = ()
        self._closed: set[GroupKey] = set()
        self._rows = array("l")
        self.grouping = Grouping.VOICE
        self.paragraphs = Paragraphs("")
        self.corrective = CorrectivePlaces()

    def show(
        self,
        found: Found,
        groups: Sequence[Group],
        paragraphs: Paragraphs,
        places: CorrectivePlaces,
    ) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._findings, self._starts = found
        self._groups, self.paragraphs, self.corrective = groups, paragraphs, places
        self._fill()
        self.endResetModel()

    def _fill(self) -> None:
        self._rows = array("l")
        for number, (key, members) in enumerate(self._groups):
            self._rows.append(-1 - number)
            if key not in self._closed:
                self._rows.extend(members)

    # opening and closing groups

    def group_at(self, row: int) -> GroupKey:
        """Return the group of a row, which may be its heading."""
        while self._rows[row] >= 0:
            row -= 1
        return self._groups[-1 - self._rows[row]][0]

    def row_of_group(self, key: GroupKey) -> int:
        """Return the row of a group's heading."""
        number = [one for one, _ in self._groups].index(key)
        return self._rows.index(-1 - number)

    def close_groups(self, keys: Collection[GroupKey]) -> None:
        """Close these groups and no others; they stay closed when the findings change."""
        self.beginResetModel()
        self._closed = set(keys)
        self._fill()
        self.endResetModel()

    @property
    def closed_groups(self) -> frozenset[GroupKey]:
        """The groups whose findings are not listed."""
        return frozenset(self._closed)

    def all_groups(self) -> list[GroupKey]:
        """Return the groups from top to bottom."""
        return [key for key, _ in self._groups]

    def closed_group_of(self, finding: int) -> GroupKey | None:
        """Return the closed group that hides a finding, None where none does."""
        hiding = (one for one in self._groups if one[0] in self._closed)
        return next((key for key, members in hiding if finding in members), None)

    def row_count(self) -> int:
        """Return the number of headings and findings."""
        return len(self._rows)

    def heading_at(self, row: int) -> Heading | None:
        """Return the heading in a row, None where a finding stands."""
        if self._rows[row] >= 0:
            return None
        key, members = self._groups[-1 - self._rows[row]]
        is_open = key not in self._closed
        return Heading(group_title(key, self.paragraphs), str(len(members)), is_open)

    def text_at(self, row: int) -> str:
        """Return the marked word."""
        return one_line(self.finding(row).text)

    def line_at(self, row: int) -> str:
        """Return the word, what it is, how sure that is, whose it is, and where."""
        return finding_line(self.finding(row), self.paragraph(row))

    def details_at(self, row: int) -> str:
        """Return the reason and the alternatives."""
        return finding_details(self.finding(row))

    def finding_at(self, row: int) -> int | None:
        """Return the index of the finding in a row, None where a heading stands."""
        if not 0 <= row < len(self._rows) or self._rows[row] < 0:
            return None
        return self._rows[row]

    def finding(self, row: int) -> Finding:
        """Return the finding in a row that is no heading."""
        return self._findings[self._rows[row]]

    def start(self, row: int) -> int:
        """Return where the finding in a row begins."""
        return self._starts[self._rows[row]]

    def paragraph(self, row: int) -> int:
        """Return the number of the paragraph of the finding in a row."""
        return self.paragraphs.number_at(self.start(row))

    def row_of(self, finding: int) -> int | None:
        """Return the row of a finding by its index, None where it is not shown."""
        try:
            return self._rows.index(finding)
        except ValueError:
            return None

    def heading_rows(self) -> list[int]:
        """Return the rows of the headings."""
        rows, row = [], 0
        for key, members in self._groups:
            rows.append(row)
            row += 1 + (0 if key in self._closed else len(members))
        return rows
