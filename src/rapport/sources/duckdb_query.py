"""The one question that is put to DuckDB: sums of figures by words, in bounded memory.

This module is loaded only when a large file or a Parquet file is read. DuckDB sees only this
query: columns by position or quoted name, the file as a parameter, no extensions fetched, and
nothing written but what does not fit in the memory, to a folder that is removed afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from rapport.domain.problem import Location, Problem
from rapport.sources import number_sql
from rapport.sources.number_sql import NumberSql
from rapport.sources.raw_table import Field, RawCell, TableRefused
from rapport.sources.summation import (
    MAX_CELLS,
    SummedRow,
    Wanted,
    refuse_too_many,
    summed_number,
)

MEMORY = "512MB"
THREADS = 2


@contextmanager
def opened(shown: str) -> Iterator[tuple[duckdb.DuckDBPyConnection, Path]]:
    """A connection with a folder of its own; what DuckDB cannot read is refused.

    Raises:
        TableRefused: DuckDB failed on the file.
    """
    with TemporaryDirectory(prefix="rapport-") as folder:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "threads": THREADS,
            "temp_directory": f"{folder}/spill",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        connection = duckdb.connect(":memory:", config=settings)
        try:
            yield connection, Path(folder)
        except duckdb.OutOfMemoryException:
            raise TableRefused(_too_little_memory(shown)) from None
        except duckdb.Error:
            raise TableRefused(_unreadable(shown)) from None
        finally:
            connection.close()


def _too_little_memory(shown: str) -> Problem:
    message = (
        f"Filen gick inte att summera inom {MEMORY} minne. Ta bort uppdelningar som inte behövs, "
        "eller dela uttaget i flera filer."
    )
    return Problem(Location(shown), "för-lite-minne", message)


def _unreadable(shown: str) -> Problem:
    message = (
        "Filen gick inte att summera: den är skadad, är något annat än beskrivningsfilen säger, "
        "eller har tal som är för stora för att läggas ihop. Gör om uttaget."
    )
    return Problem(Location(shown), "oläsbar-datafil", message)


@dataclass(frozen=True)
class SumQuery:
    """The question: which column holds each field, and what type the file stores it as."""

    wanted: Wanted
    columns: Mapping[str, str]
    kinds: Mapping[str, str]
    place: Location

    def run(self, connection: duckdb.DuckDBPyConnection, rows: str, path: Path) -> list[SummedRow]:
        """The sums of ``rows``, a query with a column ``n`` that counts the rows from 1.

        Raises:
            TableRefused: a column with figures holds no numbers, or there are too many sums.
        """
        found = connection.execute(self._text(rows), [str(path)]).fetchall()
        refuse_too_many(len(found), self.place)
        return [self._row(values) for values in found]

    def _text(self, rows: str) -> str:
        labels = [
            f"{self._label(name)} AS l{place}" for place, name in enumerate(self.wanted.labels)
        ]
        numbers = self._numbers()
        odd = [f"{number.odd} AS o{place}" for place, number in enumerate(numbers)]
        values = [
            f"{number.value.format(odd=f'o{place}')} AS v{place}"
            for place, number in enumerate(numbers)
        ]
        kept = [*(f"l{i}" for i in range(len(labels))), *(f"o{i}" for i in range(len(odd)))]
        sums = [f"sum(v{place})" for place in range(len(numbers))]
        read = ", ".join(["n", *labels, *odd, *values])
        asked = ", ".join(["min(n) AS first", "count(*)", *kept, *sums])
        by = f"GROUP BY {', '.join(kept)} ORDER BY first LIMIT {MAX_CELLS + 1}"
        return f"SELECT {asked} FROM (SELECT {read} FROM {rows}) {by}"  # noqa: S608 - our own names

    def _label(self, name: str) -> str:
        column, kind = self.columns[name], self.kinds[name]
        if name == Field.PERIOD:
            return number_sql.period(column, kind, adds_up=self.wanted.adds_up)
        return number_sql.label(column, kind)

    def _numbers(self) -> list[NumberSql]:
        read = {
            name: number_sql.typed_number(self.columns[name], self.kinds[name])
            for name in self.wanted.numbers
        }
        wrong = [name for name, number in read.items() if number is None]
        if wrong:
            raise TableRefused(*(self._no_numbers(name) for name in wrong))
        return [number for number in read.values() if number is not None]

    def _no_numbers(self, name: str) -> Problem:
        message = (
            f'Kolumnen "{self.wanted.headings[name]}" ({name}) har typen {self.kinds[name]}, som '
            "inte är tal. Rätta kolumner i beskrivningsfilen eller gör om uttaget."
        )
        return Problem(self.place, "fel-kolumntyp", message)

    def _row(self, values: tuple[Any, ...]) -> SummedRow:
        first, rows, *rest = values
        labels = len(self.wanted.labels)
        numbers = len(self.wanted.numbers)
        odd, sums = rest[labels : labels + numbers], rest[labels + numbers :]
        figures: tuple[RawCell, ...] = tuple(
            text if text is not None else summed_number(value)
            for text, value in zip(odd, sums, strict=True)
        )
        return SummedRow(first, rows, tuple(rest[:labels]), figures)
