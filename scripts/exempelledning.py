"""Writes the data of the management report and the finances ("exempeldata").

The economy is a workbook as a controller would send it: a sheet for each thing, divisions
down, months across and a sum below. The other files are exports of four more systems. They
are drawn from a seed of their own, so that the files of ``exempeldata.py`` stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import exempelbok
import exempelledningstal as tal
from exempelserier import MONTHS, Month, Row, about
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

_HEADING_ROW = 5
_SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_SEX_WORDS = {"K": "Kvinna", "M": "Man"}
_INDICATOR_WORDS = {
    "lakarbesok": "Läkarbesök",
    "vardtillfallen": "Vårdtillfällen",
    "operationer": "Operationer",
}


def management_files() -> dict[str, bytes]:
    """The five files by name, the same bytes each time."""
    random = Random(tal.SEED)  # noqa: S311 - sample data, no secret
    return {
        "ekonomi-2022-2024.xlsx": economy(random),
        "personal-2022-2024.csv": staff(random),
        "vantande-2022-2024.csv": waiting(random),
        "produktion-2022-2024.txt": production(random),
        "finanser-2022-2024.csv": finances(),
    }


def economy(random: Random) -> bytes:
    """The controller's workbook in thousands of kronor: costs, deviations and hired staff."""
    book = exempelbok.new_book()
    for title, totals, season in (
        ("Nettokostnad", tal.COSTS, tal.WORKED),
        ("Avvikelse", tal.DEVIATIONS, None),
        ("Inhyrd personal", tal.HIRED, None),
    ):
        sheet = book.create_sheet(title)
        amounts = {
            unit: _months_of(random, parts, season, spread=0.02 if season else 0.12)
            for unit, parts in totals.items()
        }
        _sheet(sheet, title, amounts)
    return exempelbok.fixed_bytes(book)


def _months_of(
    random: Random,
    parts: Sequence[int],
    season: Sequence[float] | None,
    *,
    spread: float,
) -> list[int]:
    """Whole amounts for each month that add up to each part; amounts may be negative."""
    amounts: list[int] = []
    for total, count in zip(parts, tal.PARTS, strict=True):
        months = MONTHS[len(amounts) : len(amounts) + count]
        # A cost follows the working year by half: wages are paid in July too.
        weights = [
            (0.5 + 0.5 * season[m[1] - 1] if season else 1.0) * about(random, spread)
            for m in months
        ]
        exact = [round(total * weight / sum(weights)) for weight in weights]
        exact[-1] += total - sum(exact)
        amounts += exact
    return amounts


def _sheet(sheet: Worksheet, title: str, amounts: dict[str, list[int]]) -> None:
    sheet["A1"] = f"Ledningsrapport – {title.lower()} per division och månad"
    sheet["A1"].font = Font(bold=True)
    sheet["A2"] = "Belopp i tkr. Minustecken är underskott." if title == "Avvikelse" else "Tkr."
    sheet["A3"] = "Uttag 2024-09-05. Exempeldata."
    sheet.column_dimensions["A"].width = 28
    sheet.cell(_HEADING_ROW, 1, "Division").font = Font(bold=True)
    for column, month in enumerate(MONTHS, start=2):
        sheet.cell(_HEADING_ROW, column, f"{_SHORT[month[1] - 1]} {month[0]}")
    last = _HEADING_ROW + len(amounts) + 1
    for line, (unit, row) in enumerate(amounts.items(), start=_HEADING_ROW + 1):
        sheet.cell(line, 1, unit)
        for column, amount in enumerate(row, start=2):
            sheet.cell(line, column, amount).number_format = "#,##0"
    sheet.cell(last, 1, "Summa").font = Font(bold=True)
    for column, month_amounts in enumerate(zip(*amounts.values(), strict=True), start=2):
        sheet.cell(last, column, sum(month_amounts)).number_format = "#,##0"
    sheet.cell(last + 2, 1, "Gemensamma kostnader ingår inte.")


def staff(random: Random) -> bytes:
    """The staff system's list: semicolons, Windows letters, 2024-08, hours of three kinds."""
    lines = [["Månad", "Division", "Kön", "Sjuktimmar", "Ordinarie timmar", "Arbetade timmar"]]
    worked = {(r.month, r.unit, r.sex): r.numerator for r in tal.WORKED_HOURS.rows(random)}
    for row in _with_season(tal.SICK_LEAVE.rows(random)):
        numbers = [row.numerator, row.denominator, worked[row.month, row.unit, row.sex]]
        sex = _SEX_WORDS[row.sex]
        lines.append([_iso(row.month), row.unit, sex, *(str(number) for number in numbers)])
    return _csv(lines, ";", "cp1252")


def _with_season(rows: list[Row]) -> list[Row]:
    """Sick hours moved within their tertial to the months when people are ill."""
    moved: list[Row] = []
    for row in rows:
        season = tal.SICKNESS[row.month[1] - 1]
        start = (row.month[1] - 1) // 4 * 4
        usual = sum(tal.SICKNESS[start : start + 4]) / 4
        hours = round((row.numerator or 0) * season / usual)
        moved.append(Row(row.series, row.month, row.unit, row.sex, hours, row.denominator))
    return moved


def waiting(random: Random) -> bytes:
    """Who waits at the end of each month: commas, UTF-8, a row per month and division."""
    lines = [["kontaktform", "manad", "division", "kon", "inom_90_dagar", "vantande"]]
    for series in tal.WAITING:
        lines += [
            [
                row.series,
                _iso(row.month),
                row.unit,
                row.sex,
                str(row.numerator),
                str(row.denominator),
            ]
            for row in series.rows(random)
        ]
    return _csv(lines, ",", "utf-8")


def production(random: Random) -> bytes:
    """Visits, hospital stays and operations: tabs, UTF-16, 202408."""
    lines = [["Mått", "Period", "Enhet", "Kön", "Antal"]]
    for series in tal.PRODUCTION:
        lines += [
            [
                _INDICATOR_WORDS[row.series],
                f"{row.month[0]}{row.month[1]:02d}",
                row.unit,
                _SEX_WORDS[row.sex],
                str(row.numerator),
            ]
            for row in series.rows(random)
        ]
    return _csv(lines, "\t", "utf-16")


def finances() -> bytes:
    """The region's financial measures as published: semicolons, decimal commas, percent."""
    lines = [["Mått", "Månad", "Utfall (%)"]]
    for name, years in tal.FINANCES.items():
        lines += [
            [name, _iso((year, month)), f"{value:.1f}".replace(".", ",")]
            for year, values in years.items()
            for month, value in enumerate(values, start=1)
        ]
    return _csv(lines, ";", "utf-8")


def _iso(month: Month) -> str:
    return f"{month[0]}-{month[1]:02d}"


def _csv(lines: Sequence[Sequence[str]], delimiter: str, encoding: str) -> bytes:
    text = "".join(delimiter.join(line) + "\r\n" for line in lines)
    if encoding == "utf-16":
        return b"\xff\xfe" + text.encode("utf-16-le")
    return text.encode(encoding)
