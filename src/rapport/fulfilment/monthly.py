"""Months of a measure as a control chart ("styrdiagram"), protected like everything else."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.breakdown import TOTAL, Breakdown
from rapport.domain.outcome import Assessment
from rapport.domain.period import MONTHS_PER_YEAR, Period
from rapport.domain.plan import Indicator, Plan
from rapport.domain.variation import ControlSeries
from rapport.fulfilment.evaluation import Evaluation
from rapport.fulfilment.target_path import threshold
from rapport.fulfilment.xmr import FEWEST, xmr


@dataclass(frozen=True)
class MonthlySeries:
    """The judged months, oldest first, and the target they were held against."""

    months: tuple[Period, ...]
    control: ControlSeries
    target: Decimal | None


def monthly_series(
    evaluation: Evaluation,
    plan: Plan,
    indicator: Indicator,
    organisation: str,
    breakdown: Breakdown = TOTAL,
) -> MonthlySeries | None:
    """The last unbroken run of months; nothing when there are fewer than thirteen.

    A month that is missing or hidden ends the run, so that no limit rests on a gap.
    """
    start = evaluation.first_year(plan, indicator) * MONTHS_PER_YEAR
    found: list[tuple[Period, Decimal]] = []
    for month in reversed(Period(start, evaluation.occasion.period.last).months):
        value = evaluation.outcome(indicator, organisation, breakdown, month).value
        if value is None:
            break
        found.insert(0, (month, value))
    headline = evaluation.headline(plan, indicator, organisation)
    target = _monthly_target(indicator, headline)
    control = xmr([value for _, value in found], indicator.better, target)
    if control is None or len(found) < FEWEST:
        return None
    return MonthlySeries(tuple(month for month, _ in found), control, target)


def _monthly_target(indicator: Indicator, headline: Assessment) -> Decimal | None:
    """The number a single month can be held against: not that of a whole year's count."""
    yearly = indicator.kind.accumulates or indicator.denominator_is_stock
    if yearly or headline.target is None:
        return None
    return threshold(headline.target.target)
