"""From a calendar in a file to the domain's meeting calendar ("beredningsplan")."""

from __future__ import annotations

import re
from datetime import date

from rapport.domain.meetings import MeetingCalendar, MeetingDay, MeetingRow, Stage
from rapport.domain.problem import Problem
from rapport.sources.plan_model import CalendarModel, MeetingRowModel
from rapport.sources.tree import Spot
from rapport.swedish.dates import MONTHS, SHORT_MONTHS

_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name: number for number, name in enumerate(SHORT_MONTHS, start=1)},
    "sept": 9,
}
_DAY = re.compile(
    r"(?P<first>\d{1,2})(?: (?P<first_month>[a-zåäö]+))?"
    r"(?: ?- ?(?P<last>\d{1,2}))? (?P<month>[a-zåäö]+)\.?(?: (?P<year>\d{4}))?"
)
_YEAR = re.compile(r"\d{4}")


class NotADay(ValueError):
    """The text is no meeting day; the message is Swedish and says what to write."""


def calendar_of(
    model: CalendarModel, spot: Spot, board: str
) -> tuple[MeetingCalendar, tuple[Problem, ...]]:
    """The calendar of a board; days that cannot be read are problems and left out."""
    problems: list[Problem] = []
    rows = tuple(
        _row(row, model.year, spot / "rader" / place, problems)
        for place, row in enumerate(model.rows)
    )
    names = tuple((stage, model.stage_names.get(stage, stage.value)) for stage in Stage)
    notes = tuple(model.notes)
    calendar = MeetingCalendar(model.year, rows, names, notes, model.is_example, board)
    return calendar, tuple(problems)


def _row(model: MeetingRowModel, year: int, spot: Spot, problems: list[Problem]) -> MeetingRow:
    written = (
        (Stage.SUBMISSION, model.submission),
        (Stage.PREPARATION, model.preparation),
        (Stage.BOARD, model.board),
        (Stage.EXECUTIVE, model.executive),
        (Stage.COUNCIL, model.council),
    )
    days: list[tuple[Stage, MeetingDay]] = []
    for stage, text in written:
        if not text:
            continue
        try:
            days.append((stage, meeting_day(text, year)))
        except NotADay as error:
            problems.append(Problem((spot / stage.value).location, "okänd-dag", str(error)))
    return MeetingRow(tuple(days), str(model.occasion) if model.occasion else None)


def meeting_day(text: str, year: int) -> MeetingDay:
    """Read a day as calendars print it; ``year`` is the calendar's.

    >>> meeting_day("22-23 feb", 2023).last
    datetime.date(2023, 2, 23)
    >>> meeting_day("2024", 2023).is_exact
    False

    Raises:
        NotADay: no such day, or not written as one.
    """
    plain = " ".join(re.sub("[–—\u2212]", "-", text.casefold()).split())
    if _YEAR.fullmatch(plain):
        return MeetingDay(text, None, None, int(plain))
    match = _DAY.fullmatch(plain)
    if match is None or (match["first_month"] and not match["last"]):
        raise NotADay(_unreadable(text))
    last_month = match["month"]
    in_year = int(match["year"] or year)
    first = _date(text, in_year, match["first_month"] or last_month, match["first"])
    last = _date(text, in_year, last_month, match["last"] or match["first"])
    if last < first:
        msg = f'"{text}" slutar före sin början. Skriv den första dagen först.'
        raise NotADay(msg)
    return MeetingDay(text, first, last, in_year)


def _date(text: str, year: int, month: str, day: str) -> date:
    if month not in _MONTH_NUMBERS:
        raise NotADay(_unreadable(text))
    try:
        return date(year, _MONTH_NUMBERS[month], int(day))
    except ValueError:
        msg = f'"{text}" finns inte i almanackan för {year}. Rätta dagen eller månaden.'
        raise NotADay(msg) from None


def _unreadable(text: str) -> str:
    return (
        f'"{text}" är ingen dag. Skriv som "8 sep", "22-23 feb", "30 nov-1 dec", eller bara året '
        'när dagen inte är bestämd ("2024").'
    )
