"""From a plan file to the domain's plan, or to a meeting calendar that has its own file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapport.domain.activity import Activity, ActivityArea, Due
from rapport.domain.meetings import MeetingCalendar
from rapport.domain.plan import Indicator, MonitoringArea, Plan, StrategicGoal, SuccessFactor
from rapport.domain.problem import Location, Problem
from rapport.sources.agreements import agreements_of
from rapport.sources.assignments import assignments_of
from rapport.sources.calendar_file import calendar_of
from rapport.sources.controls import controls_of
from rapport.sources.indicator_file import indicator_of
from rapport.sources.indicator_model import IndicatorModel
from rapport.sources.messages import read_model
from rapport.sources.plan_model import (
    ActivityModel,
    AreaModel,
    CalendarFileModel,
    CalendarKind,
    GoalModel,
    PlanModel,
)
from rapport.sources.plan_parts import MonitoringAreaModel, budget_of, parts_of
from rapport.sources.plan_references import plan_problems
from rapport.sources.tree import Spot, Tree


@dataclass(frozen=True)
class CalendarFile:
    """A meeting calendar ("beredningsplan") with the file's own id and the board it is for."""

    id: str
    board: str
    calendar: MeetingCalendar
    location: Location


def read_plan(tree: Tree) -> tuple[Plan | CalendarFile | None, tuple[Problem, ...]]:
    """Read a file of ``data/planer``; its key "slag" says whether it is a plan or a calendar."""
    if tree.text_at("slag") == CalendarKind.CALENDAR:
        return _read_calendar(tree)
    model, problems = read_model(PlanModel, tree)
    if model is None:
        return None, problems
    spot = Spot(tree)
    meetings: MeetingCalendar | None = None
    if model.calendar:
        meetings, problems = calendar_of(model.calendar, spot / "beredningsplan", model.board)
    return _plan(model, meetings, spot), (*problems, *plan_problems(model, spot))


def _read_calendar(tree: Tree) -> tuple[CalendarFile | None, tuple[Problem, ...]]:
    model, problems = read_model(CalendarFileModel, tree)
    if model is None:
        return None, problems
    spot = Spot(tree)
    calendar, problems = calendar_of(model.calendar, spot / "beredningsplan", model.board)
    if model.is_example and not calendar.is_example:
        calendar = replace(calendar, is_example=True)
    return CalendarFile(model.id, model.board, calendar, (spot / "id").location), problems


def _plan(model: PlanModel, meetings: MeetingCalendar | None, spot: Spot) -> Plan:
    goals = tuple(_goal(goal, spot / "mål" / i) for i, goal in enumerate(model.goals))
    return Plan(
        id=model.id,
        kind=model.kind,
        name=model.name,
        short_name=model.short_name or model.name,
        board=model.board,
        first_year=model.first_year,
        last_year=model.last_year,
        head=model.head.to_domain(),
        goals=goals,
        other_indicators=_indicators(model.other_indicators, spot / "styrmått"),
        areas=tuple(_area(area, spot / "målområden" / i) for i, area in enumerate(model.areas)),
        economic_goal=model.economic_goal,
        assignments=tuple(assignments_of(model.assignments, spot / "riktade_uppdrag")),
        controls=tuple(controls_of(model.controls, spot / "internkontroll")),
        budget=tuple(budget_of(model.budget, spot / "budget")),
        meetings=meetings,
        profile=model.profile,
        mission=tuple(model.mission),
        governing_documents=tuple(model.governing_documents),
        is_example=model.is_example,
        agreements=tuple(agreements_of(model.agreements, spot / "överenskommelser")),
        monitoring=tuple(
            _monitoring(area, spot / "områden" / i) for i, area in enumerate(model.monitoring)
        ),
        directions=parts_of(model.directions),
        focus_areas=parts_of(model.focus_areas),
        background=tuple(model.background),
        continues=model.continues,
        location=(spot / "id").location,
    )


def _goal(model: GoalModel, spot: Spot) -> StrategicGoal:
    factors = tuple(
        SuccessFactor(
            id=factor.id,
            name=factor.name,
            short_name=factor.short_name or factor.name,
            indicators=_indicators(
                factor.indicators, spot / "framgångsfaktorer" / place / "styrmått"
            ),
        )
        for place, factor in enumerate(model.factors)
    )
    return StrategicGoal(
        id=model.id,
        name=model.name,
        factors=factors,
        vision_areas=tuple(model.vision_areas),
        description=model.description,
        statute=model.statute,
        intentions=tuple(model.intentions),
        perspective=model.perspective,
    )


def _monitoring(model: MonitoringAreaModel, spot: Spot) -> MonitoringArea:
    return MonitoringArea(model.id, model.name, _indicators(model.indicators, spot / "styrmått"))


def _indicators(models: list[IndicatorModel], spot: Spot) -> tuple[Indicator, ...]:
    return tuple(indicator_of(m, str(i + 1), spot / i) for i, m in enumerate(models))


def _area(model: AreaModel, spot: Spot) -> ActivityArea:
    activities = tuple(
        _activity(activity, spot / "aktiviteter" / place)
        for place, activity in enumerate(model.activities)
    )
    return ActivityArea(model.id, model.name, model.column_title, activities)


def _activity(model: ActivityModel, spot: Spot) -> Activity:
    return Activity(
        id=model.id,
        number=model.number,
        text=model.text,
        responsible=tuple(model.responsible),
        due=Due(model.printed_time, model.timing, tuple(model.months)),
        reports_to=tuple(model.reports_to),
        contributors=tuple(model.contributors),
        indicator=model.indicator,
        location=(spot / "id").location,
        contributes_to=tuple(model.contributes_to),
    )
