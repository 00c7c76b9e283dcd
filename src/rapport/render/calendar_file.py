"""A schedule of meetings as an iCalendar file, which every calendar program can read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from rapport import __version__
from rapport.report.calendar_entries import CalendarEntry, MeetingSchedule

_ALARM_HOUR = 8
_EXAMPLE = "Exempeldata"


def calendar_file(schedule: MeetingSchedule) -> bytes:
    """The file, the same bytes for the same schedule.

    The stamp that the format requires is the first second of the year, never the clock's.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//rapport//rapport {__version__}//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", schedule.name)
    stamp = datetime(schedule.year, 1, 1, tzinfo=UTC)
    for entry in schedule.entries:
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, stamp: datetime) -> Event:
    """Whole days; the end is the day after the last, as the format wants it."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))
    event.add("summary", entry.summary, parameters={"LANGUAGE": "sv"})
    event.add("description", entry.description, parameters={"LANGUAGE": "sv"})
    event.add("transp", "TRANSPARENT")
    if entry.is_example:
        event.add("categories", [_EXAMPLE])
    for days in entry.alarms:
        event.add_component(_alarm(entry, days))
    return event


def _alarm(entry: CalendarEntry, days: int) -> Alarm:
    """A reminder in the morning, so many days before the first day."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", timedelta(hours=_ALARM_HOUR) - timedelta(days=days))
    return alarm
