"""The months of a monitoring measure ("kontrollmått"): now, a year ago, so far and rolling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from rapport.domain.breakdown import MEN, TOTAL, WOMEN, Breakdown
from rapport.domain.outcome import Outcome
from rapport.domain.period import MONTHS_PER_YEAR, Grain, Period
from rapport.domain.plan import Indicator, MonitoringArea, Plan
from rapport.domain.quantity import MeasureKind, State
from rapport.fulfilment.cells import PUBLISHED_ONLY
from rapport.report.facts import Facts
from rapport.swedish import numbers

MONTHS_SHOWN = 24
"""How many months a sparkline covers: two years, so that the season shows."""
_ONLY_NOW = frozenset({MeasureKind.LEVEL, *PUBLISHED_ONLY})


@dataclass(frozen=True)
class MonthlyFigures:
    """One series of a measure: totals, women or men.

    ``cumulative`` and ``rolling`` are absent for measures that are a state at a point in time.
    """

    indicator: Indicator
    breakdown: Breakdown
    months: tuple[Outcome, ...]
    cumulative: Outcome | None
    cumulative_before: Outcome | None
    rolling: Outcome | None

    @property
    def now(self) -> Outcome:
        """The last month of the report's period."""
        return self.months[-1]

    @property
    def year_before(self) -> Outcome:
        """The same month last year."""
        return self.months[-1 - MONTHS_PER_YEAR]

    @property
    def change(self) -> Decimal | None:
        """The last month minus the same month last year, each as it is printed."""
        return difference(self.now, self.year_before, self.indicator)

    @property
    def is_known(self) -> bool:
        """Whether any month has a value or is hidden."""
        return any(month.state is not State.NOT_MEASURED for month in self.months)

    @property
    def latest(self) -> Outcome | None:
        """The last month that has a value."""
        return next((each for each in reversed(self.months) if each.value is not None), None)


def difference(now: Outcome, before: Outcome, indicator: Indicator) -> Decimal | None:
    """One value minus another, both rounded as printed, so that a reader gets the same."""
    if now.value is None or before.value is None:
        return None
    places = indicator.decimals
    return numbers.rounded(now.value, places) - numbers.rounded(before.value, places)


def figures(facts: Facts, indicator: Indicator) -> tuple[MonthlyFigures, ...]:
    """The measure as a whole, then women and men where the plan splits it and there are any."""
    sexes = (WOMEN, MEN) if indicator.split_by_sex else ()
    split = [_series(facts, indicator, each) for each in sexes]
    return (_series(facts, indicator, TOTAL), *(each for each in split if each.is_known))


def area_figures(facts: Facts, area: MonitoringArea) -> tuple[MonthlyFigures, ...]:
    """Every series of an area's measures, in the order of the plan."""
    return tuple(each for indicator in area.indicators for each in figures(facts, indicator))


def monitored(facts: Facts, wanted: str | None) -> Iterator[tuple[Plan, MonitoringArea]]:
    """The areas of the report's plans, or of the one that is wanted.

    A unit's report has only the measures that the unit has ever reported.
    """
    for plan in facts.plans:
        for area in plan.monitoring if wanted in {None, plan.id} else ():
            known = tuple(each for each in area.indicators if _concerns(facts, each))
            if known:
                yield plan, replace(area, indicators=known)


def _concerns(facts: Facts, indicator: Indicator) -> bool:
    return facts.is_whole_region or _series(facts, indicator, TOTAL).is_known


def last_month(facts: Facts) -> Period:
    """The month that the report is as of."""
    return facts.occasion.period.months[-1]


def shown_months(facts: Facts) -> tuple[Period, ...]:
    """The months of the occasion that get columns of their own: none for a single month."""
    period = facts.occasion.period
    return () if period.grain is Grain.MONTH else period.months


def _series(facts: Facts, indicator: Indicator, breakdown: Breakdown) -> MonthlyFigures:
    month = last_month(facts)
    window = Period(month.last - MONTHS_SHOWN + 1, month.last)

    def of(period: Period) -> Outcome:
        return facts.evaluation.outcome(indicator, facts.organisation.id, breakdown, period)

    sums = indicator.kind not in _ONLY_NOW
    return MonthlyFigures(
        indicator,
        breakdown,
        tuple(of(each) for each in window.months),
        of(month.cumulative) if sums else None,
        of(month.years_earlier().cumulative) if sums else None,
        of(month.rolling_year) if sums else None,
    )
