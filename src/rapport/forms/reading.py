"""A form read back: the answers that are new, and every problem with its sheet and cell."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook

from rapport.domain.problem import Location, Problem
from rapport.forms.keys import SHEET, FormKeys, keys_in
from rapport.forms.sheet_reading import Page, ReturnedRow
from rapport.report.asked.form import SHEETS, SheetPlan
from rapport.sources.workbook_guard import WorkbookRefused, scan_workbook


@dataclass(frozen=True)
class ReturnedForm:
    """A form that has come back: whose it is and the rows that have new answers.

    ``saved`` is the ISO date it was last saved, empty where the file does not say.
    """

    path: Path
    region: str
    occasion: str
    office: str
    rows: tuple[ReturnedRow, ...]
    saved: str


def read_form(path: Path) -> tuple[ReturnedForm | None, tuple[Problem, ...]]:
    """Read a returned form: everything that can be read, and every problem."""
    if path.suffix.casefold() != ".xlsx":
        return None, (_whole(path, "oläsbar-blankett", _ENDING),)
    if not path.is_file():
        return None, (_whole(path, "oläsbar-blankett", "Filen finns inte. Kontrollera namnet."),)
    try:
        scan_workbook(path)
        book = load_workbook(path)
    except WorkbookRefused as refused:
        return None, (_whole(path, "oläsbar-blankett", str(refused)),)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError):
        return None, (_whole(path, "oläsbar-blankett", _UNREADABLE),)
    keys = _keys(book)
    if keys is None:
        return None, (_whole(path, "okänd-blankett", _UNKNOWN),)
    problems: list[Problem] = []
    rows = [row for plan in SHEETS for row in _sheet(path.name, book, keys, plan, problems)]
    changed = tuple(row for row in rows if row.changed)
    modified = book.properties.modified
    saved = modified.date().isoformat() if modified else ""
    form = ReturnedForm(path, keys.region, keys.occasion, keys.office, changed, saved)
    return form, tuple(problems)


_ENDING = "Blanketten ska vara en .xlsx-fil. Öppna den i Excel och spara den som .xlsx."
_UNREADABLE = "Filen går inte att läsa som en Excelfil. Öppna den i Excel och spara den på nytt."
_UNKNOWN = (
    "Filen är ingen blankett från rapport forms, eller så har dess dolda nycklar ändrats. Skriv "
    "en ny blankett med rapport forms och flytta över svaren."
)


def _whole(path: Path, code: str, message: str) -> Problem:
    return Problem(Location(path.name), code, message)


def _keys(book: Workbook) -> FormKeys | None:
    if SHEET not in book.sheetnames:
        return None
    rows = book[SHEET].iter_rows(values_only=True)
    return keys_in(tuple("" if cell is None else str(cell) for cell in row) for row in rows)


def _sheet(
    name: str, book: Workbook, keys: FormKeys, plan: SheetPlan, problems: list[Problem]
) -> tuple[ReturnedRow, ...]:
    asked = any(sheet == plan.name for sheet, _ in keys.locks)
    if plan.name in book.sheetnames:
        page = Page(name, book[plan.name], plan, keys)
        rows = tuple(page.rows())
        problems += page.problems
        return rows
    if asked:
        message = f'Bladet "{plan.name}" saknas. Återställ det eller dess namn.'
        problems.append(Problem(Location(name, sheet=plan.name), "saknat-blad", message))
    return ()
