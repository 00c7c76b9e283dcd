"""What a calendar program is told of meetings and deadlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rapport.domain.meetings import MeetingCalendar, MeetingDay, MeetingRow, Stage
from rapport.domain.organisation import Board, OrganisationTree
from rapport.domain.region import JudgementProfile, Region
from rapport.domain.target import Tolerance, ToleranceKind
from rapport.report.calendar_entries import CalendarEntry, schedule

NAMES = ("Inlämning", "Beredning", "Nämnden", "Regionstyrelsen", "Regionfullmäktige")


def day(first: date, last: date | None = None) -> MeetingDay:
    """A day, or a range of days."""
    return MeetingDay(first.isoformat(), first, last or first, first.year)


ROUND = MeetingRow(
    (
        (Stage.SUBMISSION, day(date(2023, 1, 6))),
        (Stage.BOARD, day(date(2023, 1, 26))),
        (Stage.COUNCIL, day(date(2023, 2, 22), date(2023, 2, 23))),
    ),
    "AR-2022",
)
OPEN = MeetingRow(
    ((Stage.BOARD, day(date(2023, 12, 8))), (Stage.COUNCIL, MeetingDay("2024", None, None, 2024)))
)


@pytest.fixture(scope="module")
def region() -> Region:
    """A region with one board."""
    profile = JudgementProfile("p", "1", "x", Tolerance(ToleranceKind.RELATIVE, Decimal(0)))
    boards = (Board("hsn", "Vårdnämnden"), Board("rf", "Regionfullmäktige"))
    return Region("fjallet", "Region Fjället", OrganisationTree("fjallet", ()), boards, profile)


@pytest.fixture(scope="module")
def calendar() -> MeetingCalendar:
    """Two rounds, the second with a council whose day is not decided."""
    names = tuple(zip(Stage, NAMES, strict=True))
    return MeetingCalendar(2023, (ROUND, OPEN), names, board="hsn")


def entries(region: Region, calendar: MeetingCalendar) -> dict[str, CalendarEntry]:
    """The entries by the last part of their identity."""
    found = schedule(region, [calendar], {}).entries
    return {entry.uid.split("@")[0].removeprefix("hsn-2023-"): entry for entry in found}


def test_every_known_day_is_an_entry_and_the_rest_are_told(
    region: Region, calendar: MeetingCalendar
) -> None:
    """A row with only a year is no entry; the note says what to write."""
    made = schedule(region, [calendar], {})
    assert 4 == len(made.entries)
    (note,) = made.notes
    assert (
        "Regionfullmäktige i omgång 2 2023 har bara året 2024 och är inte med. Skriv dagen i "
        "beredningsplanen när den är bestämd."
    ) == note


def test_a_range_of_days_is_one_entry(region: Region, calendar: MeetingCalendar) -> None:
    """The council meets for two days."""
    council = entries(region, calendar)["ar-2022-rf"]
    assert (date(2023, 2, 22), date(2023, 2, 23)) == (council.first, council.last)


def test_papers_due_on_a_holiday_are_told_in_time(
    region: Region, calendar: MeetingCalendar
) -> None:
    """The entry names the last working day, and the alarms count from it."""
    due = entries(region, calendar)["ar-2022-hsni"]
    assert "Inlämning: Vårdnämnden" == due.summary
    assert (
        "Inlämning (HSNI), omgång 1 2023.\n6 januari är trettondedag jul; sista arbetsdagen före "
        "är torsdag 5 januari."
    ) == due.description
    assert (8, 3) == due.alarms


def test_the_identity_of_a_round_is_its_occasion(region: Region, calendar: MeetingCalendar) -> None:
    """A round put in before it, or a moved day, changes the entry and not its identity."""
    moved = replace(ROUND, days=((Stage.SUBMISSION, day(date(2023, 1, 9))),))
    later = replace(calendar, rows=(OPEN, moved))
    assert "ar-2022-hsni" in entries(region, calendar)
    assert date(2023, 1, 9) == entries(region, later)["ar-2022-hsni"].first


def test_only_the_round_of_an_occasion_is_taken_when_asked(
    region: Region, calendar: MeetingCalendar
) -> None:
    """Its entries name the reports that go there."""
    reports = {("AR-2022", Stage.BOARD): ("Rapport A", "Rapport B")}
    made = schedule(region, [calendar], reports, "AR-2022")
    board = next(entry for entry in made.entries if entry.uid.split("@")[0].endswith("-hsn"))
    assert (3, ()) == (len(made.entries), made.notes)
    assert "Vårdnämnden" == board.summary
    assert "Rapporter för AR-2022: Rapport A; Rapport B." in board.description


def test_example_data_say_so(region: Region, calendar: MeetingCalendar) -> None:
    """In the calendar's name, each summary and each description."""
    made = schedule(region, [replace(calendar, is_example=True)], {})
    assert "Region Fjället: beredningsplan 2023 (exempeldata)" == made.name
    assert {True} == {e.summary.endswith("(exempeldata)") for e in made.entries}
    assert {True} == {e.description.endswith("Exempeldata.") for e in made.entries}
