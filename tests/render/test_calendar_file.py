"""iCalendar files: read back by the format's own rules, and one checked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from icalendar import Calendar

from rapport import __version__
from rapport.render.calendar_file import calendar_file
from rapport.report.calendar_entries import CalendarEntry, MeetingSchedule

COUNCIL = CalendarEntry(
    uid="hsn-2024-t2-2024-rf@fjallet.rapport",
    first=date(2024, 10, 23),
    last=date(2024, 10, 24),
    summary="Regionfullmäktige (exempeldata)",
    description="Regionfullmäktige (RF), omgång 7 2024.\nExempeldata.",
    alarms=(1,),
    is_example=True,
)
SCHEDULE = MeetingSchedule("Region Fjället: beredningsplan 2024", 2024, (COUNCIL,), ())
BY_HAND = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//rapport//rapport {__version__}//SV
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Region Fjället: beredningsplan 2024
BEGIN:VEVENT
SUMMARY;LANGUAGE=sv:Regionfullmäktige (exempeldata)
DTSTART;VALUE=DATE:20241023
DTEND;VALUE=DATE:20241025
DTSTAMP:20240101T000000Z
UID:hsn-2024-t2-2024-rf@fjallet.rapport
CATEGORIES:Exempeldata
DESCRIPTION;LANGUAGE=sv:Regionfullmäktige (RF)\\, omgång 7 2024.\\nExempel
 data.
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Regionfullmäktige (exempeldata)
TRIGGER:-PT16H
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def test_the_file_is_as_the_format_wants_it() -> None:
    """Checked by hand against RFC 5545: the end of whole days is the day after the last."""
    assert BY_HAND.replace("\n", "\r\n") == calendar_file(SCHEDULE).decode()


def test_an_entry_comes_back_as_it_was() -> None:
    """Days, words and alarms survive being read by another program."""
    plain = replace(COUNCIL, is_example=False, alarms=(7, 2), last=COUNCIL.first)
    file = calendar_file(replace(SCHEDULE, entries=(plain, COUNCIL)))
    first, second = Calendar.from_ical(file).walk("VEVENT")
    assert (date(2024, 10, 23), date(2024, 10, 24)) == (
        first.decoded("dtstart"),
        first.decoded("dtend"),
    )
    assert date(2024, 10, 25) == second.decoded("dtend")
    assert (COUNCIL.summary, COUNCIL.description) == (
        str(first["summary"]),
        str(first["description"]),
    )
    triggers = [alarm.decoded("trigger") for alarm in first.walk("VALARM")]
    assert [timedelta(days=-7, hours=8), timedelta(days=-2, hours=8)] == triggers
    assert (False, True) == ("categories" in first, "categories" in second)


def test_no_line_is_longer_than_the_format_allows() -> None:
    """75 octets, also where letters take two."""
    long = replace(COUNCIL, description="Återrapportering för nämnden. " * 20)
    lines = calendar_file(replace(SCHEDULE, entries=(long,))).split(b"\r\n")
    assert [] == [line for line in lines if len(line) > 75]
