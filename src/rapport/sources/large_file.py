"""Large CSV files and Parquet files: summed inside the process instead of being held."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from rapport.domain.problem import Location, Problem
from rapport.sources.csv_heading import CsvHeading, CsvLayout, find_heading, ragged
from rapport.sources.duckdb_query import SumQuery, opened
from rapport.sources.encodings import as_utf8
from rapport.sources.large_places import ColumnPlaces, CsvRows, LargeCsvPlaces
from rapport.sources.number_sql import quoted
from rapport.sources.problem_list import MAX_PER_FILE
from rapport.sources.raw_table import RawTable, TableRefused
from rapport.sources.source_text import SourceText
from rapport.sources.summation import Wanted, missing_columns, summed_table

_HEAD = 100_000
_WRONG_WIDTH = frozenset({"MISSING COLUMNS", "TOO MANY COLUMNS"})


@dataclass(frozen=True)
class LargeCsv:
    """A CSV file of any size; ``shown`` is its path as messages show it."""

    path: Path
    shown: str
    layout: CsvLayout

    def summed(self, wanted: Wanted) -> tuple[RawTable, list[Problem]]:
        """The sums of the file, and its rows that have too many or too few fields."""
        with opened(self.shown) as (connection, folder):
            readable, encoding = as_utf8(self.path, self.shown, self.layout.encoding, folder)
            heading = self._heading(encoding)
            columns = {name: f"c{place}" for name, place in heading.positions.items()}
            kinds = dict.fromkeys(columns, "VARCHAR")
            query = SumQuery(wanted, columns, kinds, Location(self.shown))
            found = query.run(connection, _rows_with_data(heading), readable)
            problems = self._rejected(connection, heading)
        rows = CsvRows(self.path, encoding, heading)
        return summed_table(wanted, found, lambda _: LargeCsvPlaces(self.shown, rows)), problems

    def _heading(self, encoding: str) -> CsvHeading:
        with self.path.open(encoding=encoding, newline="") as stream:
            head = stream.read(_HEAD)
        return find_heading(SourceText(self.shown, head), self.layout)

    def _rejected(
        self, connection: duckdb.DuckDBPyConnection, heading: CsvHeading
    ) -> list[Problem]:
        """The rows that DuckDB could not split into the fields of the heading."""
        blank = f"trim(translate(csv_line, '{heading.delimiter}', '')) <> ''"
        found = connection.execute(
            "SELECT line, any_value(error_type), any_value(csv_line) FROM reject_errors "  # noqa: S608 - the delimiter is one of three
            f"WHERE {blank} GROUP BY line ORDER BY line LIMIT {MAX_PER_FILE + 1}"
        ).fetchall()
        return [self._reject(heading, *row) for row in found]

    def _reject(self, heading: CsvHeading, line: int, kind: str, text: str) -> Problem:
        place = replace(SourceText(self.shown, text).at(1, 1, len(text)), line=line)
        if kind in _WRONG_WIDTH:
            found = len(next(csv.reader([text], delimiter=heading.delimiter), []))
            return Problem(place, "fel-antal-fält", ragged(found, heading.width))
        message = "Raden går inte att dela i fält. Kontrollera citattecknen."
        return Problem(place, "oläsbar-rad", message)


def _rows_with_data(heading: CsvHeading) -> str:
    """The rows of the file that have anything in them, numbered from 1 below the heading."""
    columns = [f"c{place}" for place in range(heading.width)]
    types = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
    scan = (
        f"read_csv(?, auto_detect = false, header = false, skip = {heading.row}, "
        f"delim = '{heading.delimiter}', quote = '\"', escape = '\"', "
        f"columns = {{{types}}}, store_rejects = true, rejects_limit = 0)"
    )
    blank = " AND ".join(f"trim(coalesce({column}, '')) = ''" for column in columns)
    numbered = f"SELECT row_number() OVER () AS n, * FROM {scan}"  # noqa: S608 - our own names
    return f"(SELECT * FROM ({numbered}) WHERE NOT ({blank}))"  # noqa: S608 - our own names


@dataclass(frozen=True)
class ParquetFile:
    """A Parquet file; its columns have types of their own."""

    path: Path
    shown: str

    def summed(self, wanted: Wanted) -> tuple[RawTable, list[Problem]]:
        """The sums of the file."""
        with opened(self.shown) as (connection, _):
            described = connection.execute(
                "DESCRIBE SELECT * FROM read_parquet(?)", [str(self.path)]
            ).fetchall()
            types = {str(name): str(kind) for name, kind, *_ in described}
            self._refuse_missing(wanted, types)
            columns = {name: f"c{place}" for place, name in enumerate(wanted.headings)}
            kinds = {name: types[heading] for name, heading in wanted.headings.items()}
            query = SumQuery(wanted, columns, kinds, Location(self.shown))
            found = query.run(connection, _parquet_rows(wanted), self.path)
        headings = dict(wanted.headings)
        table = summed_table(
            wanted, found, lambda frame: ColumnPlaces(self.shown, headings, frame, has_rows=True)
        )
        return table, []

    def _refuse_missing(self, wanted: Wanted, types: dict[str, str]) -> None:
        problems = missing_columns(wanted, list(types), Location(self.shown))
        if problems:
            raise TableRefused(*problems)


def _parquet_rows(wanted: Wanted) -> str:
    """The wanted columns under names of ours, whatever the file calls them, and the row."""
    named = [f"{quoted(heading)} AS c{at}" for at, heading in enumerate(wanted.headings.values())]
    columns = ", ".join(["row_number() OVER () AS n", *named])
    return f"(SELECT {columns} FROM read_parquet(?))"  # noqa: S608 - our own names, others quoted
