"""Where a table may be divided between two pages; the page and Word go by the same rules."""

from __future__ import annotations

from rapport.report.blocks import Table
from rapport.report.inline import plain

_SHORT_TABLE = 4
"""A table of so few rows moves to the next page rather than being divided; a longer one is divided
with at least two rows on each side, so that no page is left half empty."""

_RUNNING_TEXT = 90
"""A cell of so many characters is running text: its row stands well alone before a page break."""


def is_wordy(table: Table) -> bool:
    """Whether its cells hold sentences, so that few rows fill a page."""
    return any(
        sum(len(plain(each)) for each in cell) >= _RUNNING_TEXT
        for row in table.rows
        for cell in row.cells
    )


def is_short(table: Table) -> bool:
    """Whether it is never divided."""
    return len(table.rows) <= _SHORT_TABLE and not is_wordy(table)


def rows_held(table: Table) -> frozenset[int]:
    """The rows that stand on the same page as the row after them, from nought."""
    pairs = range(len(table.rows) - 1)
    if is_short(table):
        return frozenset(pairs)
    before_totals = {place for place in pairs if table.rows[place + 1].total}
    ends = {pairs.stop - 1} if is_wordy(table) else {0, pairs.stop - 1}
    return frozenset((ends & set(pairs)) | before_totals)
