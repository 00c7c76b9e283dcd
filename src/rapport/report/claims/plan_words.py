"""Numbers that the plans themselves write ("minst 10 läkemedel"): texts may repeat them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.plan import Plan
from rapport.domain.problem import NOWHERE
from rapport.domain.quantity import Unit
from rapport.report.claims.typed_numbers import TypedNumber, typed_numbers
from rapport.report.claims.written import Written

_Key = tuple[Decimal, Unit | None, str]


@dataclass(frozen=True)
class PlanWords:
    """The numbers in the words of plans, each with what it counts."""

    numbers: frozenset[_Key]

    @staticmethod
    def of(plans: tuple[Plan, ...]) -> PlanWords:
        """Every number in the names, definitions, footnotes and tasks of plans."""
        texts = " \n\n".join(text for plan in plans for text in _texts(plan))
        source = NarrativeText("plan", texts, TextStatus.APPROVED, "", NOWHERE)
        return PlanWords(frozenset(_key(each) for each in typed_numbers(Written(source))))

    def have(self, typed: TypedNumber) -> bool:
        """Whether a plan writes the same number of the same thing."""
        return _key(typed) in self.numbers


def _key(typed: TypedNumber) -> _Key:
    return typed.value, typed.unit, typed.following[:5]


def _texts(plan: Plan) -> Iterator[str]:
    yield from (plan.name, plan.economic_goal, *plan.mission)
    for goal in plan.goals:
        yield from (goal.name, goal.description, *goal.vision_areas)
        yield from (factor.name for factor in goal.factors)
    for indicator in plan.indicators:
        yield from (indicator.name, indicator.short_name, indicator.definition)
        yield from (indicator.numerator_name, indicator.denominator_name, *indicator.footnotes)
    for area in plan.areas:
        yield from (activity.text for activity in area.activities)
    for assignment in plan.assignments:
        yield from (assignment.short_name, assignment.text)
    for control in plan.controls:
        yield from (control.text, *(step.method for step in control.steps))
