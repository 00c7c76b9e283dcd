"""Places in files too large to hold: a row is looked up again only when it has a problem."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from rapport.domain.measurement import SourceRef
from rapport.domain.problem import Location
from rapport.sources.csv_heading import CsvHeading, field_span
from rapport.sources.raw_table import cell_text
from rapport.sources.source_text import SourceText, shown


@dataclass
class CsvRows:
    """The lines of a CSV file by the number of their row, read forward as far as needed.

    Rows are counted as DuckDB counts them: empty lines, and rows with a wrong number of
    fields, are no rows. Problems mostly come in the order of the file, so it is seldom
    started anew.
    """

    path: Path
    encoding: str
    heading: CsvHeading
    _known: dict[int, tuple[int, str]] = field(default_factory=dict)
    _rest: Iterator[tuple[int, int, str]] = field(default_factory=lambda: iter(()))
    _reached: int = 0

    def line(self, row: int) -> tuple[int, str]:
        """The line number and the text of the first line of a row."""
        if row not in self._known:
            if row <= self._reached or not self._reached:
                self._rest = self._rows()
            for number, line, text in self._rest:
                self._reached = number
                if number == row:
                    self._known[row] = (line, text)
                    break
        return self._known.get(row, (self.heading.row, ""))

    def _rows(self) -> Iterator[tuple[int, int, str]]:
        number = 0
        with self.path.open(encoding=self.encoding, newline="") as stream:
            for _ in range(self.heading.row):
                next(stream, "")
            taken: list[str] = []
            reader = csv.reader(_remembered(stream, taken), delimiter=self.heading.delimiter)
            line = self.heading.row + 1
            for row in reader:
                if len(row) == self.heading.width:
                    number += 1
                    yield number, line, taken[0].rstrip("\r\n")
                line += len(taken)
                taken.clear()


def _remembered(lines: Iterator[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


@dataclass(frozen=True)
class LargeCsvPlaces:
    """Places in a large CSV file; row labels count the rows below the heading from 1."""

    shown: str
    rows: CsvRows

    def location(self, row: int, column: str) -> Location:
        """The line and the column of a field."""
        number, text = self.rows.line(row)
        heading = self.rows.heading
        start, length = field_span(text, heading.delimiter, heading.positions.get(column, 0))
        return replace(SourceText(self.shown, text).at(1, start, length), line=number)

    def ref(self, row: int) -> SourceRef:
        """The row by its number among the rows with data ("datarad")."""
        return SourceRef(self.shown, "", f"datarad {row}")


@dataclass(frozen=True)
class ColumnPlaces:
    """Places in a source without lines: the row by number, where it has one, and its column."""

    shown: str
    headings: dict[str, str]
    frame: pd.DataFrame
    has_rows: bool

    def location(self, row: int, column: str) -> Location:
        """The column, and what the row says of it and of what it is about."""
        heading = self.headings.get(column, column)
        words = ", ".join(cell_text(cell) for cell in self.frame.loc[row] if isinstance(cell, str))
        where = f"{self.shown}, kolumn {heading}"
        return Location(where, line=row if self.has_rows else None, excerpt=shown(words))

    def ref(self, row: int) -> SourceRef:
        """The row by its number, or the source as a whole."""
        return SourceRef(self.shown, "", f"datarad {row}" if self.has_rows else "")
