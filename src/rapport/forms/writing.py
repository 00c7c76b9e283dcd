"""A form as an Excel workbook: locked keys, drop-downs, what is known and room for answers."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from rapport.forms.keys import SHEET, FormKeys, lock_of, one_per_line
from rapport.render.zipped import zip_bytes
from rapport.report.asked.form import ACTIONS, INSTRUCTIONS, AnswerColumn, Form, Kind, Sheet

KEY_TITLE = "Nyckel"
HEADING_ROW = 4
NEW_KEY = "ny"
"""What stands in the key column of a row for something nobody has asked about yet."""

_INK, _QUIET, _ROOM = "1F2A37", "F1F3F5", "FFFBE6"
_FACE, _LINE, _MOST_LINES = "Arial", 14, 26
"""The typeface, the height of a line in points, and the most lines a row is high."""
_THIN = Side(style="thin", color="C9CED6")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def form_bytes(form: Form, region_id: str, day: date) -> bytes:
    """The workbook of a form; ``day`` is the only date in it, so that it can be made again."""
    book = Workbook()
    first = book.active
    assert first is not None  # noqa: S101 - a new workbook has one sheet
    _instructions(first, form)
    locks: dict[tuple[str, str], str] = {}
    answers: dict[tuple[str, str, str], str] = {}
    for sheet in form.sheets:
        _question_sheet(book.create_sheet(sheet.plan.name), sheet)
        for question in sheet.questions:
            locks[sheet.plan.name, question.id] = lock_of(question.shown)
            for column in sheet.plan.answers:
                if text := question.now.get(column.key, ""):
                    place = (sheet.plan.name, question.id, column.key)
                    (answers[place],) = one_per_line([text])
    keys = FormKeys(region_id, form.occasion, form.office, answers, locks)
    hidden = book.create_sheet(SHEET)
    hidden.sheet_state = "hidden"
    hidden.protection.sheet = True
    for row in keys.rows():
        hidden.append(row)
        for cell in hidden[hidden.max_row]:
            _as_text(cell)
    created = datetime.combine(day, time(), UTC).replace(tzinfo=None)
    book.properties.title = f"{form.title}: {form.office}"
    book.properties.creator, book.properties.language = form.region, "sv-SE"
    book.properties.created = created
    return _same_every_time(book, created)


def _same_every_time(book: Workbook, created: datetime) -> bytes:
    """The workbook as bytes without the moment it was saved."""
    sheet = io.BytesIO()
    book.save(sheet)
    stamp = f"{created.isoformat()}Z".encode()
    with zipfile.ZipFile(sheet) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", parts[core])
    return zip_bytes(parts)


def _as_text(cell: Cell | MergedCell) -> None:
    """A cell that is text whatever it begins with, so that nothing becomes a formula."""
    if isinstance(cell, Cell) and isinstance(cell.value, str):
        cell.data_type = "s"


def _instructions(sheet: Worksheet, form: Form) -> None:
    sheet.title = "Instruktion"
    sheet.column_dimensions["A"].width = 100
    due = f"Skicka tillbaka blanketten senast {form.due}." if form.due else ""
    lines = (form.title, f"{form.office}, {form.region}", due, *INSTRUCTIONS)
    for number, text in enumerate(filter(None, lines), start=1):
        cell = sheet.cell(number, 1, text)
        _as_text(cell)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(
            name=_FACE,
            size=16 if number == 1 else 11,
            bold=number <= 2,  # noqa: PLR2004
            color=_INK,
        )
    names = ", ".join(each.plan.name for each in form.sheets)
    _as_text(sheet.cell(sheet.max_row + 1, 1, f"Bladen att fylla i: {names}."))
    sheet.protection.sheet = True


def _question_sheet(page: Worksheet, sheet: Sheet) -> None:
    plan = sheet.plan
    title, intro = page.cell(1, 2, plan.name), page.cell(2, 2, plan.intro)
    title.font = Font(name=_FACE, size=14, bold=True, color=_INK)
    intro.font = Font(name=_FACE, size=10, color=_INK)
    widths = [18, *(width for _, width in plan.shown), *(each.width for each in plan.answers)]
    titles = [KEY_TITLE, *(each for each, _ in plan.shown), *(each.title for each in plan.answers)]
    for number, (text, width) in enumerate(zip(titles, widths, strict=True), start=1):
        cell = page.cell(HEADING_ROW, number, text)
        cell.font = Font(name=_FACE, size=10, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color=_INK)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[get_column_letter(number)].width = width
    rows = [(each.id, each.shown, each.now) for each in sheet.questions]
    empty = ("",) * len(plan.shown)
    rows += [(f"{NEW_KEY}-{number}", empty, {}) for number in range(1, plan.free_rows + 1)]
    for number, (key, shown, now) in enumerate(rows, start=HEADING_ROW + 1):
        locked = (key, *shown)
        answers = [now.get(column.key, "") for column in plan.answers]
        for place, text in enumerate([*locked, *answers], start=1):
            is_room = place > len(locked) or (key.startswith(f"{NEW_KEY}-") and place == 2)  # noqa: PLR2004
            _fill(page.cell(number, place), text, is_room=is_room)
        page.row_dimensions[number].height = _height([*locked, *answers], widths)
    last = HEADING_ROW + len(rows)
    _drop_downs(page, sheet, last)
    _finish(page, last, len(titles), len(plan.shown))


def _height(texts: list[str], widths: list[int]) -> float:
    """Room for the longest text of a row; the key may be cut, and no row is a page high."""
    pairs = list(zip(texts, widths, strict=True))[1:]
    lines = (sum(1 + len(part) // width for part in text.split("\n")) for text, width in pairs)
    return _LINE * min(max(lines, default=1), _MOST_LINES) + 4


def _fill(cell: Cell | MergedCell, text: str, *, is_room: bool) -> None:
    if text and isinstance(cell, Cell):
        cell.value = text
    _as_text(cell)
    cell.number_format = "@"
    cell.font = Font(name=_FACE, size=10, color=_INK)
    cell.border = _GRID
    cell.fill = PatternFill("solid", start_color=_ROOM if is_room else _QUIET)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.protection = Protection(locked=not is_room)


def _drop_downs(page: Worksheet, sheet: Sheet, last: int) -> None:
    """Lists to choose from, and for free rows the list of what they can be about."""
    first_answer = len(sheet.plan.shown) + 2
    for place, column in enumerate(sheet.plan.answers, start=first_answer):
        if column.kind is Kind.CHOICE:
            letter = get_column_letter(place)
            _choice(page, column.choices, f"{letter}{HEADING_ROW + 1}:{letter}{last}", column)
    if sheet.plan is ACTIONS and sheet.subjects:
        first_free = HEADING_ROW + 1 + len(sheet.questions)
        _subject_list(page, sheet, f"B{first_free}:B{last}")


def _choice(page: Worksheet, choices: tuple[str, ...], area: str, column: AnswerColumn) -> None:
    validation = DataValidation(
        type="list",
        formula1=f'"{",".join(choices)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=column.title,
        error="Välj något i listan.",
    )
    page.add_data_validation(validation)
    validation.add(area)


def _subject_list(page: Worksheet, sheet: Sheet, area: str) -> None:
    """The office's measures in a column to the right of everything, for the list to read."""
    place = len(sheet.plan.shown) + len(sheet.plan.answers) + 4
    for number, name in enumerate(sheet.subjects, start=HEADING_ROW + 1):
        _as_text(page.cell(number, place, name))
    letter = get_column_letter(place)
    page.column_dimensions[letter].hidden = True
    last = HEADING_ROW + len(sheet.subjects)
    validation = DataValidation(
        type="list",
        formula1=f"${letter}${HEADING_ROW + 1}:${letter}${last}",
        allow_blank=True,
    )
    page.add_data_validation(validation)
    validation.add(area)


def _finish(page: Worksheet, last: int, columns: int, shown: int) -> None:
    """Protection, frozen headings, and a print that fits the width of a page."""
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False
    page.freeze_panes = f"{get_column_letter(min(shown, 2) + 2)}{HEADING_ROW + 1}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    page.print_area = f"B1:{get_column_letter(columns)}{last}"
