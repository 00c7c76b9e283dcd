"""Judgement ("bedömning") of one value: the target in force, the distance and the verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.outcome import Blocker, EffectiveTarget, Reference, Verdict
from rapport.domain.period import Period
from rapport.domain.target import Directional, Tolerance
from rapport.fulfilment import baseline
from rapport.fulfilment.case import Case
from rapport.fulfilment.rules import (
    distance,
    judged_direction,
    judged_number,
    margin,
    tolerance_for,
    tolerance_of_direction,
)
from rapport.fulfilment.target_path import for_part_of_year, stated_targets, target_for_year


@dataclass(frozen=True)
class Judgement:
    """A verdict and what it rests on, or the reason there is none."""

    target: EffectiveTarget | None = None
    reference: Reference | None = None
    tolerance: Tolerance | None = None
    deviation: Decimal | None = None
    verdict: Verdict = Verdict.NOT_ASSESSABLE
    blocker: Blocker | None = None


def target_in_force(case: Case, breakdown: Breakdown, period: Period) -> EffectiveTarget | None:
    """The target for the case's year, or for the part of it that a count has had time for.

    Before its first year a plan asks for nothing; looking back, such figures are only shown.
    """
    if case.occasion.year < case.plan.first_year:
        return None
    target = target_for_year(case.indicator, breakdown, case.occasion.year)
    season = case.target_season(breakdown, period)
    return for_part_of_year(target, season.share) if target and season else target


def comparison(case: Case, breakdown: Breakdown, period: Period) -> baseline.Comparison:
    """What a direction is compared with, for the region or one of its units."""
    if case.is_top:
        return baseline.of_region(
            case.outcomes, case.organisation, breakdown, period, case.region.share_years
        )
    return baseline.of_unit(case.outcomes, case.organisation, breakdown, period)


def judged(case: Case, breakdown: Breakdown, value: Decimal | None, period: Period) -> Judgement:
    """Judge a value over a period; without a value only the target in force is found."""
    target = target_in_force(case, breakdown, period)
    if target is None:
        return Judgement(blocker=Blocker.NO_TARGET)
    if not case.is_top and not case.indicator.target_for_units:
        return Judgement(blocker=Blocker.TARGET_NOT_FOR_UNIT)
    compared = comparison(case, breakdown, period)
    if isinstance(target.target, Directional):
        return _against_baseline(case, target, target.target, value, compared)
    found = Judgement(target, tolerance=tolerance_for(case.indicator, case.region.profile))
    if value is None or found.tolerance is None:
        return found
    start = compared.reference.value if compared.reference else None
    allowed = margin(found.tolerance, target.target, value, start)
    return replace(
        found,
        deviation=distance(target.target, value),
        verdict=judged_number(target.target, value, allowed),
    )


def _against_baseline(
    case: Case,
    target: EffectiveTarget,
    direction: Directional,
    value: Decimal | None,
    compared: baseline.Comparison,
) -> Judgement:
    reference = compared.reference
    tolerance = tolerance_of_direction(case.indicator, case.region.profile, direction.aim)
    found = Judgement(target, reference, tolerance, blocker=compared.blocker)
    if reference is None or value is None:
        return found
    decimals = case.indicator.decimals
    if compared.decimals is not None:
        decimals = min(decimals, compared.decimals)
    start = reference.value
    allowed = margin(tolerance, direction, value, start) if tolerance else Decimal(0)
    return replace(
        found,
        deviation=distance(direction, value, start),
        verdict=judged_direction(direction.aim, value, start, decimals, allowed),
    )


def parts_of(case: Case, breakdown: Breakdown) -> tuple[Breakdown, ...]:
    """The series whose verdicts make up this one's; none when it is judged on its own value.

    A judged dimension (nybesök and återbesök) makes up the whole; so do women and men when
    each must meet the target, when only they have targets, or when a direction has
    baselines for them alone.
    """
    series = case.indicator.judged_series
    if not breakdown.dimensions and any(one.dimensions for one in series):
        return tuple(one.with_sex(breakdown.sex) for one in series)
    if breakdown.sex is None and case.indicator.split_by_sex and _by_sex(case, breakdown):
        return tuple(breakdown.with_sex(sex) for sex in Sex)
    return ()


def _by_sex(case: Case, breakdown: Breakdown) -> bool:
    indicator = case.indicator
    if indicator.both_sexes:
        return True
    if not stated_targets(indicator, breakdown):
        return all(stated_targets(indicator, breakdown.with_sex(sex)) for sex in Sex)
    target = target_for_year(indicator, breakdown, case.occasion.year)
    return (
        case.is_top
        and target is not None
        and isinstance(target.target, Directional)
        and not baseline.stated(indicator, breakdown)
        and baseline.has_for_each_sex(indicator, breakdown)
    )
