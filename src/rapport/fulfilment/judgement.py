"""Judgement ("bedömning") of one value: the target in force, the distance and the verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.outcome import Blocker, EffectiveTarget, JudgedFigure, Reference, Verdict
from rapport.domain.period import Period
from rapport.domain.plan import Better
from rapport.domain.region import ProfileKind
from rapport.domain.target import (
    Aim,
    Directional,
    Plain,
    SinceYear,
    Tolerance,
    TwoLevels,
    held_against,
)
from rapport.fulfilment import baseline
from rapport.fulfilment.case import Case
from rapport.fulfilment.judged_figure import to_judge
from rapport.fulfilment.rules import (
    distance,
    is_undecided,
    judged_direction,
    judged_limits,
    judged_number,
    limits_in_force,
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
    figure: JudgedFigure | None = None


def target_in_force(case: Case, breakdown: Breakdown, period: Period) -> EffectiveTarget | None:
    """The target for the case's year, or for the part of it that a count has had time for.

    Before its first year a plan asks for nothing; looking back, such figures are only shown.
    A profile that goes by the trend alone puts last year in the target's place.
    """
    if case.occasion.year < case.plan.first_year:
        return None
    if case.profile.kind is ProfileKind.TREND:
        return _trend_target(case)
    target = target_for_year(case.indicator, breakdown, case.occasion.year)
    season = case.target_season(breakdown, period)
    return for_part_of_year(target, season.share) if target and season else target


_TRENDS = {Better.HIGHER: Aim.INCREASE, Better.LOWER: Aim.DECREASE}


def _trend_target(case: Case) -> EffectiveTarget | None:
    aim = _TRENDS.get(case.indicator.better)
    return EffectiveTarget(SinceYear(Directional(aim)), case.occasion.year) if aim else None


def comparison(case: Case, breakdown: Breakdown, period: Period) -> baseline.Comparison:
    """What a direction is compared with, for the region or one of its units."""
    if case.is_top:
        return baseline.of_region(
            case.outcomes, case.organisation, breakdown, period, case.region.share_years
        )
    return baseline.of_unit(case.outcomes, case.organisation, breakdown, period)


def judged(case: Case, breakdown: Breakdown, value: Decimal | None, period: Period) -> Judgement:
    """Judge a value over a period; without a value only the target in force is found."""
    by_trend = case.profile.kind is ProfileKind.TREND
    target = target_in_force(case, breakdown, period)
    if target is None:
        return Judgement(blocker=Blocker.NO_DIRECTION if by_trend else Blocker.NO_TARGET)
    if not case.is_top and not case.indicator.target_for_units and not by_trend:
        return Judgement(blocker=Blocker.TARGET_NOT_FOR_UNIT)
    return _Trial(case, breakdown, value, period).of(target)


@dataclass(frozen=True)
class _Trial:
    """One value held against a target by the plan's profile ("prövning")."""

    case: Case
    breakdown: Breakdown
    value: Decimal | None
    period: Period

    @property
    def binary(self) -> bool:
        """Whether the profile has no partly met."""
        return self.case.profile.kind is ProfileKind.BINARY

    def of(self, target: EffectiveTarget) -> Judgement:
        """The judgement against a target of any kind."""
        if isinstance(target.target, SinceYear):
            return self._since_year(target, target.target)
        compared = comparison(self.case, self.breakdown, self.period)
        if isinstance(target.target, Directional):
            return self._against_baseline(target, target.target, compared)
        return self._against_number(
            target, compared.reference.value if compared.reference else None
        )

    def _since_year(self, target: EffectiveTarget, since: SinceYear) -> Judgement:
        """Against another year's own figure: a direction from it, or a change added to it."""
        year = since.year if since.year is not None else self.period.year - 1
        case = self.case
        compared = baseline.of_year(
            case.outcomes, case.organisation, self.breakdown, self.period, year
        )
        if isinstance(since.condition, Directional):
            plain = replace(target, target=since.condition, stated=since)
            return self._against_baseline(plain, since.condition, compared)
        reference = compared.reference
        if reference is None:
            return Judgement(target, blocker=compared.blocker)
        bound = replace(since.condition, value=reference.value + since.condition.value)
        plain = replace(target, target=bound, stated=since)
        return replace(self._against_number(plain, reference.value), reference=reference)

    def _against_number(self, target: EffectiveTarget, start: Decimal | None) -> Judgement:
        """Against a number, interval or yes, with what the profile calls partly met."""
        plain = held_against(target.target)
        found = Judgement(target, tolerance=self._tolerance(target))
        if self.value is None or plain is None:
            return found
        if self.case.profile.kind is ProfileKind.LIMITS and not self._has_own_rule(target):
            return replace(found, blocker=Blocker.NO_LIMITS)
        held = to_judge(self.case, self.breakdown, target.target, self.value, self.period)
        if held.value is None:
            return replace(found, blocker=held.blocker)
        return replace(
            found,
            figure=held.figure,
            deviation=distance(plain, held.value),
            verdict=self._verdict(target, plain, held.value, start),
        )

    def _has_own_rule(self, target: EffectiveTarget) -> bool:
        """Whether the measure itself says what partly met is."""
        indicator = self.case.indicator
        own = indicator.limits is not None or indicator.tolerance is not None
        return own or isinstance(target.target, TwoLevels)

    def _tolerance(self, target: EffectiveTarget) -> Tolerance | None:
        """The tolerance in use; none where limits, levels or a profile without partly met hold."""
        if self.binary or limits_in_force(self.case.indicator, target) is not None:
            return None
        if self.case.profile.kind is ProfileKind.LIMITS:
            return self.case.indicator.tolerance
        return tolerance_for(self.case.indicator, self.case.profile)

    def _verdict(
        self, target: EffectiveTarget, plain: Plain, value: Decimal, start: Decimal | None
    ) -> Verdict:
        limits = limits_in_force(self.case.indicator, target)
        if limits is not None:
            return self._without_partly(judged_limits(*limits, value))
        tolerance = self._tolerance(target)
        allowed = margin(tolerance, plain, value, start) if tolerance else Decimal(0)
        return judged_number(plain, value, allowed)

    def _without_partly(self, verdict: Verdict) -> Verdict:
        partly = verdict is Verdict.PARTLY
        return Verdict.NOT_MET if self.binary and partly else verdict

    def _against_baseline(
        self, target: EffectiveTarget, direction: Directional, compared: baseline.Comparison
    ) -> Judgement:
        reference, value, aim = compared.reference, self.value, direction.aim
        indicator = self.case.indicator
        tolerance = tolerance_of_direction(indicator, self.case.profile, aim)
        found = Judgement(
            target, reference, None if self.binary else tolerance, blocker=compared.blocker
        )
        if reference is None or value is None:
            return found
        own = decimals = indicator.decimals
        if compared.decimals is not None:
            decimals = min(decimals, compared.decimals)
        start = reference.value
        allowed = margin(tolerance, direction, value, start) if tolerance else Decimal(0)
        if aim is not Aim.MAINTAIN and is_undecided(value, start, decimals, own, allowed):
            return replace(found, blocker=Blocker.COARSE_BASELINE)
        verdict = judged_direction(aim, value, start, decimals, allowed)
        return replace(
            found,
            deviation=distance(direction, value, start),
            verdict=self._without_partly(verdict),
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
