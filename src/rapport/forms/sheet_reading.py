"""One sheet of a returned form, row by row: answers, and what is wrong with its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rapport.domain.problem import Location, Problem, Severity
from rapport.forms.answers import Written, answer_of
from rapport.forms.keys import FormKeys, unlocked
from rapport.forms.writing import HEADING_ROW, KEY_TITLE, NEW_KEY
from rapport.report.asked.form import SheetPlan


@dataclass(frozen=True)
class ReturnedRow:
    """A row of a returned form: what it is about and all its answers as they now stand.

    ``before`` are the answers that stood there when the form was written. A row for something
    new has an empty ``id`` and says what it is about in ``subject``. ``places`` are the cells
    of the answers by key.
    """

    sheet: SheetPlan
    id: str
    subject: str
    answers: dict[str, str]
    before: dict[str, str]
    location: Location
    places: dict[str, Location]

    @property
    def changed(self) -> dict[str, str]:
        """The answers that are not what they were; an emptied one is an empty text."""
        return {key: text for key, text in self.answers.items() if text != self.before.get(key, "")}


@dataclass
class Page:
    """A sheet being read: its columns by title, the rows seen so far and what was wrong."""

    file: str
    sheet: Worksheet
    plan: SheetPlan
    keys: FormKeys
    problems: list[Problem] = field(default_factory=list)
    _columns: dict[str, int] = field(default_factory=dict)

    def rows(self) -> Iterator[ReturnedRow]:
        """Every row that can be read, in order."""
        if not self._find_columns():
            return
        self._merged()
        expected = {row for sheet, row in self.keys.locks if sheet == self.plan.name}
        seen: set[str] = set()
        for number in range(HEADING_ROW + 1, self.sheet.max_row + 1):
            key = _plain(self.sheet.cell(number, 1).value)
            answers = self._answers(number, key)
            if self._is_a_row(number, key, answers, seen):
                row = self._row(number, key, answers)
                if row is not None:
                    yield row
        for gone in sorted(expected - seen):
            message = f'Raden "{gone}" saknas i bladet. Inget ändras för den.'
            self._problem(None, None, "borttagen-rad", message, stops=False)

    def _place(self, row: int | None, column: int | None) -> Location:
        cell = f"{get_column_letter(column)}{row}" if row and column else None
        return Location(self.file, sheet=self.plan.name, cell=cell)

    def _problem(
        self, row: int | None, column: int | None, code: str, message: str, *, stops: bool = True
    ) -> None:
        severity = Severity.ERROR if stops else Severity.WARNING
        self.problems.append(Problem(self._place(row, column), code, message, severity))

    def _find_columns(self) -> bool:
        """Find each column by its title, for columns may have been moved."""
        last = self.sheet.max_column + 1
        for place in range(1, last):
            title = _plain(self.sheet.cell(HEADING_ROW, place).value)
            self._columns.setdefault(title, place)
        titles = [title for title, _ in self.plan.shown]
        titles += [each.title for each in self.plan.answers]
        absent = [title for title in (KEY_TITLE, *titles) if title not in self._columns]
        for title in absent:
            message = f'Kolumnen "{title}" saknas på rad {HEADING_ROW}. Återställ rubriken.'
            self._problem(HEADING_ROW, 1, "saknad-kolumn", message)
        return not absent

    def _merged(self) -> None:
        for area in self.sheet.merged_cells.ranges:
            if area.max_row > HEADING_ROW:
                message = "Cellerna är sammanslagna, så svar kan gå förlorade. Dela upp dem igen."
                self._problem(area.min_row, area.min_col, "sammanslagna-celler", message)

    def _answers(self, number: int, key: str) -> dict[str, str]:
        """The answers of a row; what cannot be read is a problem and an unchanged answer."""
        found: dict[str, str] = {}
        for column in self.plan.answers:
            place = self._columns[column.title]
            cell = self.sheet.cell(number, place)
            match answer_of(cell.value, cell.data_type, column):
                case Written(text=text):
                    found[column.key] = text
                case (code, message):
                    self._problem(number, place, code, message)
                    found[column.key] = self._before(key, column.key)
        return found

    def _before(self, key: str, column: str) -> str:
        return self.keys.answers.get((self.plan.name, key, column), "")

    def _is_a_row(self, number: int, key: str, answers: dict[str, str], seen: set[str]) -> bool:
        """Whether a row is one of the form's, once; anything else is told when it has answers."""
        if not key:
            if any(answers.values()):
                message = "Raden saknar nyckel. Flytta svaret till en rad med nyckel."
                self._problem(number, 1, "rad-utan-nyckel", message)
            return False
        if key in seen:
            message = f'Nyckeln "{key}" står på två rader. Ta bort den rad som inte gäller.'
            self._problem(number, 1, "dubbel-rad", message)
            return False
        seen.add(key)
        if not self._is_new(key) and (self.plan.name, key) not in self.keys.locks:
            message = f'Nyckeln "{key}" finns inte i blanketten. Återställ den.'
            self._problem(number, 1, "okänd-rad", message)
            return False
        return True

    def _is_new(self, key: str) -> bool:
        return self.plan.free_rows > 0 and key.startswith(f"{NEW_KEY}-")

    def _row(self, number: int, key: str, answers: dict[str, str]) -> ReturnedRow | None:
        is_new = self._is_new(key)
        titles = [title for title, _ in self.plan.shown]
        shown = [_plain(self.sheet.cell(number, self._columns[title]).value) for title in titles]
        if is_new and not shown[0]:
            if any(answers.values()):
                message = f"Välj {titles[0].lower()} på raden, så att det syns vad svaret gäller."
                self._problem(number, self._columns[titles[0]], "saknat-val", message)
            return None
        for place in () if is_new else unlocked(shown, self.keys.locks[self.plan.name, key]):
            message = (
                "Cellen är låst men har ändrats. Ändringen läses inte: det som står där kommer "
                "ur planen och mätdata."
            )
            self._problem(
                number, self._columns[titles[place]], "ändrad-låst-cell", message, stops=False
            )
        before = {each.key: self._before(key, each.key) for each in self.plan.answers}
        if answers != before:
            self._needed(number, answers)
        columns = {each.key: self._columns[each.title] for each in self.plan.answers}
        places = {name: self._place(number, place) for name, place in columns.items()}
        here = self._place(number, 1)
        new_id = "" if is_new else key
        return ReturnedRow(self.plan, new_id, shown[0], answers, before, here, places)

    def _needed(self, number: int, answers: dict[str, str]) -> None:
        """What an answer makes necessary, on a row that somebody has answered anew."""
        for column in self.plan.answers:
            text = answers[column.key]
            if not text or (column.when and text not in column.when):
                continue
            because = f'är "{text}"' if column.when else "är ifylld"
            for key in column.needs:
                if not answers[key]:
                    needed = self.plan.column(key).title
                    message = f'"{needed}" saknas, men "{column.title}" {because}. Fyll i cellen.'
                    self._problem(number, self._columns[needed], "saknat-svar", message)


def _plain(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
