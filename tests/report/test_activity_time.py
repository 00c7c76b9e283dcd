"""What the plan's time for an activity means at each occasion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.activity import Activity, ActivityStatus, Due, Timing
from rapport.domain.period import Occasion
from rapport.domain.plan import DocumentHead, Plan, PlanKind
from rapport.report.activity_time import is_due, time_words

PLAN = Plan("plan", PlanKind.ACTION, "Plan", "Plan", "hsn", 2024, 2024, DocumentHead())
TERTIAL = Due("januari, maj, september", Timing.REPORTED_IN, (1, 5, 9))
MARCH = Due("mars", Timing.BY_MONTH, (3,))


def activity(due: Due) -> Activity:
    """An activity with a time."""
    return Activity("a", "1", "Text", ("Strama",), due, ("HSN",))


@pytest.mark.parametrize(
    "occasion, words",
    [
        ("T1-2024", "redovisas nu, avser januari–april 2024"),
        ("T2-2024", "redovisas nu, avser maj–augusti 2024"),
        ("T3-2024", "redovisas nu, avser september–december 2024"),
    ],
)
def test_three_months_mean_the_tertial_before_each(occasion: str, words: str) -> None:
    """September is about May to August, and next January about the autumn, in the plan's year."""
    found = Occasion.parse(occasion)
    given = activity(TERTIAL)
    assert is_due(given, PLAN, found, ActivityStatus.ONGOING)
    assert words == time_words(given, PLAN, found, ActivityStatus.ONGOING)


def test_a_report_in_another_month_says_which() -> None:
    """What is reported in September is not due in May."""
    given = activity(Due("september", Timing.REPORTED_IN, (9,)))
    found = Occasion.parse("T1-2024")
    assert not is_due(given, PLAN, found, None)
    assert "redovisas nästa gång i september 2024" == time_words(given, PLAN, found, None)


@pytest.mark.parametrize("status", [None, *ActivityStatus])
def test_an_ongoing_activity_is_never_due_nor_late(status: ActivityStatus | None) -> None:
    """Löpande has no end, whatever its status."""
    given = activity(Due("löpande", Timing.ONGOING))
    assert not is_due(given, PLAN, Occasion.parse("T3-2024"), status)


def test_a_passed_month_is_told_until_the_activity_is_done() -> None:
    """March stands as passed at T2 while it is under way, and not when it is done."""
    given, found = activity(MARCH), Occasion.parse("T2-2024")
    assert is_due(given, PLAN, found, ActivityStatus.ONGOING)
    assert "tiden gick ut i mars 2024" == time_words(given, PLAN, found, ActivityStatus.ONGOING)
    assert not is_due(given, PLAN, found, ActivityStatus.DONE)
    assert "" == time_words(given, PLAN, found, ActivityStatus.DONE)


def test_a_month_within_the_period_is_to_be_reported_even_when_done() -> None:
    """At T1 the activity of March is accounted for."""
    assert is_due(activity(MARCH), PLAN, Occasion.parse("T1-2024"), ActivityStatus.DONE)


def test_a_month_is_a_month_of_the_plans_last_year() -> None:
    """A plan for two years is not late with March in its first."""
    longer = replace(PLAN, last_year=2025)
    assert not is_due(activity(MARCH), longer, Occasion.parse("T2-2024"), ActivityStatus.ONGOING)
