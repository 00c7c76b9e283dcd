"""From a plan file to the domain's plan, or to a meeting calendar that has its own file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapport.domain.activity import Activity, ActivityArea, Due
from rapport.domain.assignment import Assignment
from rapport.domain.control import Control, ControlStep
from rapport.domain.meetings import MeetingCalendar
from rapport.domain.plan import BudgetItem, Indicator, Plan, StrategicGoal, SuccessFactor
from rapport.domain.problem import Location, Problem
from rapport.sources.calendar_file import calendar_of
from rapport.sources.indicator_file import indicator_of, indicator_problems
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
        meetings, problems = calendar_of(model.calendar, spot / "beredningsplan")
    problems = (*problems, *_indicator_problems(model, spot), *_doubles(model, spot))
    problems = (*problems, *_unknown_indicators(model, spot))
    return _plan(model, meetings, spot), problems


def _read_calendar(tree: Tree) -> tuple[CalendarFile | None, tuple[Problem, ...]]:
    model, problems = read_model(CalendarFileModel, tree)
    if model is None:
        return None, problems
    spot = Spot(tree)
    calendar, problems = calendar_of(model.calendar, spot / "beredningsplan")
    if model.is_example and not calendar.is_example:
        calendar = MeetingCalendar(
            calendar.year, calendar.rows, calendar.stage_names, calendar.notes, is_example=True
        )
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
        assignments=tuple(_assignments(model, spot / "riktade_uppdrag")),
        controls=tuple(_controls(model, spot / "internkontroll")),
        budget=tuple(_budget(model, spot / "budget")),
        meetings=meetings,
        profile=model.profile,
        mission=tuple(model.mission),
        governing_documents=tuple(model.governing_documents),
        is_example=model.is_example,
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
        model.id, model.name, factors, tuple(model.vision_areas), model.description
    )


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
    )


def _assignments(model: PlanModel, spot: Spot) -> Iterator[Assignment]:
    for place, assignment in enumerate(model.assignments):
        yield Assignment(
            id=assignment.id,
            number=assignment.number or str(place + 1),
            text=assignment.text,
            short_name=assignment.short_name or assignment.text,
            location=(spot / place / "id").location,
        )


def _controls(model: PlanModel, spot: Spot) -> Iterator[Control]:
    for place, control in enumerate(model.controls):
        yield Control(
            id=control.id,
            text=control.text,
            steps=(ControlStep(tuple(control.performers), control.method, control.indicator),),
            location=(spot / place / "id").location,
        )


def _budget(model: PlanModel, spot: Spot) -> Iterator[BudgetItem]:
    for place, item in enumerate(model.budget):
        location = (spot / place / "id").location
        yield BudgetItem(item.id, item.name, item.year, item.amount, item.unit, location=location)


def _all_indicators(model: PlanModel, spot: Spot) -> Iterator[tuple[IndicatorModel, Spot]]:
    """Each measure of the plan with its place, in the order of the plan."""
    for i, goal in enumerate(model.goals):
        for j, factor in enumerate(goal.factors):
            factor_spot = spot / "mål" / i / "framgångsfaktorer" / j
            for k, indicator in enumerate(factor.indicators):
                yield indicator, factor_spot / "styrmått" / k
    for k, indicator in enumerate(model.other_indicators):
        yield indicator, spot / "styrmått" / k


def _all_activities(model: PlanModel, spot: Spot) -> Iterator[tuple[ActivityModel, Spot]]:
    for i, area in enumerate(model.areas):
        for j, activity in enumerate(area.activities):
            yield activity, spot / "målområden" / i / "aktiviteter" / j


def _indicator_problems(model: PlanModel, spot: Spot) -> Iterator[Problem]:
    for indicator, place in _all_indicators(model, spot):
        yield from indicator_problems(indicator, place)


def _doubles(model: PlanModel, spot: Spot) -> Iterator[Problem]:
    """Ids used twice within the plan, for things that are referred to in the same way."""
    goals = [(goal.id, spot / "mål" / i) for i, goal in enumerate(model.goals)]
    factors = [
        (factor.id, spot / "mål" / i / "framgångsfaktorer" / j)
        for i, goal in enumerate(model.goals)
        for j, factor in enumerate(goal.factors)
    ]
    items = [
        *((activity.id, place) for activity, place in _all_activities(model, spot)),
        *((a.id, spot / "riktade_uppdrag" / i) for i, a in enumerate(model.assignments)),
        *((c.id, spot / "internkontroll" / i) for i, c in enumerate(model.controls)),
    ]
    yield from _repeated(goals)
    yield from _repeated(factors)
    yield from _repeated([(m.id, place) for m, place in _all_indicators(model, spot)])
    yield from _repeated([(area.id, spot / "målområden" / i) for i, area in enumerate(model.areas)])
    yield from _repeated(items)
    yield from _repeated([(item.id, spot / "budget" / i) for i, item in enumerate(model.budget)])


def _repeated(named: Iterable[tuple[str, Spot]]) -> Iterator[Problem]:
    seen: dict[str, Location] = {}
    for name, spot in named:
        location = (spot / "id").location
        if name in seen:
            yield Problem(
                location,
                "dubbelt-id",
                f'Id:t "{name}" används redan på rad {seen[name].line}. Ge det ena ett annat id.',
            )
        seen.setdefault(name, location)


def _unknown_indicators(model: PlanModel, spot: Spot) -> Iterator[Problem]:
    """Activities and controls that name a measure which the plan does not have."""
    known = {indicator.id for indicator, _ in _all_indicators(model, spot)}
    named = [
        *((activity.indicator, place) for activity, place in _all_activities(model, spot)),
        *((c.indicator, spot / "internkontroll" / i) for i, c in enumerate(model.controls)),
    ]
    for name, place in named:
        if name and name not in known:
            yield Problem(
                (place / "styrmått").location,
                "okänt-styrmått",
                f'Planen har inget styrmått "{name}". Rätta id:t, eller lägg till styrmåttet.',
            )
