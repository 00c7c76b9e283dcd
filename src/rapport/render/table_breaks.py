"""Where a table may be divided between two pages; the page and Word go by the same rules."""

from __future__ import annotations

from rapport.report.blocks import Row, Table
from rapport.report.inline import plain

_SHORT_TABLE = 4
"""A table of so few rows moves to the next page rather than being divided; a longer one is divided
with at least two rows on each side, so that no page is left half empty."""

_RUNNING_TEXT = 90
"""A cell of so many characters is running text: its row stands well alone before a page break."""


def is_short(table: Table) -> bool:
    """Whether it is never divided: few rows, and none of running text."""
    return len(table.rows) <= _SHORT_TABLE and not any(map(_is_running_text, table.rows))


def rows_held(table: Table) -> frozenset[int]:
    """The rows that stand on the same page as the row after them, from nought.

    No row is alone after a page break, and no sum; before it only one of running text, which is
    tall enough to be seen.
    """
    pairs = range(len(table.rows) - 1)
    if is_short(table):
        return frozenset(pairs)
    first = {0} if table.rows and not _is_running_text(table.rows[0]) else set[int]()
    before_totals = {place for place in pairs if table.rows[place + 1].total}
    return frozenset(((first | {pairs.stop - 1}) & set(pairs)) | before_totals)


def _is_running_text(row: Row) -> bool:
    return any(sum(len(plain(each)) for each in cell) >= _RUNNING_TEXT for cell in row.cells)
