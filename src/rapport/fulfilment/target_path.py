"""Target path ("målbana"): which target is in force a given year, and in a part of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rapport.domain.breakdown import Breakdown
from rapport.domain.outcome import EffectiveTarget
from rapport.domain.plan import Indicator
from rapport.domain.target import (
    AtLeast,
    AtMost,
    Below,
    Directional,
    Target,
    TargetPath,
    Within,
    YearTarget,
)


def stated_targets(indicator: Indicator, breakdown: Breakdown) -> tuple[YearTarget, ...]:
    """The plan's targets for a series by year: its own, else the more general ones."""
    candidates: list[Breakdown | None] = [breakdown]
    if breakdown.sex and breakdown.dimensions:
        candidates += [breakdown.with_sex(None), Breakdown(breakdown.sex)]
    for candidate in (*candidates, None):
        stated = [target for target in indicator.targets if target.breakdown == candidate]
        if stated:
            return tuple(sorted(stated, key=lambda target: target.year))
    return ()


def surrounding(
    indicator: Indicator, breakdown: Breakdown, year: int
) -> tuple[YearTarget, YearTarget] | None:
    """The two stated years that a year lies strictly between."""
    stated = stated_targets(indicator, breakdown)
    earlier = [target for target in stated if target.year < year]
    later = [target for target in stated if target.year > year]
    exact = any(target.year == year for target in stated)
    return (earlier[-1], later[0]) if earlier and later and not exact else None


def target_for_year(
    indicator: Indicator, breakdown: Breakdown, year: int
) -> EffectiveTarget | None:
    """The target of a whole year.

    Stated as it stands; on the line between two stated numbers of one kind; otherwise the
    last stated target stays in force, and before the first year the first one holds.
    """
    stated = stated_targets(indicator, breakdown)
    if not stated:
        return None
    around = surrounding(indicator, breakdown, year)
    if around and indicator.path is TargetPath.LINEAR:
        between = _between(*around, year)
        if between is not None:
            return EffectiveTarget(between, around[0].year, interpolated=True)
    past = [target for target in stated if target.year <= year]
    chosen = past[-1] if past else stated[0]
    return EffectiveTarget(chosen.target, chosen.year, carried=chosen.year < year)


def _between(first: YearTarget, second: YearTarget, year: int) -> Target | None:
    part = Decimal(year - first.year) / (second.year - first.year)

    def on_line(start: Decimal, end: Decimal) -> Decimal:
        return start + (end - start) * part

    match first.target, second.target:
        case AtLeast(start), AtLeast(end):
            return AtLeast(on_line(start, end))
        case AtMost(start), AtMost(end):
            return AtMost(on_line(start, end))
        case Below(start), Below(end):
            return Below(on_line(start, end))
        case Within(low, high), Within(later_low, later_high):
            return Within(on_line(low, later_low), on_line(high, later_high))
        case _:
            return None


def for_part_of_year(target: EffectiveTarget, share: Decimal) -> EffectiveTarget:
    """What a year's target for a count means for the part of the year that has passed."""
    year_value = threshold(target.target)
    match target.target:
        case AtLeast(value):
            scaled: Target = AtLeast(value * share)
        case AtMost(value):
            scaled = AtMost(value * share)
        case Below(value):
            scaled = Below(value * share)
        case Within(low, high):
            scaled = Within(low * share, high * share)
        case Directional():
            return target
    return replace(target, target=scaled, year_value=year_value, share=share)


def threshold(target: Target) -> Decimal | None:
    """The one number of a target; an interval and a direction have none."""
    match target:
        case AtLeast(value) | AtMost(value) | Below(value):
            return value
        case Within() | Directional():
            return None
