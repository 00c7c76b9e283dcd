"""Baselines ("ingångsvärden"): what an outcome may be compared with, same months to same months."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.outcome import Blocker, Reference
from rapport.domain.period import MONTHS_PER_YEAR, Period
from rapport.domain.plan import Indicator
from rapport.domain.quantity import State
from rapport.domain.target import Baseline, BaselineKind
from rapport.fulfilment.aggregation import IndicatorOutcomes
from rapport.fulfilment.season import learnt


def same_months(one: Period, other: Period) -> bool:
    """Whether two periods are the same months of their years (T2-2021 and T2-2024)."""
    return one.length == other.length and one.last_month == other.last_month


def _whole_year(period: Period) -> bool:
    return period.length == MONTHS_PER_YEAR


def stated(indicator: Indicator, breakdown: Breakdown) -> tuple[Baseline, ...]:
    """The plan's baselines for a series; for a count everybody is women plus men."""
    own = tuple(b for b in indicator.baselines if b.breakdown == breakdown)
    if own or breakdown.sex is not None or not indicator.kind.accumulates:
        return own
    women, men = (
        [b for b in indicator.baselines if b.breakdown == breakdown.with_sex(sex)] for sex in Sex
    )
    return tuple(
        Baseline(
            BaselineKind.MEASURED,
            one.period,
            breakdown,
            f"{one.printed}, {other.printed}",
            one.value + other.value,
            max(one.decimals, other.decimals),
        )
        for one in women
        for other in men
        if one.period == other.period
        and one.value is not None
        and other.value is not None
        and {one.kind, other.kind} == {BaselineKind.MEASURED}
        and one.compared
        and other.compared
    )


def has_for_each_sex(indicator: Indicator, breakdown: Breakdown) -> bool:
    """Whether the plan states baselines for women and for men of a series."""
    return all(
        any(b.breakdown == breakdown.with_sex(sex) for b in indicator.baselines) for sex in Sex
    )


def to_show(indicator: Indicator, breakdown: Breakdown, period: Period) -> Baseline | None:
    """The baseline that a table prints beside an outcome: the nearest to comparable."""

    def rank(baseline: Baseline) -> tuple[bool, bool, bool, bool]:
        own = baseline.period
        return (
            not baseline.compared,
            own is None or not same_months(own, period),
            own is None or not _whole_year(own),
            baseline.kind is not BaselineKind.MEASURED,
        )

    return min(stated(indicator, breakdown), key=rank, default=None)


@dataclass(frozen=True)
class Comparison:
    """What a direction is judged against, or why there is nothing to judge against."""

    reference: Reference | None = None
    blocker: Blocker | None = None

    @property
    def decimals(self) -> int | None:
        """The precision of a printed baseline; computed ones have the measure's own."""
        if self.reference is None or self.reference.share is not None:
            return None
        return self.reference.baseline.decimals


def of_region(
    outcomes: IndicatorOutcomes,
    organisation: str,
    breakdown: Breakdown,
    period: Period,
    share_years: int,
) -> Comparison:
    """The comparable baseline of the whole region.

    First the same months; then, for a count whose baseline is a whole year, the same
    months measured that year, or else the year scaled by season; for other kinds the
    year's value as it stands.
    """
    candidates = stated(outcomes.indicator, breakdown)
    usable = [
        (b, b.period, b.value)
        for b in candidates
        if b.kind is BaselineKind.MEASURED and b.compared and b.period and b.value is not None
    ]
    for baseline, own, value in usable:
        if same_months(own, period):
            return Comparison(Reference(baseline, value))
    for baseline, own, value in usable:
        if not _whole_year(own):
            continue
        if not outcomes.indicator.kind.accumulates or _whole_year(period):
            return Comparison(Reference(baseline, value))
        measured = outcomes.of(
            organisation, breakdown, period.years_earlier(period.year - own.year)
        )
        if measured.state is State.MEASURED and measured.value is not None and value:
            return Comparison(Reference(baseline, measured.value, measured.value / value))
        share = learnt(outcomes, organisation, breakdown, period, share_years).share
        return Comparison(Reference(baseline, value * share, share))
    unreadable = any(b.kind is BaselineKind.UNREADABLE and b.compared for b in candidates)
    return Comparison(blocker=Blocker.UNREADABLE_BASELINE if unreadable else Blocker.NO_BASELINE)


def of_year(
    outcomes: IndicatorOutcomes,
    organisation: str,
    breakdown: Breakdown,
    period: Period,
    year: int,
) -> Comparison:
    """The outcome of the same months another year; for the region also as the plan printed it."""
    earlier = period.years_earlier(period.year - year)
    measured = outcomes.of(organisation, breakdown, earlier)
    if measured.state is State.MEASURED and measured.value is not None:
        decimals = outcomes.indicator.decimals
        found = Baseline(
            BaselineKind.MEASURED, earlier, breakdown, "", measured.value, decimals, compared=False
        )
        return Comparison(Reference(found, measured.value))
    if measured.state is State.SUPPRESSED:
        return Comparison(blocker=Blocker.SUPPRESSED)
    printed = stated(outcomes.indicator, breakdown) if outcomes.is_top(organisation) else ()
    for baseline in printed:
        if baseline.period == earlier and baseline.value is not None and _is_usable(baseline):
            return Comparison(Reference(baseline, baseline.value))
    return Comparison(blocker=Blocker.NO_EARLIER_YEAR)


def _is_usable(baseline: Baseline) -> bool:
    return baseline.kind is BaselineKind.MEASURED and baseline.compared


def of_unit(
    outcomes: IndicatorOutcomes, organisation: str, breakdown: Breakdown, period: Period
) -> Comparison:
    """The comparable baseline of a unit: its own measured figure from the baseline year.

    The plan's baseline is the region's; a unit is to improve on itself.
    """
    years = {b.period.year for b in outcomes.indicator.baselines if b.period and b.compared}
    blocker = Blocker.NO_BASELINE
    for year in sorted(years, reverse=True):
        earlier = period.years_earlier(period.year - year)
        measured = outcomes.of(organisation, breakdown, earlier)
        if measured.state is State.MEASURED and measured.value is not None:
            baseline = Baseline(
                BaselineKind.MEASURED,
                earlier,
                breakdown,
                "",
                measured.value,
                outcomes.indicator.decimals,
            )
            return Comparison(Reference(baseline, measured.value))
        if measured.state is State.SUPPRESSED:
            blocker = Blocker.SUPPRESSED
    return Comparison(blocker=blocker)
