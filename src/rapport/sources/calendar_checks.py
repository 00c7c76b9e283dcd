"""Checks on meeting calendars ("beredningsplaner"): days that can hardly be meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rapport.domain.meetings import MeetingCalendar, MeetingDay, MeetingRow, Stage
from rapport.domain.problem import Location, Problem, Severity
from rapport.sources.contents import Contents
from rapport.swedish.dates import day_and_month
from rapport.swedish.holidays import free_day


def meetings_on_free_days(contents: Contents) -> Iterator[Problem]:
    """Meeting days on a public holiday or in a weekend."""
    for location, _, stage, day in _days(contents):
        for date in {day.first: None, day.last: None}:
            reason = free_day(date) if date else None
            if date and reason:
                named = day_and_month(date).replace("\u00a0", " ")
                message = (
                    f"{stage}: {named} {date.year} är {reason}. Kontrollera dagen mot den "
                    "beslutade beredningsplanen; den skrivs ut som den står."
                )
                yield Problem(location, "ledig-dag", message, Severity.NOTE)


def same_day_twice(contents: Contents) -> Iterator[Problem]:
    """Two stages of one round on the same day, or two rounds with the same day for a stage."""
    for calendar, where in _calendars(contents):
        for place, row in enumerate(calendar.rows):
            for (before, first), (stage, second) in pairwise(_exact(row)):
                if first.first == second.first:
                    message = (
                        f"{before} och {stage} ligger på samma dag, {second.printed}. {_CHECK}"
                    )
                    location = _at(contents, where, place, stage)
                    yield Problem(location, "samma-dag", message, Severity.NOTE)
        for place, (earlier, later) in enumerate(pairwise(calendar.rows), start=1):
            for stage, second in _exact(later):
                known = earlier.day(stage)
                if known and known.first == second.first:
                    message = (
                        f"{stage} har samma dag, {second.printed}, i två omgångar i rad. {_CHECK}"
                    )
                    location = _at(contents, where, place, stage)
                    yield Problem(location, "samma-dag", message, Severity.NOTE)


def stages_out_of_order(contents: Contents) -> Iterator[Problem]:
    """A stage that comes before the stage it follows."""
    for calendar, where in _calendars(contents):
        for place, row in enumerate(calendar.rows):
            for (before, first), (stage, second) in pairwise(_exact(row)):
                if first.first and second.first and second.first < first.first:
                    message = (
                        f"{stage} den {second.printed} ligger före {before} den {first.printed}. "
                        f"{_CHECK}"
                    )
                    location = _at(contents, where, place, stage)
                    yield Problem(location, "omvänd-ordning", message, Severity.NOTE)


_CHECK = "Kontrollera mot den beslutade beredningsplanen."


def _calendars(contents: Contents) -> Iterator[tuple[MeetingCalendar, Location]]:
    """Each calendar with the place of its file's id."""
    for plan in contents.plans:
        if plan.meetings:
            yield plan.meetings, plan.location
    for file in contents.calendars:
        yield file.calendar, file.location


def _days(contents: Contents) -> Iterator[tuple[Location, MeetingRow, Stage, MeetingDay]]:
    for calendar, where in _calendars(contents):
        for place, row in enumerate(calendar.rows):
            for stage, day in _exact(row):
                yield _at(contents, where, place, stage), row, stage, day


def _exact(row: MeetingRow) -> list[tuple[Stage, MeetingDay]]:
    return [(stage, day) for stage, day in row.days if day.is_exact]


def _at(contents: Contents, where: Location, row: int, stage: Stage) -> Location:
    return contents.places.near(where, "beredningsplan", "rader", row, stage.value)
