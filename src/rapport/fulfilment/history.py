"""History ("utveckling"): the same measure at earlier occasions, and month by month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.breakdown import TOTAL, Breakdown
from rapport.domain.outcome import Assessment, Outcome
from rapport.domain.period import MONTHS_PER_YEAR, Grain, Occasion, Period
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import State
from rapport.domain.target import Baseline, BaselineKind
from rapport.fulfilment.evaluation import Evaluation


def occasions(last: Occasion, count: int) -> tuple[Occasion, ...]:
    """The last few occasions of the same kind: T3-2023, T1-2024, T2-2024."""
    length = last.period.length
    return tuple(Occasion(last.period.shifted(-length * back)) for back in reversed(range(count)))


def history(
    evaluation: Evaluation, plan: Plan, indicator: Indicator, organisation: str, count: int = 4
) -> tuple[Assessment, ...]:
    """The headline of a measure at the last occasions, the present one last."""
    return tuple(
        evaluation.headline(plan, indicator, organisation, occasion)
        for occasion in occasions(evaluation.occasion, count)
    )


@dataclass(frozen=True)
class TertialPoint:
    """A tertial in a series: an assessed outcome, or the plan's printed baseline for it."""

    period: Period
    assessment: Assessment | None = None
    baseline: Baseline | None = None

    @property
    def value(self) -> Decimal | None:
        """The figure to draw, if there is one."""
        if self.assessment is not None and self.assessment.outcome.value is not None:
            return self.assessment.outcome.value
        return self.baseline.value if self.baseline else None


def tertial_series(
    evaluation: Evaluation,
    plan: Plan,
    indicator: Indicator,
    organisation: str,
    breakdown: Breakdown = TOTAL,
) -> tuple[TertialPoint, ...]:
    """Every tertial since the first baseline or measured year; baselines only for the region."""
    top = organisation == evaluation.region.organisations.top
    printed = {
        baseline.period: baseline
        for baseline in indicator.baselines
        if top
        and baseline.breakdown == breakdown
        and baseline.kind is BaselineKind.MEASURED
        and baseline.period is not None
        and baseline.period.grain is Grain.TERTIAL
    }
    first = min([evaluation.first_year(plan, indicator), *(period.year for period in printed)])
    points = []
    for period in Period(first * MONTHS_PER_YEAR, evaluation.occasion.period.last).months:
        tertial = Period(period.last - Grain.TERTIAL.months + 1, period.last)
        if tertial.grain is not Grain.TERTIAL:
            continue
        assessed = evaluation.assess(plan, indicator, organisation, Occasion(tertial))
        found = next((one for one in assessed if one.breakdown == breakdown), None)
        measured = found if found and found.outcome.state is not State.NOT_MEASURED else None
        points.append(TertialPoint(tertial, measured, printed.get(tertial)))
    return tuple(points)


@dataclass(frozen=True)
class CumulativeSeries:
    """A count month by month from January: this year, last year, and the target's path."""

    year: int
    current: tuple[Outcome, ...]
    last_year: tuple[Outcome, ...]
    target_path: tuple[Decimal, ...]


def cumulative_series(
    evaluation: Evaluation,
    plan: Plan,
    indicator: Indicator,
    organisation: str,
    breakdown: Breakdown = TOTAL,
) -> CumulativeSeries:
    """The accumulated months; each line stops at its first month that cannot be shown."""
    now = evaluation.occasion.period

    def line(year: int, until: int) -> tuple[Outcome, ...]:
        found: list[Outcome] = []
        for month in range(1, until + 1):
            period = Period.month(year, month).cumulative
            outcome = evaluation.outcome(indicator, organisation, breakdown, period)
            if outcome.state is not State.MEASURED:
                break
            found.append(outcome)
        return tuple(found)

    target = evaluation.headline(plan, indicator, organisation).target
    goal = target.year_value if target else None
    path = evaluation.target_path(indicator, organisation, now.year, goal) if goal else ()
    return CumulativeSeries(
        now.year, line(now.year, now.last_month), line(now.year - 1, MONTHS_PER_YEAR), path
    )
