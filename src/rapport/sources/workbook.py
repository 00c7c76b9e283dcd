"""Excel workbooks as grids of raw cells, with percent formats and errors kept visible.

A share formatted as percent is stored as 0.751 while the text "75,3" beside it means
75,3 %. openpyxl knows the format of each cell, so it reads workbooks of ordinary size; large
ones are read by calamine, which is many times faster but sees neither formats nor errors.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

import openpyxl
import python_calamine
from openpyxl.utils.cell import coordinate_to_tuple

from rapport.sources.number_reader import ReadNumber, exact_decimal
from rapport.sources.raw_table import RawCell
from rapport.sources.workbook_guard import SheetScan, WorkbookRefused, scan_workbook, sheet_parts

MAX_FORMATTED_CELLS = 20_000
"""Above this many cells formats are not read and ``skala`` has to be declared."""

UNKNOWN_SCALE = "?"
"""The suffix of a stored number whose format was not read."""

PERCENT = "%"
_QUOTED = re.compile(r'"[^"]*"|\\.')


class SheetMissing(Exception):
    """The workbook has no sheet of that name; carries the names that it has."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names


@dataclass(frozen=True)
class Sheet:
    """A sheet as rows of raw cells; row and column numbers count from 1 as in Excel."""

    name: str
    rows: tuple[tuple[RawCell, ...], ...]

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> RawCell:
        """A cell; empty outside what the file holds."""
        if 1 <= row <= len(self.rows) and 1 <= column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return ""


class Workbook:
    """An open workbook that has passed the guard; sheets are read when asked for.

    Raises:
        WorkbookRefused: on opening or reading, when the file is damaged or dangerous.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._scans = scan_workbook(path)
        self._parts = sheet_parts(path)
        self.has_formats = sum(scan.cells for scan in self._scans.values()) <= MAX_FORMATTED_CELLS
        self._read: dict[str, Sheet] = {}

    def sheet(self, name: str | None) -> Sheet:
        """A sheet by the name on its tab, or the first one.

        Raises:
            SheetMissing: there is none of that name.
        """
        names = tuple(self._parts)
        if not names or (name is not None and name not in names):
            raise SheetMissing(names)
        wanted = name if name is not None else names[0]
        if wanted not in self._read:
            self._read[wanted] = self._load(wanted)
        return self._read[wanted]

    def _load(self, name: str) -> Sheet:
        try:
            with warnings.catch_warnings():
                # The library warns in English about features that do not concern the figures.
                warnings.simplefilter("ignore")
                rows = list(self._formatted(name) if self.has_formats else self._unformatted(name))
        except Exception as error:
            # Readers fail in many ways on damaged files.
            msg = f'Bladet "{name}" är skadat. Öppna filen i Excel, spara om den och försök igen.'
            raise WorkbookRefused(msg) from error
        scan = self._scans.get(self._parts[name], SheetScan())
        _overlay(rows, scan.errors, "ett Excelfel står i stället för ett tal")
        _overlay(
            rows,
            scan.uncalculated,
            "formeln är inte beräknad: öppna filen i Excel och spara om den",
        )
        return Sheet(name, tuple(tuple(row) for row in rows))

    @cached_property
    def _open(self) -> openpyxl.Workbook:
        return openpyxl.load_workbook(self._path, data_only=True, keep_links=False)

    def _formatted(self, name: str) -> Iterator[list[RawCell]]:
        for row in self._open[name].iter_rows(min_row=1, min_col=1):
            yield [_raw(cell.value, cell.number_format, formats=True) for cell in row]

    def _unformatted(self, name: str) -> Iterator[list[RawCell]]:
        book = python_calamine.CalamineWorkbook.from_path(str(self._path))
        for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False):
            yield [_raw(value, "", formats=False) for value in row]


def _overlay(rows: list[list[RawCell]], refs: Iterable[str], fault: str) -> None:
    """Mark cells that the readers show as empty; an error text that was read is kept."""
    for ref in refs:
        row, column = coordinate_to_tuple(ref)
        while len(rows) < row:
            rows.append([])
        rows[row - 1] += [""] * (column - len(rows[row - 1]))
        if rows[row - 1][column - 1] == "":
            rows[row - 1][column - 1] = ReadNumber(fault=fault)


def _raw(value: object, number_format: str, *, formats: bool) -> RawCell:
    match value:
        case None:
            return ""
        case bool():
            return ReadNumber(fault=f'"{"SANT" if value else "FALSKT"}" är inget tal')
        case int() | float():
            return _stored_number(value, number_format, formats=formats)
        case datetime() | date():
            return f"{value:%Y-%m-%d}"
        case _:
            return str(value)


def _stored_number(value: float, number_format: str, *, formats: bool) -> ReadNumber:
    number = exact_decimal(value)
    if formats and PERCENT in _QUOTED.sub("", number_format):
        return ReadNumber(value=number * 100, suffix=PERCENT)
    return ReadNumber(value=number, suffix="" if formats else UNKNOWN_SCALE)
