"""XmR charts ("styrdiagram för enskilda värden") by the rules of NHS Making data count.

The limits are the mean ± 2,66 mean moving ranges, where a moving range of 3,267 times their
mean or more is left out once. A point can have four kinds of signal, and a signal flags the
whole run that made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rapport.domain.plan import Better
from rapport.domain.variation import (
    Assurance,
    ControlLimits,
    ControlPoint,
    ControlSeries,
    Signal,
    Variation,
)

FEWEST = 13
"""ControlLimits from fewer points are preliminary."""

RUN = 7
"""So many points make a trend, or a shift to one side of the centre."""

_REACH = Decimal("2.66")
_LARGE = Decimal("3.267")
_CLOSE = 3
"""Of so many points in a row, two far out on one side are a signal."""


def xmr(  # noqa: PLR0913 - the method has this many choices, and each has its usual value
    values: Sequence[Decimal],
    better: Better,
    target: Decimal | None = None,
    *,
    fixed: int | None = None,
    rebase: Sequence[int] = (),
    screen: bool = True,
) -> ControlSeries | None:
    """Judge a series; nothing when it is empty.

    ``fixed`` takes the limits from the first so many points. ``rebase`` are the places
    (from 0) where new limits begin, after a known change. ``screen`` leaves out large
    moving ranges.
    """
    if not values:
        return None
    starts = [0, *rebase]
    points: list[ControlPoint] = []
    behind = 0
    for start, end in zip(starts, [*rebase, len(values)], strict=True):
        part = values[start:end]
        within = limits(part[:fixed], screen=screen)
        behind = len(part[:fixed])
        points += [
            ControlPoint(value, within, signal, _variation(signal, better))
            for value, signal in zip(part, _signals(part, within), strict=True)
        ]
    return ControlSeries(
        tuple(points), _assurance(points[-1].limits, better, target), behind < FEWEST
    )


def limits(values: Sequence[Decimal], *, screen: bool = True) -> ControlLimits:
    """The centre and limits of a series; a single point has no room around it."""
    centre = _mean(values)
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    if screen and ranges:
        most = _LARGE * _mean(ranges)
        ranges = [moved for moved in ranges if moved < most]
    reach = _REACH * _mean(ranges) if ranges else Decimal(0)
    near = reach * 2 / 3
    return ControlLimits(centre, centre - reach, centre + reach, centre - near, centre + near)


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


def _signals(values: Sequence[Decimal], within: ControlLimits) -> Iterator[Signal | None]:
    """The weightiest signal of each point."""
    sides = [(value > within.centre) - (value < within.centre) for value in values]
    trends, shifts = _trends(values), _shifts(sides)
    twos = _two_of_three(values, sides, within)
    for i, value in enumerate(values):
        up = sides[i] > 0
        if value > within.high or value < within.low:
            yield Signal.ABOVE if up else Signal.BELOW
        elif i in trends:
            yield Signal.RISING if trends[i] > 0 else Signal.FALLING
        elif i in twos:
            yield Signal.TWO_OF_THREE_ABOVE if up else Signal.TWO_OF_THREE_BELOW
        elif i in shifts:
            yield Signal.SHIFT_ABOVE if up else Signal.SHIFT_BELOW
        else:
            yield None


def _trends(values: Sequence[Decimal]) -> dict[int, int]:
    """The points of every run of seven that only rises (1) or only falls (-1)."""
    found: dict[int, int] = {}
    for end in range(RUN, len(values) + 1):
        run = range(end - RUN, end)
        steps = [later - earlier for earlier, later in pairwise(values[end - RUN : end])]
        if all(step > 0 for step in steps):
            found.update(dict.fromkeys(run, 1))
        elif all(step < 0 for step in steps):
            found.update(dict.fromkeys(run, -1))
    return found


def _shifts(sides: Sequence[int]) -> set[int]:
    """The points of every run of seven on one side of the centre."""
    found: set[int] = set()
    for end in range(RUN, len(sides) + 1):
        if abs(sum(sides[end - RUN : end])) == RUN:
            found.update(range(end - RUN, end))
    return found


def _two_of_three(
    values: Sequence[Decimal], sides: Sequence[int], within: ControlLimits
) -> set[int]:
    """The far points of every three on one side of which two lie in the outer third."""
    far = [
        within.low <= value <= within.high and not within.near_low <= value <= within.near_high
        for value in values
    ]
    found: set[int] = set()
    for end in range(_CLOSE, len(values) + 1):
        three = range(end - _CLOSE, end)
        outer = [i for i in three if far[i]]
        if len(outer) > 1 and abs(sum(sides[i] for i in three)) == _CLOSE:
            found.update(outer)
    return found


def _variation(signal: Signal | None, better: Better) -> Variation:
    if signal is None:
        return Variation.CHANCE
    match better:
        case Better.HIGHER:
            return Variation.BETTER if signal.upwards else Variation.WORSE
        case Better.LOWER:
            return Variation.WORSE if signal.upwards else Variation.BETTER
        case Better.NEITHER:
            return Variation.HIGHER if signal.upwards else Variation.LOWER


def _assurance(within: ControlLimits, better: Better, target: Decimal | None) -> Assurance | None:
    """Whether chance alone keeps the outcome on one side of the target."""
    if target is None or better is Better.NEITHER:
        return None
    higher = better is Better.HIGHER
    if target > within.high:
        return Assurance.NEVER if higher else Assurance.ALWAYS
    if target < within.low:
        return Assurance.ALWAYS if higher else Assurance.NEVER
    return Assurance.SOMETIMES
