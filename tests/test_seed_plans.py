"""The sample data's two decided plans hold every row of their documents' tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

import seed_plans as seed
from rapport.domain.breakdown import Breakdown
from rapport.domain.meetings import Stage
from rapport.domain.plan import Indicator, Plan
from rapport.domain.target import AtLeast, AtMost, Directional, YearTarget
from regions import REPO
from seed_reading import plan_of

BOARD_PLAN, ACTION_PLAN = "hsn-2023-2025", "handlingsplan-lakemedel-2024"


@pytest.fixture(scope="module")
def board_plan() -> Plan:
    """The board's plan as the sample data has it."""
    return plan_of(REPO, BOARD_PLAN)


@pytest.fixture(scope="module")
def action_plan() -> Plan:
    """The action plan for medicines as the sample data has it."""
    return plan_of(REPO, ACTION_PLAN)


def _measure(plan: Plan, number: str) -> Indicator:
    return next(each for each in plan.indicators if each.number == number)


def _factor_of(plan: Plan, number: str) -> str:
    factors = (factor for goal in plan.goals for factor in goal.factors)
    return next(f.name for f in factors if any(i.number == number for i in f.indicators))


def _told(given: YearTarget) -> str:
    """A target in the plan's own words: "K högst 16.0"."""
    match given.target:
        case AtLeast(value=value):
            words = f"minst {value}"
        case AtMost(value=value):
            words = f"högst {value}"
        case Directional(aim=aim):
            words = str(aim)
        case other:
            words = f"oväntat: {other}"
    sex = given.breakdown.sex if given.breakdown else None
    return f"{sex} {words}" if sex else words


def _target(indicator: Indicator, year: int) -> str:
    return ", ".join(_told(each) for each in indicator.targets if each.year == year)


@pytest.mark.parametrize("row", seed.MEASURES, ids=lambda row: row.number)
def test_a_measure_is_as_its_row(board_plan: Plan, row: seed.Measure) -> None:
    """Factor, targets, sources and every baseline as printed, for each of the twelve measures."""
    indicator = _measure(board_plan, row.number)
    assert (row.factor, row.target_2023, row.target_2025, row.sources, row.baselines) == (
        _factor_of(board_plan, row.number),
        _target(indicator, 2023),
        _target(indicator, 2025),
        indicator.sources,
        tuple(each.printed for each in indicator.baselines),
    )


def test_the_plan_has_no_other_measures(board_plan: Plan) -> None:
    """Twelve measures in the order of the plan, and no more."""
    assert [row.number for row in seed.MEASURES] == [i.number for i in board_plan.indicators]


def test_names_of_measures_are_as_printed(board_plan: Plan) -> None:
    """Each measure is called what the table calls it."""
    wrong = {
        row.number: row.name
        for row in seed.MEASURES
        if row.name not in _measure(board_plan, row.number).name
    }
    assert {} == wrong


def test_the_head_is_the_documents(board_plan: Plan) -> None:
    """The five fields that name no person, and a cover that is counted as page 0."""
    expected = {**seed.HEAD, "page_start": 0}
    assert expected == {name: getattr(board_plan.head, name) for name in expected}


def test_goals_are_the_documents(board_plan: Plan) -> None:
    """The three strategic goals; the economic one has no measure."""
    assert seed.GOALS == tuple(goal.name for goal in board_plan.goals)
    assert () == board_plan.goals[-1].factors


def test_ten_assignments_in_order(board_plan: Plan) -> None:
    """The ten assignments, numbered by their place since the plan prints no numbers."""
    expected = list(zip(map(str, range(1, 11)), seed.BOARD_ASSIGNMENTS, strict=True))
    assert expected == [(each.number, each.id) for each in board_plan.assignments]


def test_three_controls_with_performers(board_plan: Plan) -> None:
    """The three controls; the second one's method is the sixth measure."""
    performers = {control.id: control.performers for control in board_plan.controls}
    assert {name: (who,) for name, (who, _) in seed.BOARD_CONTROLS.items()} == performers
    assert _measure(board_plan, "6").id == board_plan.controls[1].steps[0].indicator


def test_the_budget_is_the_documents(board_plan: Plan) -> None:
    """One sum, for 2023."""
    found = [(str(item.amount), item.unit.value, item.year) for item in board_plan.budget]
    assert [seed.BOARD_BUDGET] == found


def test_nine_rounds_of_meetings(board_plan: Plan) -> None:
    """Every cell of the calendar as printed: ranges, blanks and rows that only know the year."""
    rows = board_plan.meetings.rows if board_plan.meetings else ()
    printed = [
        tuple(day.printed if (day := row.day(stage)) else "" for stage in Stage) for row in rows
    ]
    assert list(seed.MEETINGS) == printed


def test_nineteen_rows_of_activities(action_plan: Plan) -> None:
    """Each row's numbers, times and how many it is reported to; the gap in the numbers stays."""
    activities = [(area.name, a) for area in action_plan.areas for a in area.activities]
    found = [(area, a.number, a.due.printed, len(a.reports_to)) for area, a in activities]
    expected = [
        (row.area, number, time, row.recipients)
        for row in seed.ACTIVITY_ROWS
        for number, time in zip(row.numbers, row.times, strict=True)
    ]
    assert (19, expected) == (len(seed.ACTIVITY_ROWS), found)


def test_measurable_activities_have_their_targets(action_plan: Plan) -> None:
    """80 %, 50 %, fewer than 250, 100 % and at most 300 kronor above the country, all for 2024."""
    found = {
        indicator.number: getattr(indicator.targets[0].target, "value", None)
        for indicator in action_plan.indicators
    }
    expected = {"1": 80, "2": 50, "3": 250, "Hantering 2": 100, "Ekonomiskt mål": 300}
    assert {number: Decimal(value) for number, value in expected.items()} == found


def test_focus_medicines_are_those_of_activity_eight(action_plan: Plan) -> None:
    """The five medicines that the plan names have a budget line each."""
    found = [item.name for item in action_plan.budget if item.group == "fokuslakemedel"]
    assert list(seed.FOCUS_MEDICINES) == found


def test_a_broken_number_is_not_read(board_plan: Plan) -> None:
    """The broken "7 5%" and the unknown "?" have no value, and neither is zero."""
    values = {
        row.number: [b.value for b in _measure(board_plan, row.number).baselines]
        for row in seed.MEASURES
        if row.number in {"9", "11", "12"}
    }
    assert {"9": [None], "11": [None], "12": [None, Decimal(75)]} == values
    assert Breakdown() == _measure(board_plan, "9").baselines[0].breakdown
