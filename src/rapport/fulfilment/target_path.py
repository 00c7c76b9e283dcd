"""Target path ("målbana"): which target is in force a given year, and in a part of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rapport.domain.breakdown import Breakdown
from rapport.domain.outcome import EffectiveTarget
from rapport.domain.plan import Indicator
from rapport.domain.target import (
    Target,
    TargetPath,
    Within,
    YearTarget,
    held_against,
    numbers_of,
    same_sort,
    with_numbers,
)

_FINE = Decimal("1e-10")
"""What roots are rounded to, so that the root of a square is a whole number."""


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

    Stated as it stands; on the path (a line or equal growth) between two stated numbers of one
    kind; otherwise the last stated target stays in force, and before the first year the first.
    """
    stated = stated_targets(indicator, breakdown)
    if not stated:
        return None
    around = surrounding(indicator, breakdown, year)
    if around and indicator.path is not TargetPath.STEP:
        geometric = indicator.path is TargetPath.GEOMETRIC
        between = _between(*around, year, geometric=geometric)
        if between is not None:
            return EffectiveTarget(between, around[0].year, interpolated=True, geometric=geometric)
    past = [target for target in stated if target.year <= year]
    chosen = past[-1] if past else stated[0]
    return EffectiveTarget(chosen.target, chosen.year, carried=chosen.year < year)


def _between(first: YearTarget, second: YearTarget, year: int, *, geometric: bool) -> Target | None:
    """The target between two stated years; equal growth needs numbers above zero."""
    part = Decimal(year - first.year) / (second.year - first.year)

    def on_line(start: Decimal, end: Decimal) -> Decimal:
        if geometric and start > 0 and end > 0:
            return (start * (end / start) ** part).quantize(_FINE).normalize()
        return start + (end - start) * part

    if not same_sort(first.target, second.target) or not numbers_of(first.target):
        return None
    ends = zip(numbers_of(first.target), numbers_of(second.target), strict=True)
    return with_numbers(first.target, tuple(on_line(start, end) for start, end in ends))


def for_part_of_year(target: EffectiveTarget, share: Decimal) -> EffectiveTarget:
    """What a year's target for a count means for the part of the year that has passed."""
    numbers = numbers_of(target.target)
    if not numbers:
        return target
    scaled = with_numbers(target.target, tuple(value * share for value in numbers))
    return replace(target, target=scaled, year_value=threshold(target.target), share=share)


def threshold(target: Target) -> Decimal | None:
    """The one number of a target; an interval, a direction and a yes have none."""
    plain = held_against(target)
    numbers = numbers_of(plain) if plain and not isinstance(plain, Within) else ()
    return numbers[0] if numbers else None
