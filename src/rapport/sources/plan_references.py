"""Whether a plan file fits with itself: ids used once, and only measures that it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.domain.problem import Location, Problem
from rapport.sources.controls import step_places
from rapport.sources.indicator_file import indicator_problems
from rapport.sources.indicator_model import IndicatorModel
from rapport.sources.plan_model import ActivityModel, PlanModel
from rapport.sources.tree import Spot


def plan_problems(model: PlanModel, spot: Spot) -> Iterator[Problem]:
    """Everything in the file that does not fit together."""
    for indicator, place in _all_indicators(model, spot):
        yield from indicator_problems(indicator, place)
    yield from _doubles(model, spot)
    yield from _unknown_indicators(model, spot)


def _all_indicators(model: PlanModel, spot: Spot) -> Iterator[tuple[IndicatorModel, Spot]]:
    """Each measure of the plan with its place, in the order of the plan."""
    for i, goal in enumerate(model.goals):
        for j, factor in enumerate(goal.factors):
            factor_spot = spot / "mål" / i / "framgångsfaktorer" / j
            for k, indicator in enumerate(factor.indicators):
                yield indicator, factor_spot / "styrmått" / k
    for k, indicator in enumerate(model.other_indicators):
        yield indicator, spot / "styrmått" / k
    for i, area in enumerate(model.monitoring):
        for k, indicator in enumerate(area.indicators):
            yield indicator, spot / "områden" / i / "styrmått" / k


def _all_activities(model: PlanModel, spot: Spot) -> Iterator[tuple[ActivityModel, Spot]]:
    for i, area in enumerate(model.areas):
        for j, activity in enumerate(area.activities):
            yield activity, spot / "målområden" / i / "aktiviteter" / j


def _doubles(model: PlanModel, spot: Spot) -> Iterator[Problem]:
    """Ids used twice within the plan, for things that are referred to in the same way."""
    for i, agreement in enumerate(model.agreements):
        demands = spot / "överenskommelser" / i / "krav"
        yield from _repeated([(d.id, demands / j) for j, d in enumerate(agreement.requirements)])
    for named in _named_alike(model, spot):
        yield from _repeated(named)


def _named_alike(model: PlanModel, spot: Spot) -> Iterator[list[tuple[str, Spot]]]:
    """The ids of the plan with their places, in groups within which none may be repeated."""
    yield [(goal.id, spot / "mål" / i) for i, goal in enumerate(model.goals)]
    yield [
        (factor.id, spot / "mål" / i / "framgångsfaktorer" / j)
        for i, goal in enumerate(model.goals)
        for j, factor in enumerate(goal.factors)
    ]
    yield [(measure.id, place) for measure, place in _all_indicators(model, spot)]
    yield [(area.id, spot / "målområden" / i) for i, area in enumerate(model.areas)]
    yield [
        *((activity.id, place) for activity, place in _all_activities(model, spot)),
        *((a.id, spot / "riktade_uppdrag" / i) for i, a in enumerate(model.assignments)),
        *((c.id, spot / "internkontroll" / i) for i, c in enumerate(model.controls)),
    ]
    yield [(a.id, spot / "överenskommelser" / i) for i, a in enumerate(model.agreements)]
    yield [(area.id, spot / "områden" / i) for i, area in enumerate(model.monitoring)]
    yield [(part.id, spot / "inriktningar" / i) for i, part in enumerate(model.directions)]
    yield [(part.id, spot / "fokusområden" / i) for i, part in enumerate(model.focus_areas)]
    yield [(item.id, spot / "budget" / i) for i, item in enumerate(model.budget)]


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
    """What names a measure that the plan does not have."""
    known = {indicator.id for indicator, _ in _all_indicators(model, spot)}
    for name, place in _named_indicators(model, spot):
        if name and name not in known:
            yield Problem(
                (place / "styrmått").location,
                "okänt-styrmått",
                f'Planen har inget styrmått "{name}". Rätta id:t, eller lägg till styrmåttet.',
            )


def _named_indicators(model: PlanModel, spot: Spot) -> Iterator[tuple[str | None, Spot]]:
    """Activities, controls and demands that are measured by one of the plan's own measures."""
    for activity, place in _all_activities(model, spot):
        yield activity.indicator, place
    for i, control in enumerate(model.controls):
        for step, place in step_places(control, spot / "internkontroll" / i):
            if step.indicator_plan in {"", model.id}:
                yield step.indicator, place
    for i, agreement in enumerate(model.agreements):
        for j, demand in enumerate(agreement.requirements):
            yield demand.indicator, spot / "överenskommelser" / i / "krav" / j
