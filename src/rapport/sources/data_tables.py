"""The tables of a data source, whatever its format: one reader for each.

Readers that need an extra are loaded only when a mapping asks for one, so that an ordinary
build neither loads nor needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from rapport.domain.problem import Location, Problem
from rapport.sources.csv_file import read_csv_table
from rapport.sources.csv_heading import CsvLayout
from rapport.sources.excel_file import read_excel_tables
from rapport.sources.mapping_fields import DataFormat
from rapport.sources.mapping_file import MappingFile
from rapport.sources.problem_list import ProblemList
from rapport.sources.raw_table import RawTable, TableRefused
from rapport.sources.summation import Summation, Wanted

LARGE_ROWS = 200_000
"""A CSV file with more lines than this is summed by DuckDB instead of being held."""

_CHUNK = 1024 * 1024


class DataTable(NamedTuple):
    """A table with the constants ("fasta") that hold for all its rows."""

    table: RawTable
    constants: Mapping[str, str]


@dataclass(frozen=True)
class DataSource:
    """A data file or a database table with its mapping; ``shown`` is its name in messages."""

    mapping: MappingFile
    path: Path | None
    shown: str
    knows_indicator: Callable[[str], bool]

    @property
    def file(self) -> Path:
        """The data file of a source that has one."""
        if self.path is None:
            msg = f"{self.shown} is no file"
            raise ValueError(msg)
        return self.path


def source_name(mapping: MappingFile, folder: str) -> str:
    """What messages and reports call a source: its path, or its database and table."""
    if mapping.format is not DataFormat.DATABASE:
        return f"{folder}/{mapping.file}"
    return f"{mapping.source}, tabell {'.'.join(mapping.table or ())}"


def read_tables(source: DataSource, problems: ProblemList) -> list[DataTable]:
    """All tables of a source; what cannot be read is added to the problems."""
    try:
        return _READERS[source.mapping.format](source, problems)
    except TableRefused as refused:
        problems.extend(refused.problems)
        return []


def is_large(path: Path) -> bool:
    """Whether a text file has more lines than are held in memory."""
    lines = 0
    try:
        with path.open("rb") as stream:
            while lines <= LARGE_ROWS and (chunk := stream.read(_CHUNK)):
                lines += chunk.count(b"\n")
    except OSError:
        return False  # the ordinary reader says why
    return lines > LARGE_ROWS


def _csv(source: DataSource, problems: ProblemList) -> list[DataTable]:
    mapping = source.mapping
    layout = CsvLayout(mapping.headings, mapping.encoding, mapping.delimiter, mapping.heading_row)
    if is_large(source.file):
        return _summed(source, problems, _large_csv(source, layout))
    table, mistakes = read_csv_table(source.file, source.shown, layout)
    problems.extend(mistakes)
    return [DataTable(replace(table, units=mapping.units), mapping.constants)]


def _excel(source: DataSource, problems: ProblemList) -> list[DataTable]:
    tables, mistakes = read_excel_tables(source.file, source.shown, source.mapping)
    problems.extend(mistakes)
    return [DataTable(table, block.constants) for table, block in tables]


def _large_csv(source: DataSource, layout: CsvLayout) -> Summation:
    try:
        from rapport.sources.large_file import LargeCsv  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError:
        raise _not_installed(source.shown, "En så stor CSV-fil", "DuckDB") from None
    return LargeCsv(source.file, source.shown, layout)


def _parquet(source: DataSource, problems: ProblemList) -> list[DataTable]:
    try:
        from rapport.sources.large_file import ParquetFile  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError:
        raise _not_installed(source.shown, "En Parquetfil", "DuckDB") from None
    return _summed(source, problems, ParquetFile(source.file, source.shown))


def _database(source: DataSource, problems: ProblemList) -> list[DataTable]:
    try:
        from rapport.sources.database import DatabaseTable  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError:
        raise _not_installed(source.shown, "En databas", "SQLAlchemy och psycopg") from None
    mapping = source.mapping
    table = DatabaseTable(source.shown, mapping.variable or "", mapping.table or ())
    return _summed(source, problems, table)


def _not_installed(shown: str, what: str, library: str) -> TableRefused:
    message = (
        f"{what} läses med {library}, som inte är installerat. Installera med "
        "pip install --require-hashes -r requirements/kallor.lock, eller gör ett mindre uttag "
        "till CSV."
    )
    return TableRefused(Problem(Location(shown), "bibliotek-saknas", message))


def _summed(source: DataSource, problems: ProblemList, summation: Summation) -> list[DataTable]:
    mapping = source.mapping
    wanted = Wanted(mapping.headings, mapping.adds_up, source.knows_indicator)
    table, mistakes = summation.summed(wanted)
    problems.extend(mistakes)
    return [DataTable(replace(table, units=mapping.units), mapping.constants)]


_READERS: Mapping[DataFormat, Callable[[DataSource, ProblemList], list[DataTable]]] = {
    DataFormat.CSV: _csv,
    DataFormat.EXCEL: _excel,
    DataFormat.PARQUET: _parquet,
    DataFormat.DATABASE: _database,
}
