"""Writes the sample region's two workbooks, laid out as a warehouse exports them, byte for byte."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime

from exempelserier import MONTHS, Month, Row
from exempeltal import HOSPITALS
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

EXTRACTED = datetime(2024, 9, 5, 7, 30)  # noqa: DTZ001 - a workbook's dates have no zone
_ZIP_DATE = (2024, 9, 5, 7, 30, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_FIRST_COLUMN = 2
_SEXES = ("K", "M")

Number = Callable[[Row], int | None]


def hospital_care(rows: dict[str, list[Row]]) -> bytes:
    """Hospital measures: a sheet for numerators and one for denominators of each."""
    book = new_book()
    for title, series in (
        ("Återinskr", "oplanerade-aterinskrivningar"),
        ("Utskrklara", "utskrivningsklara"),
    ):
        for part, number in (("täljare", _numerator), ("nämnare", _denominator)):
            sheet = book.create_sheet(f"{title} {part}")
            _preamble(sheet, f"Datalager – {title.lower()}, {part}")
            _block(sheet, 4, rows[series], number)
    sheet = book.create_sheet("Akutbesök 80+")
    _preamble(sheet, "Datalager – besök på akutmottagning, 80 år och äldre")
    _block(sheet, 4, rows["akutbesok-80-plus"], _numerator)
    return fixed_bytes(book)


def discharge_reviews(rows: dict[str, list[Row]]) -> bytes:
    """Medication reports: a sheet per population with two blocks below each other."""
    book = new_book()
    for title, series in (
        ("Mer än 5 läkemedel", "lakemedelsberattelse"),
        ("Minst 5 läkemedel", "lakemedelsberattelse-minst-5"),
    ):
        sheet = book.create_sheet(title)
        _preamble(sheet, f"Läkemedelsberättelse vid utskrivning, 75 år och äldre, {title.lower()}")
        sheet["A3"] = "Utskrivna med läkemedelsberättelse"
        end = _block(sheet, 4, rows[series], _numerator)
        sheet.cell(end + 2, 1, "Utskrivna i målgruppen")
        _block(sheet, end + 3, rows[series], _denominator)
    return fixed_bytes(book)


def _numerator(row: Row) -> int | None:
    return row.numerator


def _denominator(row: Row) -> int | None:
    return row.denominator


def new_book() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "exempeldata"
    return book


def _preamble(sheet: Worksheet, title: str) -> None:
    sheet["A1"] = title
    sheet["A1"].font = Font(bold=True)
    sheet["A2"] = "Uttag 2024-09-05. Exempeldata."
    sheet.column_dimensions["A"].width = 24


def _block(sheet: Worksheet, top: int, rows: list[Row], number: Number) -> int:
    """A block with months over women and men; returns its last row."""
    found = {(row.month, row.unit, row.sex): row for row in rows}
    sheet.cell(top, 1, "Sjukhus")
    sheet.merge_cells(start_row=top, end_row=top + 1, start_column=1, end_column=1)
    for index, month in enumerate(MONTHS):
        column = _FIRST_COLUMN + index * len(_SEXES)
        _heading(sheet, top, column, month)
        for offset, sex in enumerate(_SEXES):
            for line, unit in enumerate(HOSPITALS):
                row = found[month, unit, sex]
                cell = sheet.cell(top + 2 + line, column + offset)
                value = number(row)
                cell.value = row.code if value is None else value
                cell.number_format = "#,##0"
    for line, unit in enumerate(HOSPITALS):
        sheet.cell(top + 2 + line, 1, unit)
    return top + 1 + len(HOSPITALS)


def _heading(sheet: Worksheet, top: int, column: int, month: Month) -> None:
    sheet.cell(top, column, f"{_SHORT[month[1] - 1]} {month[0]}").alignment = Alignment("center")
    sheet.merge_cells(start_row=top, end_row=top, start_column=column, end_column=column + 1)
    for offset, sex in enumerate(_SEXES):
        sheet.cell(top + 1, column + offset, sex)


def fixed_bytes(book: Workbook) -> bytes:
    """The workbook's bytes without the clock: fixed dates, and stored without packing.

    Packed bytes differ between versions of the packing library; stored ones do not.
    """
    written, fixed = io.BytesIO(), io.BytesIO()
    book.save(written)
    stamp = f"{EXTRACTED:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in sorted(source.namelist()):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            target.writestr(zipfile.ZipInfo(name, _ZIP_DATE), content)
    return fixed.getvalue()
