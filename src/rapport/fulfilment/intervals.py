"""Intervals ("konfidensintervall"): Wilson for shares, Byar and exact Poisson for counts of cases.

A difference gets the interval that the two single intervals make together (Newcombe's
method 10 for shares; the same construction for rates).
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from rapport.domain.outcome import Outcome
from rapport.domain.plan import Indicator
from rapport.domain.quantity import MeasureKind, Unit

Z = Decimal("1.959963984540054235524594430521")
"""The 97,5th percentile of the normal distribution, for 95 % intervals."""

TAIL = Decimal("0.025")
"""What a 95 % interval leaves out on either side."""

FEW = 10
"""Below so many cases the exact Poisson interval is used, from here on Byar's."""

_CLOSE = Decimal("1e-20")
_CASES_PER = frozenset({Unit.PER_THOUSAND, Unit.PER_HUNDRED_THOUSAND})


class Interval(NamedTuple):
    """The lower and upper bound of a figure, in the figure's own unit."""

    low: Decimal
    high: Decimal

    def times(self, factor: Decimal) -> Interval:
        """The same interval in another unit."""
        return Interval(self.low * factor, self.high * factor)

    @property
    def excludes_zero(self) -> bool:
        """Whether a difference with this interval is more than chance."""
        return self.low > 0 or self.high < 0


def wilson(numerator: Decimal, denominator: Decimal, z: Decimal = Z) -> Interval:
    """The interval of a share (0-1), good also for few and for shares near 0 and 1."""
    x, n = numerator, denominator
    middle = 2 * x + z * z
    spread = z * (z * z + 4 * x * (1 - x / n)).sqrt()
    below = 2 * (n + z * z)
    return Interval((middle - spread) / below, (middle + spread) / below)


def byar(cases: Decimal, z: Decimal = Z) -> Interval | None:
    """Byar's interval of a number of cases.

    Nothing where the approximation breaks down: one case at 99,8 % would get a negative
    lower bound.
    """
    low = Decimal(0)
    if cases > 0:
        low = cases * (1 - 1 / (9 * cases) - z / (3 * cases.sqrt())) ** 3
    if low < 0:
        return None
    more = cases + 1
    return Interval(low, more * (1 - 1 / (9 * more) + z / (3 * more.sqrt())) ** 3)


@lru_cache(maxsize=256)
def poisson_exact(cases: int, tail: Decimal = TAIL) -> Interval:
    """The exact interval of a number of cases, found by halving.

    The lower bound is the mean for which so many cases or more have the tail's probability,
    the upper bound the mean for which so many or fewer have it.
    """
    low = _mean_with(cases - 1, 1 - tail) if cases else Decimal(0)
    return Interval(low, _mean_with(cases, tail))


def _mean_with(cases: int, probability: Decimal) -> Decimal:
    """The mean of a Poisson distribution in which at most so many cases have a probability."""
    low, high = Decimal(0), Decimal(2 * cases + 20)
    while high - low > _CLOSE:
        middle = (low + high) / 2
        if _at_most(cases, middle) > probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _at_most(cases: int, mean: Decimal) -> Decimal:
    term = total = (-mean).exp()
    for k in range(1, cases + 1):
        term = term * mean / k
        total += term
    return total


def of_cases(cases: Decimal, z: Decimal = Z, tail: Decimal = TAIL) -> Interval | None:
    """The interval of a number of cases: exact when they are few and whole, else Byar's."""
    if cases < FEW and cases == cases.to_integral_value():
        return poisson_exact(int(cases), tail)
    return byar(cases, z)


def _combined(one: Decimal, around_one: Interval, other: Decimal, around: Interval) -> Interval:
    """The interval of a difference from the intervals of its two parts."""
    down = ((one - around_one.low) ** 2 + (around.high - other) ** 2).sqrt()
    up = ((around_one.high - one) ** 2 + (other - around.low) ** 2).sqrt()
    return Interval(one - other - down, one - other + up)


def newcombe(
    one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal], z: Decimal = Z
) -> Interval:
    """The interval of the difference of two shares, each (numerator, denominator)."""
    return _combined(one[0] / one[1], wilson(*one, z), other[0] / other[1], wilson(*other, z))


def rate_difference(
    one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]
) -> Interval | None:
    """The interval of the difference of two rates, each (cases, population)."""
    around = of_cases(one[0]), of_cases(other[0])
    if around[0] is None or around[1] is None:
        return None
    per_one, per_other = 1 / one[1], 1 / other[1]
    return _combined(
        one[0] * per_one,
        around[0].times(per_one),
        other[0] * per_other,
        around[1].times(per_other),
    )


def _shared(outcome: Outcome) -> tuple[Decimal, Decimal] | None:
    """Numerator and denominator of a real share."""
    x, n = outcome.numerator, outcome.denominator
    return (x, n) if x is not None and n and 0 <= x <= n else None


def _rated(outcome: Outcome) -> tuple[Decimal, Decimal] | None:
    """Cases and population of a real rate."""
    x, n = outcome.numerator, outcome.denominator
    return (x, n) if x is not None and n and n > 0 and x >= 0 else None


def counts_cases(indicator: Indicator) -> bool:
    """Whether a measure is cases in a population, so that chance makes them vary as Poisson.

    Money per inhabitant is a rate but no count of cases.
    """
    return indicator.kind is MeasureKind.RATE and indicator.unit in _CASES_PER


def interval_of(indicator: Indicator, outcome: Outcome) -> Interval | None:
    """The interval of an outcome in the measure's unit; only shares and rates of cases have one."""
    if indicator.kind is MeasureKind.SHARE:
        share = _shared(outcome)
        return wilson(*share).times(indicator.multiplier) if share else None
    rate = _rated(outcome)
    if rate is None or not counts_cases(indicator):
        return None
    around = of_cases(rate[0])
    return around.times(indicator.multiplier / rate[1]) if around else None


def difference_of(indicator: Indicator, one: Outcome, other: Outcome) -> Interval | None:
    """The interval of one outcome minus another, in the measure's unit, where it has one."""
    found: Interval | None = None
    if indicator.kind is MeasureKind.SHARE:
        shares = _shared(one), _shared(other)
        if shares[0] and shares[1]:
            found = newcombe(shares[0], shares[1])
    elif counts_cases(indicator):
        rates = _rated(one), _rated(other)
        if rates[0] and rates[1]:
            found = rate_difference(rates[0], rates[1])
    return found.times(indicator.multiplier) if found else None


def difference_is_certain(indicator: Indicator, one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes differ by more than chance ("statistiskt säkerställd").

    Counts and amounts without a denominator have no interval, so they never do.
    """
    around = difference_of(indicator, one, other)
    return around is not None and around.excludes_zero
