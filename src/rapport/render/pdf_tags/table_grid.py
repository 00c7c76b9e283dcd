"""Which headings each cell of an HTML table has, by the rules of HTML for forming tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

Scope = Literal["", "Column", "Row"]
_GROUPS = ("thead", "tbody", "tfoot")


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell in the grid: its first column and row, spans, and direction if it is a heading."""

    element: Element
    column: int
    row: int
    columns: int
    rows: int
    scope: Scope

    def key(self, table: int) -> str:
        """The ID of the cell in the table with a number."""
        return f"t{table}r{self.row + 1}k{self.column + 1}"

    def is_over(self, other: Cell) -> bool:
        """Whether this cell shares a column with another, and stands above it."""
        return (
            self.row < other.row
            and self.column < other.column + other.columns
            and other.column < self.column + self.columns
        )

    def is_before(self, other: Cell) -> bool:
        """Whether this cell shares a row with another, and stands before it."""
        return (
            self.column < other.column
            and self.row < other.row + other.rows
            and other.row < self.row + self.rows
        )


@dataclass(frozen=True)
class Grid:
    """All cells of a table, and how many columns and rows they make."""

    cells: tuple[Cell, ...]
    columns: int
    rows: int

    @property
    def is_regular(self) -> bool:
        """Whether the cells fill every place of the grid exactly once."""
        return sum(cell.columns * cell.rows for cell in self.cells) == self.columns * self.rows

    @property
    def has_headings(self) -> bool:
        """Whether any cell is a heading."""
        return any(cell.scope for cell in self.cells)

    def headings_of(self, cell: Cell) -> tuple[Cell, ...]:
        """The headings of a cell: those above it for its columns, then those before it."""
        above = (one for one in self.cells if one.scope == "Column" and one.is_over(cell))
        before = (one for one in self.cells if one.scope == "Row" and one.is_before(cell))
        return (*above, *before)


def grid_of(table: Element) -> Grid:
    """The grid of a table element."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    first = 0
    for group, rows in _row_groups(table):
        for at, row in enumerate(rows, start=first):
            cells += _placed(row, _Place(group, at, first + len(rows)), taken)
        first += len(rows)
    columns = 1 + max((column for column, _row in taken), default=-1)
    return Grid(tuple(cells), columns, first)


def _row_groups(table: Element) -> Iterator[tuple[str, list[Element]]]:
    for child in table:
        if child.tag in _GROUPS:
            yield str(child.tag), [row for row in child if row.tag == "tr"]
        elif child.tag == "tr":
            yield "", [child]


@dataclass(frozen=True)
class _Place:
    """Where a row stands: the kind of its group, its own number, and where the group ends."""

    group: str
    row: int
    end: int


def _placed(row: Element, place: _Place, taken: set[tuple[int, int]]) -> Iterator[Cell]:
    column, left = 0, place.end - place.row
    for element in row:
        if element.tag not in {"td", "th"}:
            continue
        while (column, place.row) in taken:
            column += 1
        columns = max(1, int(element.get("colspan") or 1))
        rows = min(int(element.get("rowspan") or 1) or left, left)
        taken |= {(column + x, place.row + y) for x in range(columns) for y in range(rows)}
        yield Cell(element, column, place.row, columns, rows, _scope(element, place))
        column += columns


def _scope(element: Element, place: _Place) -> Scope:
    if element.tag != "th":
        return ""
    match (element.get("scope") or "").lower():
        case "col" | "colgroup":
            return "Column"
        case "row" | "rowgroup":
            return "Row"
        case _:
            return "Column" if place.group == "thead" or place.row == 0 else "Row"
