"""The figure that is judged ("bedömt värde") where it is not the outcome: worst unit, mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from rapport.domain.breakdown import Breakdown
from rapport.domain.outcome import Blocker, JudgedFigure, Outcome
from rapport.domain.period import Period
from rapport.domain.quantity import State
from rapport.domain.target import (
    Above,
    AtLeast,
    Bound,
    EveryUnit,
    MeanOverYears,
    Target,
)
from rapport.fulfilment.case import Case
from rapport.fulfilment.rules import reached


@dataclass(frozen=True)
class Held:
    """A figure to hold against a target, or why there is none."""

    value: Decimal | None
    figure: JudgedFigure | None = None
    blocker: Blocker | None = None


def to_judge(
    case: Case, breakdown: Breakdown, target: Target, value: Decimal, period: Period
) -> Held:
    """The figure that the target speaks of: the outcome itself unless it says otherwise."""
    match target:
        case EveryUnit(bound) if case.outcomes.reporting_below(case.organisation):
            return _worst(case, breakdown, bound, period)
        case MeanOverYears(_, years):
            return _mean(case, breakdown, value, period, years)
        case _:
            return Held(value)


def _worst(case: Case, breakdown: Breakdown, bound: Bound, period: Period) -> Held:
    """The unit furthest on the bad side; with a figure missing it must already miss the target."""
    units = case.outcomes.reporting_below(case.organisation)
    found = [(unit, case.outcomes.of(unit, breakdown, period)) for unit in units]
    known = [(outcome.value, unit, outcome) for unit, outcome in found if outcome.value is not None]
    hidden = any(outcome.state is State.SUPPRESSED for _, outcome in found)
    unknown = Held(None, blocker=Blocker.SUPPRESSED if hidden else Blocker.UNIT_MISSING)
    if not known:
        return unknown
    pick = min if isinstance(bound, AtLeast | Above) else max
    value, unit, outcome = pick(known, key=lambda each: each[0])
    all_known = len(known) == len([o for _, o in found if not _is_exempt(o)])
    if not all_known and reached(bound, value):
        return unknown
    return Held(value, JudgedFigure(value, (outcome,), unit))


def _is_exempt(outcome: Outcome) -> bool:
    """Whether a unit has nothing to meet: the measure does not apply, or nobody is counted."""
    nothing_asked = not outcome.expected and not outcome.missing
    return outcome.state is State.NOT_ASSESSABLE or (
        outcome.state is State.NOT_MEASURED and nothing_asked
    )


def _mean(case: Case, breakdown: Breakdown, value: Decimal, period: Period, years: int) -> Held:
    """The plain mean of the same months of so many years, this year's figure first."""
    earlier = [
        case.outcomes.of(case.organisation, breakdown, period.years_earlier(back))
        for back in range(1, years)
    ]
    values = [value, *(outcome.value for outcome in earlier if outcome.value is not None)]
    if len(values) < years:
        hidden = any(outcome.state is State.SUPPRESSED for outcome in earlier)
        return Held(None, blocker=Blocker.SUPPRESSED if hidden else Blocker.NO_EARLIER_YEAR)
    now = replace(case.outcomes.of(case.organisation, breakdown, period), value=value)
    mean = sum(values, Decimal(0)) / years
    return Held(mean, JudgedFigure(mean, (now, *earlier)))
