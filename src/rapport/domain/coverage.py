"""What the goals of a plan rest on ("täckning"): their measures, activities and assignments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapport.domain.activity import Activity
from rapport.domain.assignment import Assignment
from rapport.domain.plan import Indicator, Plan, StrategicGoal, SuccessFactor


@dataclass(frozen=True)
class Coverage:
    """What is done and measured for a goal, or for one success factor of it.

    ``factor`` is absent for the goal as a whole, which then holds what its factors hold too.
    Activities and assignments may stand in another plan than the goal.
    """

    goal: StrategicGoal
    factor: SuccessFactor | None
    measures: tuple[Indicator, ...]
    activities: tuple[Activity, ...]
    assignments: tuple[Assignment, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is measured or done."""
        return not (self.measures or self.activities or self.assignments)


def coverage_of(plan: Plan, plans: tuple[Plan, ...]) -> Iterator[Coverage]:
    """Each goal of a plan followed by its success factors, with what ``plans`` do for them."""
    for goal in plan.goals:
        yield _covered(plan, plans, goal, None)
        for factor in goal.factors:
            yield _covered(plan, plans, goal, factor)


def _covered(
    plan: Plan, plans: tuple[Plan, ...], goal: StrategicGoal, factor: SuccessFactor | None
) -> Coverage:
    factors = goal.factors if factor is None else (factor,)
    names = {part.id for part in factors} | ({goal.id} if factor is None else set())
    measures = tuple(indicator for part in factors for indicator in part.indicators)
    activities = tuple(
        activity
        for other in plans
        for area in other.areas
        for activity in area.activities
        if names & _aims_at(other, plan, activity.contributes_to)
        or _measured_by(other, plan, activity, measures)
    )
    assignments = tuple(
        assignment
        for other in plans
        for assignment in other.assignments
        if names & _aims_at(other, plan, assignment.contributes_to)
    )
    return Coverage(goal, factor, measures, activities, assignments)


def _aims_at(other: Plan, plan: Plan, named: tuple[str, ...]) -> set[str]:
    """The goals of a plan that are meant where another plan names them; its own come first."""
    if other.id == plan.id:
        return set(named)
    return set(named) - other.goal_ids


def _measured_by(
    other: Plan, plan: Plan, activity: Activity, measures: tuple[Indicator, ...]
) -> bool:
    """Whether an activity is measured by a measure of the goal, or by one of the same concept."""
    measure = next((each for each in other.indicators if each.id == activity.indicator), None)
    if measure is None:
        return False
    same_plan = other.id == plan.id
    return any(
        (same_plan and each.id == measure.id)
        or (measure.concept and each.concept == measure.concept)
        for each in measures
    )
