"""Pace ("takt mot flerårsmålet"): growth a year so far against the growth the target needs.

The measure is the one of Statistics Canada and the UN: the compound growth from the base
year to now, divided by the compound growth from the base year to the target.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from rapport.domain.pace import Pace, PaceClass
from rapport.domain.plan import Better

ENOUGH = Decimal("0.95")
SOME = Decimal("0.60")
"""Shares of the growth that the target needs."""

ENOUGH_A_YEAR = Decimal("0.015")
SOME_A_YEAR = Decimal("0.005")
"""Growth a year on the good side, where there is no target."""

_NEAR_ZERO = Decimal("0.001")
"""Growth to zero cannot be reckoned; a target of zero is taken as this little."""


class YearValue(NamedTuple):
    """A figure and its year."""

    year: int
    value: Decimal


def pace(base: YearValue, now: YearValue, target: YearValue | None, better: Better) -> Pace | None:
    """The pace from the base year to now against the target, or against fixed growth without one.

    Nothing where growth has no meaning: without a direction, from zero or less, or within
    the base year.
    """
    if better is Better.NEITHER or not base.year < now.year:
        return None
    higher = better is Better.HIGHER
    if target is None:
        return _free(base, now, higher=higher)
    goal = YearValue(target.year, target.value or _NEAR_ZERO)
    if now.value >= goal.value if higher else now.value <= goal.value:
        return Pace(PaceClass.REACHED, base.year, goal.year)
    if not base.year < goal.year or not _can_grow(base, now, goal) or goal.value == base.value:
        return None
    yearly, needed = _growth(base, now), _growth(base, goal)
    ratio = yearly / needed
    status = _status(ratio, ENOUGH, SOME)
    return Pace(status, base.year, goal.year, ratio, yearly, needed)


def _free(base: YearValue, now: YearValue, *, higher: bool) -> Pace | None:
    """The pace where the plan has no target: how fast the good way, or the bad."""
    if not _can_grow(base, now):
        return None
    yearly = _growth(base, now)
    status = _status(yearly if higher else -yearly, ENOUGH_A_YEAR, SOME_A_YEAR)
    return Pace(status, base.year, None, None, yearly)


def _can_grow(base: YearValue, *later: YearValue) -> bool:
    return base.value > 0 and all(one.value >= 0 for one in later)


def _growth(base: YearValue, later: YearValue) -> Decimal:
    """The compound growth a year, 0,02 for 2 %."""
    if later.value == 0:
        return Decimal(-1)
    return (later.value / base.value) ** (Decimal(1) / (later.year - base.year)) - 1


def _status(pace_so_far: Decimal, enough: Decimal, some: Decimal) -> PaceClass:
    if pace_so_far >= enough:
        return PaceClass.ON_TRACK
    if pace_so_far >= some:
        return PaceClass.MORE_NEEDED
    return PaceClass.LIMITED if pace_so_far >= 0 else PaceClass.WRONG_WAY
