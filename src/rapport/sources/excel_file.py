"""Excel exports as raw tables: one figure per row, or wide with merged headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd
from openpyxl.utils import get_column_letter

from rapport.domain.measurement import SourceRef
from rapport.domain.problem import Location, Problem
from rapport.sources.mapping_fields import Measure, Scale
from rapport.sources.mapping_file import ExcelBlock, MappingFile
from rapport.sources.number_reader import ReadNumber, read_number
from rapport.sources.raw_table import Field, RawCell, RawTable, cell_text
from rapport.sources.source_text import shown
from rapport.sources.workbook import PERCENT, Sheet, SheetMissing, Workbook
from rapport.sources.workbook_guard import WorkbookRefused

_STRIDE = 16_384
"""Columns in a sheet; a row label is ``row * _STRIDE + column``."""

_COLUMN = "_kolumn"
_BLANK = pd.NA


@dataclass(frozen=True)
class _ExcelPlaces:
    """Places in a sheet; some fields stand in a fixed row (headings) or column."""

    path: str
    sheet: Sheet
    rows: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, int] = field(default_factory=dict)

    def location(self, row: int, column: str) -> Location:
        at_row, at_column = divmod(row, _STRIDE)
        at_row, at_column = self.rows.get(column, at_row), self.columns.get(column, at_column)
        if column in self.rows:
            # A merged heading stands in the first of its cells.
            while at_column > 1 and self.sheet.cell(at_row, at_column) == "":
                at_column -= 1
        return _place(self.path, self.sheet, at_row, at_column)

    def ref(self, row: int) -> SourceRef:
        at_row, at_column = divmod(row, _STRIDE)
        return SourceRef(self.path, self.sheet.name, _cell_name(at_row, at_column))


def _cell_name(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def _place(path: str, sheet: Sheet, row: int, column: int) -> Location:
    cell = sheet.cell(row, column)
    text = cell.fault if isinstance(cell, ReadNumber) and cell.fault else cell_text(cell)
    return Location(path, sheet=sheet.name, cell=_cell_name(row, column), excerpt=shown(text))


def read_excel_tables(
    path: Path, shown_path: str, mapping: MappingFile
) -> tuple[list[tuple[RawTable, ExcelBlock]], list[Problem]]:
    """Read every block that a mapping file describes; each comes with its own constants."""
    try:
        workbook = Workbook(path)
    except WorkbookRefused as refused:
        return [], [Problem(Location(shown_path), "oläsbar-excelfil", str(refused))]
    tables: list[tuple[RawTable, ExcelBlock]] = []
    problems: list[Problem] = []
    for block in mapping.all_blocks:
        try:
            sheet = workbook.sheet(block.sheet)
        except SheetMissing as missing:
            problems.append(_missing_sheet(shown_path, block, missing))
            continue
        except WorkbookRefused as refused:
            problems.append(Problem(Location(shown_path), "oläsbar-excelfil", str(refused)))
            continue
        table, found = (
            _wide_table(shown_path, sheet, block)
            if mapping.is_wide
            else _long_table(shown_path, sheet, mapping, block)
        )
        problems += found
        if table is not None:
            units = _units(mapping, block)
            tables.append((replace(_scaled(table, block.scale), units=units), block))
    return tables, problems


def _units(mapping: MappingFile, block: ExcelBlock) -> dict[str, str]:
    if not mapping.is_wide:
        return mapping.units
    return {str(block.measure): block.unit} if block.measure and block.unit else {}


def _missing_sheet(path: str, block: ExcelBlock, missing: SheetMissing) -> Problem:
    names = ", ".join(f'"{name}"' for name in missing.names) or "inga blad"
    message = f'Bladet "{block.sheet}" saknas. Filen har {names}. Rätta blad i beskrivningsfilen.'
    return Problem(Location(path), "saknat-blad", message)


def _body_rows(
    sheet: Sheet, first: int, last: int | None, columns: tuple[int, ...]
) -> Iterator[int]:
    """The rows with data: until the stated last row, else until an empty row."""
    for row in range(first, min(last or sheet.height, sheet.height) + 1):
        empty = all(sheet.cell(row, column) == "" for column in columns)
        if empty and last is None:
            return
        if not empty:
            yield row


def _long_table(
    path: str, sheet: Sheet, mapping: MappingFile, block: ExcelBlock
) -> tuple[RawTable | None, list[Problem]]:
    """A sheet with one heading row and one figure (or pair of figures) per row."""
    wanted = mapping.headings
    names = [cell_text(sheet.cell(mapping.heading_row, c + 1)).strip() for c in range(sheet.width)]
    place = _place(path, sheet, mapping.heading_row, 1)
    problems = []
    for name_of, name in wanted.items():
        if names.count(name) != 1:
            fault = "saknas" if name not in names else "står mer än en gång"
            code = "saknad-kolumn" if name not in names else "dubbel-kolumn"
            message = (
                f'Kolumnen "{name}" ({name_of}) {fault} på rad {mapping.heading_row}. '
                "Rätta kolumner i beskrivningsfilen eller gör om uttaget."
            )
            problems.append(Problem(place, code, message))
    if problems:
        return None, problems
    columns = {name_of: names.index(name) + 1 for name_of, name in wanted.items()}
    used = tuple(columns.values())
    first = block.first_row or mapping.heading_row + 1
    rows = list(_body_rows(sheet, first, block.last_row, used))
    figure = next(columns[f] for f in (*Measure, *columns) if f in columns)
    frame = pd.DataFrame(
        [[sheet.cell(row, column) for column in used] for row in rows],
        index=[row * _STRIDE + figure for row in rows],
        columns=list(columns),
        dtype=object,
    )
    return RawTable(frame, _ExcelPlaces(path, sheet, columns=columns)), []


def _wide_table(
    path: str, sheet: Sheet, block: ExcelBlock
) -> tuple[RawTable | None, list[Problem]]:
    """A sheet with periods (and sexes) across: the block is turned into one row per figure."""
    headings, first = block.row_headings or {}, block.first_row or 1
    start, end = block.used_columns or (max(headings.values()) + 1, sheet.width)
    columns = tuple(range(start, min(end, sheet.width) + 1))
    rows = list(_body_rows(sheet, first, block.last_row, (*headings.values(), *columns)))
    if not rows or not columns:
        place = _place(path, sheet, first, start)
        message = "Här finns inga tal. Rätta första_datarad och område, eller gör om uttaget."
        return None, [Problem(place, "tomt-blad", message)]
    titles = _headings(sheet, block, columns)
    body = pd.DataFrame(
        [[sheet.cell(row, column) for column in columns] for row in rows],
        index=rows,
        columns=list(columns),
        dtype=object,
    )
    measure = str(block.measure or Measure.VALUE)
    long = body.melt(ignore_index=False, var_name=_COLUMN, value_name=measure)
    for name, column in headings.items():
        texts = {row: sheet.cell(row, column) for row in rows}
        long[name] = long.index.map(texts.get)
    across = {Field.PERIOD: block.period_row, Field.SEX: block.sex_row}
    fixed = {str(name): row for name, row in across.items() if row is not None}
    for name, heading_row in fixed.items():
        long[name] = [titles.loc[heading_row, column] for column in long[_COLUMN]]
    long.index = pd.Index([r * _STRIDE + c for r, c in zip(long.index, long[_COLUMN], strict=True)])
    frame = long.drop(columns=_COLUMN).sort_index()
    return RawTable(frame, _ExcelPlaces(path, sheet, fixed, dict(headings))), []


def _headings(sheet: Sheet, block: ExcelBlock, columns: tuple[int, ...]) -> pd.DataFrame:
    """The heading texts by row and column; all rows but the lowest are filled to the right.

    A merged heading has its text in the first cell only, and so do exports that leave the
    cells after it blank.
    """
    heading_rows = sorted(block.heading_rows or ())
    titles = pd.DataFrame(
        [
            [cell_text(sheet.cell(row, column)).strip() for column in columns]
            for row in heading_rows
        ],
        index=heading_rows,
        columns=list(columns),
        dtype=object,
    )
    upper = heading_rows[:-1]
    titles.loc[upper] = titles.loc[upper].replace("", _BLANK).ffill(axis=1).fillna("")
    return titles


def _scaled(table: RawTable, scale: Scale | None) -> RawTable:
    """The table with ready-made shares in percent, as ``skala`` says they are stored."""
    if scale is None or Field.VALUE not in table.frame:
        return table
    values = [_percent(cell, scale) for cell in table.frame[Field.VALUE]]
    frame = table.frame.assign(**{Field.VALUE: pd.Series(values, table.frame.index, dtype=object)})
    return RawTable(frame, table.places)


def _percent(cell: RawCell, scale: Scale) -> RawCell:
    number = read_number(cell) if isinstance(cell, str) else cell
    if number.value is None or number.suffix == PERCENT:
        return cell
    if scale is Scale.PERCENT:
        return number._replace(suffix="")
    if isinstance(cell, str):
        return ReadNumber(
            fault=f'"{cell.strip()}" är tvetydigt: text utan procenttecken bland andelar (0–1)'
        )
    return ReadNumber(value=number.value * 100, suffix=PERCENT)
