"""Meetings and deadlines as entries of a calendar, in finished Swedish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rapport.domain.meetings import MeetingCalendar, MeetingRow, Stage
from rapport.domain.region import Region
from rapport.report.case_path import free_day_note, hand_in_by
from rapport.swedish import prose
from rapport.swedish.numbers import NO_BREAK_SPACE

_DEADLINE_ALARMS = (7, 2)
_MEETING_ALARMS = (1,)
_EXAMPLE = "exempeldata"


@dataclass(frozen=True)
class CalendarEntry:
    """A meeting or deadline ("kalenderpost"): whole days from ``first`` to ``last``.

    ``uid`` stays the same when the day is moved. ``alarms`` are days before ``first``.
    """

    uid: str
    first: date
    last: date
    summary: str
    description: str
    alarms: tuple[int, ...]
    is_example: bool


@dataclass(frozen=True)
class MeetingSchedule:
    """All entries of one or more calendars, and a note on each row that could not be one.

    ``year`` is that of the first calendar, from which the entries have their time stamp.
    """

    name: str
    year: int
    entries: tuple[CalendarEntry, ...]
    notes: tuple[str, ...]


ReportNames = Mapping[tuple[str, Stage], tuple[str, ...]]
"""The titles of the reports that go to a stage at an occasion: (occasion, stage) → titles."""


def schedule(
    region: Region,
    calendars: Iterable[MeetingCalendar],
    reports: ReportNames,
    occasion: str = "",
) -> MeetingSchedule:
    """The entries of the calendars' rounds, or of the one round of an occasion."""
    entries: list[CalendarEntry] = []
    notes: list[str] = []
    chosen = sorted(calendars, key=lambda each: (each.year, each.board))
    for calendar in chosen:
        for place, row in enumerate(calendar.rows, start=1):
            if occasion and row.occasion != occasion:
                continue
            maker = _Round(region, calendar, row, place)
            entries += maker.entries(reports)
            notes += maker.notes()
    ordered = sorted(entries, key=lambda entry: (entry.first, entry.uid))
    return MeetingSchedule(
        _name(region, chosen, occasion), _year(chosen), tuple(ordered), tuple(notes)
    )


def _year(calendars: list[MeetingCalendar]) -> int:
    return min((each.year for each in calendars), default=0)


def _name(region: Region, calendars: list[MeetingCalendar], occasion: str) -> str:
    years = prose.enumeration([str(year) for year in sorted({each.year for each in calendars})])
    example = f" ({_EXAMPLE})" if any(each.is_example for each in calendars) else ""
    return f"{region.name}: beredningsplan {occasion or years}{example}"


@dataclass(frozen=True)
class _Round:
    """One round of a calendar, the ``place``-th of its year."""

    region: Region
    calendar: MeetingCalendar
    row: MeetingRow
    place: int

    def entries(self, reports: ReportNames) -> Iterator[CalendarEntry]:
        """An entry per stage whose day is known."""
        for stage, day in self.row.days:
            if day.first and day.last:
                yield self._entry(stage, day.first, day.last, reports)

    def notes(self) -> Iterator[str]:
        """What is left out, since the plan only knows the year."""
        where = f"omgång {self.place} {self.calendar.year}"
        for stage, day in self.row.days:
            if not day.is_exact:
                yield (
                    f"{self._stage_name(stage)} i {where} har bara året {day.printed} och är inte "
                    "med. Skriv dagen i beredningsplanen när den är bestämd."
                )

    def _entry(self, stage: Stage, first: date, last: date, reports: ReportNames) -> CalendarEntry:
        deadline = stage is Stage.SUBMISSION
        by = hand_in_by(first) if deadline else first
        early = (first - by).days
        alarms = _DEADLINE_ALARMS if deadline else _MEETING_ALARMS
        example = f" ({_EXAMPLE})" if self.calendar.is_example else ""
        return CalendarEntry(
            uid=self._uid(stage),
            first=first,
            last=last,
            summary=f"{self._title(stage)}{example}",
            description="\n".join(self._lines(stage, first, reports)),
            alarms=tuple(days + early for days in alarms),
            is_example=self.calendar.is_example,
        )

    def _uid(self, stage: Stage) -> str:
        """By the occasion where the round has one: rows may be added without new identities."""
        which = self.row.occasion or f"omgang-{self.place}"
        body = self.calendar.board or "beredningsplan"
        return f"{body}-{self.calendar.year}-{which}-{stage.value}@{self.region.id}.rapport".lower()

    def _title(self, stage: Stage) -> str:
        """The stage, with the board where the stage's name does not say whose it is."""
        board = next((b.name for b in self.region.boards if b.id == self.calendar.board), "")
        name = self._stage_name(stage)
        if not board or stage in {Stage.EXECUTIVE, Stage.COUNCIL}:
            return name
        return board if stage is Stage.BOARD else f"{name}: {board}"

    def _stage_name(self, stage: Stage) -> str:
        return dict(self.calendar.stage_names)[stage]

    def _lines(self, stage: Stage, first: date, reports: ReportNames) -> Iterator[str]:
        where = f"omgång {self.place} {self.calendar.year}"
        yield f"{self._stage_name(stage)} ({stage.value}), {where}."
        note = free_day_note(first)
        if note:
            yield f"{prose.capitalised(note)}.".replace(NO_BREAK_SPACE, " ")
        titles = reports.get((self.row.occasion or "", stage), ())
        if titles:
            yield f"Rapporter för {self.row.occasion}: {'; '.join(titles)}."
        if self.calendar.is_example:
            yield f"{prose.capitalised(_EXAMPLE)}."
