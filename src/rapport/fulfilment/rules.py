"""Rules ("bedömningsregler"): signed distance to the target, tolerance, verdict, roll-up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from rapport.domain.outcome import EffectiveTarget, Verdict
from rapport.domain.plan import Better, Indicator
from rapport.domain.region import JudgementProfile
from rapport.domain.target import (
    Above,
    Aim,
    AtLeast,
    AtMost,
    Below,
    Bound,
    Directional,
    Exactly,
    Plain,
    Tolerance,
    ToleranceKind,
    TwoLevels,
    Within,
    Yes,
)
from rapport.swedish.numbers import rounded

YES = Decimal(1)
"""The outcome of a measure that answers yes."""


def distance(target: Plain, outcome: Decimal, baseline: Decimal | None = None) -> Decimal:
    """The signed distance ("avvikelse") from target to outcome, positive on the good side.

    Works for negative and zero targets, where a ratio does not: −14,5 against at least
    −15,8 is 1,3 on the good side.

    Raises:
        ValueError: a direction was given without a baseline.
    """
    match target:
        case AtLeast(value) | Above(value):
            return outcome - value
        case AtMost(value) | Below(value):
            return value - outcome
        case Exactly(value):
            return -abs(outcome - value)
        case Yes():
            return outcome - YES
        case Within(low, high):
            return min(outcome - low, high - outcome)
        case Directional(aim):
            if baseline is None:
                msg = f"en riktning ({aim}) har inget avstånd utan ingångsvärde"
                raise ValueError(msg)
            return _moved(aim, outcome - baseline)


def _moved(aim: Aim, change: Decimal) -> Decimal:
    match aim:
        case Aim.INCREASE:
            return change
        case Aim.DECREASE:
            return -change
        case Aim.MAINTAIN:
            return -abs(change)


def tolerance_for(indicator: Indicator, profile: JudgementProfile) -> Tolerance:
    """The tolerance of a measure: its own, else its unit's, else the region's."""
    return indicator.tolerance or dict(profile.tolerances).get(indicator.unit, profile.tolerance)


def tolerance_of_direction(
    indicator: Indicator, profile: JudgementProfile, aim: Aim
) -> Tolerance | None:
    """The band that counts as unchanged: only one that the measure itself declares.

    The region's general tolerance is meant for numbers; ten percent of a baseline would
    call most real changes unchanged. To maintain a level is a number in disguise.
    """
    return tolerance_for(indicator, profile) if aim is Aim.MAINTAIN else indicator.tolerance


def margin(
    tolerance: Tolerance, target: Plain, outcome: Decimal, baseline: Decimal | None = None
) -> Decimal:
    """How far on the bad side still counts as partly met, in the measure's unit."""
    match tolerance.kind:
        case ToleranceKind.ABSOLUTE:
            return tolerance.amount
        case ToleranceKind.RELATIVE:
            return abs(_nearest(target, outcome, baseline)) * tolerance.amount
        case ToleranceKind.SHARE_OF_WAY:
            if baseline is None:
                return Decimal(0)
            return abs(_nearest(target, outcome, baseline) - baseline) * tolerance.amount


def _nearest(target: Plain, outcome: Decimal, baseline: Decimal | None) -> Decimal:
    match target:
        case AtLeast(value) | AtMost(value) | Below(value) | Above(value) | Exactly(value):
            return value
        case Yes():
            return YES
        case Within(low, high):
            return low if abs(outcome - low) <= abs(outcome - high) else high
        case Directional():
            return baseline or Decimal(0)


def reached(target: Plain, outcome: Decimal) -> bool:
    """Whether an outcome is on the good side; "färre än" and "fler än" ask for more than equal."""
    apart = distance(target, outcome)
    return apart > 0 if isinstance(target, Below | Above) else apart >= 0


def judged_number(target: Plain, outcome: Decimal, allowed: Decimal) -> Verdict:
    """The verdict against a number: met on the good side, partly within what is allowed."""
    if reached(target, outcome):
        return Verdict.MET
    within = allowed > 0 and distance(target, outcome) >= -allowed
    return Verdict.PARTLY if within else Verdict.NOT_MET


def judged_limits(met: Plain, partly: Plain, outcome: Decimal) -> Verdict:
    """The verdict against two limits, the higher one for met and the lower for partly met."""
    if reached(met, outcome):
        return Verdict.MET
    return Verdict.PARTLY if reached(partly, outcome) else Verdict.NOT_MET


def limits_in_force(indicator: Indicator, target: EffectiveTarget) -> tuple[Bound, Bound] | None:
    """The limits for met and for partly met: the measure's own, or a target's two levels.

    A count's own limits are for the year and count in part, as its target does.
    """
    if isinstance(target.target, TwoLevels):
        bound = target.target.bound
        return bound, replace(bound, value=target.target.moderate)
    limits = indicator.limits
    if limits is None:
        return None
    side = AtMost if indicator.better is Better.LOWER else AtLeast
    share = Decimal(1) if target.share is None else target.share
    return side(limits.met * share), side(limits.partly * share)


def is_undecided(
    outcome: Decimal, baseline: Decimal, decimals: int, own_decimals: int, allowed: Decimal
) -> bool:
    """Whether a baseline was printed too coarsely to say if the outcome has moved.

    16 % may have been anything from 15,5 to 16,5; an outcome of 16,2 may be more or less. The
    band that the measure itself calls noise can still settle it.
    """
    half = Decimal(5).scaleb(-decimals - 1)
    apart = abs(outcome - baseline)
    return decimals < own_decimals and apart < half and apart + half > allowed


def judged_direction(
    aim: Aim, outcome: Decimal, baseline: Decimal, decimals: int, allowed: Decimal
) -> Verdict:
    """The verdict against a direction; what is "oförändrat" is partly met.

    Unchanged is equal as printed, because a baseline printed as 16 may have been 15,6, or
    within the band that the measure itself declares as noise. To maintain is met by the
    unchanged and partly met within the tolerance.
    """
    change = rounded(outcome, decimals) - rounded(baseline, decimals)
    near = abs(outcome - baseline) <= allowed
    if aim is Aim.MAINTAIN:
        if change == 0:
            return Verdict.MET
        return Verdict.PARTLY if near else Verdict.NOT_MET
    if change == 0 or near:
        return Verdict.PARTLY
    return Verdict.MET if _moved(aim, change) > 0 else Verdict.NOT_MET


def both_sexes(women: Verdict, men: Verdict) -> Verdict:
    """The verdict when women and men must each meet the target.

    Met when both do; partly when one does, or neither is worse than partly; else not met.
    """
    pair = {women, men}
    if Verdict.NOT_ASSESSABLE in pair:
        return Verdict.NOT_ASSESSABLE
    if pair == {Verdict.MET}:
        return Verdict.MET
    if Verdict.MET in pair or Verdict.NOT_MET not in pair:
        return Verdict.PARTLY
    return Verdict.NOT_MET


def rolled_up(verdicts: Collection[Verdict]) -> Verdict:
    """Several verdicts as one: all met, none better than not met, or something between.

    What cannot be assessed is left out; when that is everything, neither can the whole.
    """
    known = {verdict for verdict in verdicts if verdict is not Verdict.NOT_ASSESSABLE}
    if not known:
        return Verdict.NOT_ASSESSABLE
    if known == {Verdict.MET}:
        return Verdict.MET
    return Verdict.NOT_MET if known == {Verdict.NOT_MET} else Verdict.PARTLY


def of_parts(verdicts: Sequence[Verdict | None], *, by_sex: bool) -> Verdict:
    """The verdict of a measure from all its parts; one that is unknown makes it so."""
    known = [verdict for verdict in verdicts if verdict not in {None, Verdict.NOT_ASSESSABLE}]
    whole = [verdict for verdict in known if verdict is not None]
    if not whole or len(whole) < len(verdicts):
        return Verdict.NOT_ASSESSABLE
    return both_sexes(whole[0], whole[1]) if by_sex else rolled_up(whole)
