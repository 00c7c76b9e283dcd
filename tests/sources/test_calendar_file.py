"""Meeting days as calendars print them."""

from __future__ import annotations

from datetime import date

import pytest

from rapport.domain.meetings import MeetingDay
from rapport.sources.calendar_file import NotADay, meeting_day


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("8 sep", date(2024, 9, 8), date(2024, 9, 8)),
        ("1 mars", date(2024, 3, 1), date(2024, 3, 1)),
        ("22-23 feb", date(2024, 2, 22), date(2024, 2, 23)),
        ("22–23 Feb", date(2024, 2, 22), date(2024, 2, 23)),
        ("30 nov-1 dec", date(2024, 11, 30), date(2024, 12, 1)),
        ("8 jan 2025", date(2025, 1, 8), date(2025, 1, 8)),
        ("29 feb", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_day_or_range_is_read_in_the_calendars_year(text: str, first: date, last: date) -> None:
    """Short and long month names, ranges within and across months, and a year of its own."""
    assert MeetingDay(text, first, last, first.year) == meeting_day(text, 2024)


def test_a_year_alone_is_a_day_not_yet_decided() -> None:
    """The text "2024" in the calendar for 2023 says only that the meeting is next year."""
    assert MeetingDay("2024", None, None, 2024) == meeting_day("2024", 2023)


@pytest.mark.parametrize(
    "text", ["31 sep", "29 feb", "8", "sep", "8 hep", "23-22 feb", "8 nov 1 dec"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    """Impossible days, lone numbers and backward ranges are told in Swedish."""
    with pytest.raises(NotADay, match=r"Skriv|Rätta"):
        meeting_day(text, 2023)
