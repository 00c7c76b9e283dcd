"""The status of all reports at once, as a secretary with eight days wants it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from rapport.domain.meetings import MeetingDay, MeetingRow, Stage
from rapport.report.facts import Facts, MissingItem
from rapport.report.status_overview import meetings, overview_lines, owed_items, report_data
from regions import MINI, prepared

NB = "\u00a0"
TODAY = date(2024, 9, 1)


@pytest.fixture(scope="module")
def reports() -> list[Facts]:
    """The small region's two reports, with nothing missing yet."""
    return [replace(each.facts, missing=()) for each in prepared(MINI)]


def lacking(facts: Facts, *items: MissingItem) -> Facts:
    """A report that lacks something."""
    return replace(facts, missing=items)


def item(what: str, who: str, day: date | None, *, blocking: bool = True) -> MissingItem:
    """Something missing; its day in words is the plain date."""
    return MissingItem(blocking, what, who, str(day) if day else "före mötet", day=day)


def with_days(facts: Facts, *days: tuple[Stage, MeetingDay]) -> Facts:
    """The report with another round."""
    assert facts.calendar is not None
    row = MeetingRow(days, str(facts.occasion))
    return replace(facts, calendar=replace(facts.calendar, rows=(row,)))


def test_the_next_step_is_told_first(reports: list[Facts]) -> None:
    """What it is, the weekday and the days left."""
    lines = list(overview_lines(reports, TODAY))
    assert [
        f"Läget för T2-2024 den 1{NB}september 2024",
        f"Nästa steg: Inlämning, måndag 9{NB}september, om 8 dagar.",
    ] == lines[:2]


def test_reports_share_their_meetings(reports: list[Facts]) -> None:
    """A day stands once, with every report that goes there."""
    found = meetings(reports)
    assert ["HSNI", "HSNB", "HSN", "RS", "RF"] == [each.stage.value for each in found]
    assert {("aterrapportering", "verksamhetsrapport")} == {
        tuple(sorted(each.reports)) for each in found
    }


def test_papers_due_on_a_holiday_are_due_before(reports: list[Facts]) -> None:
    """The holiday is named, and the days are counted to the last working day."""
    first = reports[0]
    epiphany = MeetingDay("6 jan", date(2025, 1, 6), date(2025, 1, 6), 2025)
    changed = with_days(first, (Stage.SUBMISSION, epiphany))
    lines = list(overview_lines([changed], date(2025, 1, 1)))
    assert f"Nästa steg: Inlämning, fredag 3{NB}januari, om 2 dagar." == lines[1]
    note = f"6{NB}januari är trettondedag jul; sista arbetsdagen före är fredag 3{NB}januari"
    assert f"    OBS: {note}." in lines


def test_a_range_and_a_day_not_decided_are_told(reports: list[Facts]) -> None:
    """A council of two days; and a year, which comes last and is counted to no day."""
    council = MeetingDay("23-24 okt", date(2024, 10, 23), date(2024, 10, 24), 2024)
    later = MeetingDay("2025", None, None, 2025)
    changed = with_days(reports[0], (Stage.COUNCIL, council), (Stage.EXECUTIVE, later))
    told = [
        line.split() for line in overview_lines([changed], TODAY) if line.startswith("  Region")
    ]
    assert [
        ["Regionfullmäktige", "onsdag", "23–24", "oktober", "om", "52", "dagar"],
        ["Regionstyrelsen", "2025", "dag", "inte", "bestämd"],
    ] == [words[:-1] for words in told]


def test_a_recipient_outside_the_calendar_is_named(reports: list[Facts]) -> None:
    """A report to a council of experts has no day."""
    outside = replace(reports[0], definition=replace(reports[0].definition, recipient="radet"))
    lines = list(overview_lines([outside], TODAY))
    said = "  aterrapportering går till Läkemedelsrådet; beredningsplanen anger ingen dag."
    assert (True, "Ingen beredningsplan anger några möten.") == (said in lines, lines[1])


def test_what_is_owed_stands_by_urgency_and_once(reports: list[Facts]) -> None:
    """What stops comes first, then the earliest day; the same thing in two reports is one."""
    late, soon = date(2024, 9, 27), date(2024, 9, 9)
    shared = item("Text saknas", "Avdelningen", soon)
    first = lacking(
        reports[0],
        item("Titta", "A", soon, blocking=False),
        item("Version", "A", late),
        item("Utan dag", "A", None),
        shared,
    )
    found = owed_items([first, lacking(reports[1], shared)])
    assert ["Text saknas", "Version", "Utan dag", "Titta"] == [each.item.what for each in found]
    assert 2 == len(found[0].reports)


def test_what_is_owed_is_grouped_by_day_and_office(reports: list[Facts]) -> None:
    """A heading for each day with the days left, below it each office with its count."""
    soon = date(2024, 9, 9)
    first = lacking(
        reports[0], item("A", "Väst", soon), item("B", "Väst", soon), item("C", "", None)
    )
    lines = list(overview_lines([first], TODAY))
    start = lines.index("Ska lämnas eller göras före beslut (3)")
    assert [
        "  Senast 2024-09-09, om 8 dagar",
        "    Väst (2)",
        "      A  [aterrapportering]",
        "      B  [aterrapportering]",
        "  Före mötet",
        "    Ingen ansvarig angiven (1)",
        "      C  [aterrapportering]",
    ] == lines[start + 1 :]


def test_programs_get_dates_and_days(reports: list[Facts]) -> None:
    """Dates are ISO; what has no day has none."""
    first = lacking(reports[0], item("A", "Väst", None))
    data = json.loads(json.dumps(report_data(first, TODAY)))
    (missing,) = data["saknas"]
    assert (None, None) == (missing["datum"], missing["dagar_kvar"])
    assert "Vårdnämnden" == data["mottagare"]
    assert ("2024-09-09", 8) == (data["moten"][0]["senast"], data["moten"][0]["dagar_kvar"])
