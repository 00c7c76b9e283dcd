"""``rapport calendar``: the year's meetings and deadlines as a file for calendar programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rapport.domain.meetings import MeetingCalendar, Stage
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected, RenderFailed
from rapport.editing.safe_writing import replace_files
from rapport.pipeline.orders import made_at, plans_of
from rapport.pipeline.reading import load, unknown_choice
from rapport.render.calendar_file import calendar_file
from rapport.report.calendar_entries import MeetingSchedule, ReportNames, schedule
from rapport.report.case_path import stages
from rapport.sources.workspace import Workspace
from rapport.swedish import prose


@dataclass(frozen=True)
class WrittenCalendar:
    """Where the file is, and what it holds."""

    path: Path
    schedule: MeetingSchedule


def write_calendar(
    root: Path, occasion: Occasion | None, year: int | None, output: Path | None
) -> WrittenCalendar:
    """Write the calendars of an occasion, of a year, or all of them, as iCalendar.

    Raises:
        InputRejected: the input has errors, or no calendar has such a round or year.
        RenderFailed: the file could not be written.
    """
    workspace, _ = load(root, None)
    wanted = str(occasion) if occasion else ""
    found = [calendar for calendar in workspace.calendars if _is_wanted(calendar, wanted, year)]
    if not found:
        raise InputRejected((unknown_choice(_nothing(workspace, wanted, year)),))
    made = schedule(workspace.region, found, _reports(workspace, found), wanted)
    name = "-".join(["kalender", *([wanted] if wanted else [str(year)] if year else [])])
    path = output or root / "output" / f"{name}.ics"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"Kunde inte skriva {path}: {reason}. Ange en annan fil med --output."
        raise RenderFailed(message) from error
    replace_files({path: calendar_file(made)})
    return WrittenCalendar(path, made)


def _is_wanted(calendar: MeetingCalendar, occasion: str, year: int | None) -> bool:
    if occasion:
        return calendar.round_for(occasion) is not None
    return year is None or calendar.year == year


def _nothing(workspace: Workspace, occasion: str, year: int | None) -> str:
    known = sorted({str(calendar.year) for calendar in workspace.calendars})
    there = (
        f"Beredningsplaner finns för {prose.enumeration(known)}."
        if known
        else ("Det finns ingen beredningsplan i data/planer.")
    )
    if occasion:
        return f'Ingen omgång i beredningsplanerna har "avser: {occasion}". {there}'
    return f"Det finns ingen beredningsplan för {year}. {there}" if year else there


def _reports(workspace: Workspace, calendars: list[MeetingCalendar]) -> ReportNames:
    """Which reports go to each stage of the rounds that are tied to an occasion."""
    named: dict[tuple[str, Stage], tuple[str, ...]] = {}
    by_id = {plan.id: plan for plan in workspace.plans}
    for calendar in calendars:
        for occasion in (Occasion.parse(row.occasion) for row in calendar.rows if row.occasion):
            for report in made_at(workspace, occasion):
                plans = [by_id[name] for name in plans_of(workspace, report, occasion)]
                for stage in stages(workspace.region, report, plans, calendar):
                    key = (str(occasion), stage)
                    named[key] = tuple(sorted({*named.get(key, ()), report.title}))
    return named


def calendar_text(written: WrittenCalendar) -> str:
    """What was written, and what could not be."""
    count = prose.counted(len(written.schedule.entries), _ENTRY)
    return "\n".join([f"{written.path}: {count}", *written.schedule.notes])


_ENTRY = prose.Noun("post", "poster", neuter=False)
