"""From a target in a plan file to the domain's target ("mål")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from rapport.domain.target import (
    Above,
    Aim,
    AtLeast,
    AtMost,
    Below,
    Bound,
    Directional,
    EveryUnit,
    Exactly,
    MeanOverYears,
    SinceYear,
    Target,
    TwoLevels,
    Within,
    Yes,
)
from rapport.sources.target_model import YEAR_BEFORE, Condition, TargetModel

_BOUNDS: Mapping[Condition, Callable[[Decimal], Bound]] = {
    Condition.AT_LEAST: AtLeast,
    Condition.AT_MOST: AtMost,
    Condition.BELOW: Below,
    Condition.ABOVE: Above,
}
_AIMS = {
    Condition.INCREASE: Aim.INCREASE,
    Condition.DECREASE: Aim.DECREASE,
    Condition.MAINTAIN: Aim.MAINTAIN,
}


def target_of(model: TargetModel) -> Target:
    """The target; the model has made sure that its condition has its figures."""
    if model.condition in _AIMS:
        direction = Directional(_AIMS[model.condition])
        return direction if model.compared_year is None else _since(model, direction)
    value = model.value or Decimal(0)
    if model.condition in _BOUNDS:
        return _of_bound(model, _BOUNDS[model.condition](value))
    match model.condition:
        case Condition.EXACTLY:
            return Exactly(value)
        case Condition.YES:
            return Yes()
        case _:
            return Within(model.low or Decimal(0), model.high or Decimal(0))


def _of_bound(model: TargetModel, bound: Bound) -> Target:
    """A number to reach, by the figure that the plan holds against it."""
    if model.every_unit:
        return EveryUnit(bound)
    if model.years is not None:
        return MeanOverYears(bound, model.years)
    if model.moderate is not None:
        return TwoLevels(bound, model.moderate)
    return bound if model.compared_year is None else _since(model, bound)


def _since(model: TargetModel, condition: Bound | Directional) -> SinceYear:
    year = model.compared_year
    return SinceYear(condition, None if year == YEAR_BEFORE else year)
