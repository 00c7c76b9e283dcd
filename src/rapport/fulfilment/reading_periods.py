"""Which periods of a measure are protected by themselves, and which follow from them.

A measure's figures over overlapping periods give each other away: January–August minus
January–April is May–August. So every measure has a few *own* periods in a year, of which
none can be computed from the others, and what is hidden is decided for those. Any other
period is shown only when it is a sum or a difference of own periods that are all shown.

A count that grows through the year is read at the end of each tertial, like a meter. A
measure that shows the period itself has the first two tertials and the year, so that the
year can be shown where the tertials are too small. Months are shown within a tertial only
where all of its months, and the tertial, may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapport.domain.period import MONTHS_PER_YEAR, Grain, OccasionKind, Period
from rapport.domain.plan import Basis, Indicator
from rapport.domain.quantity import MeasureKind
from rapport.fulfilment.cells import PUBLISHED_ONLY

_TERTIAL = Grain.TERTIAL.months
_TERTIALS = MONTHS_PER_YEAR // _TERTIAL


class Own(NamedTuple):
    """An own period of a measure; ``monthly`` when it is the months of a tertial."""

    period: Period
    monthly: bool = False


def stands_alone(indicator: Indicator) -> bool:
    """Whether no period of a measure says anything of another.

    A level is the last month of the period; a median is not made of parts; windows of
    twelve months cannot be taken apart as long as nothing else is shown.
    """
    rolling = indicator.basis is Basis.ROLLING_YEAR and not indicator.also_shows
    return (
        indicator.kind is MeasureKind.LEVEL
        or indicator.kind in PUBLISHED_ONLY
        or (rolling and not indicator.kind.accumulates)
    )


def own_periods(indicator: Indicator, year: int) -> tuple[Period, ...]:
    """The own periods of a year in the order that they are reported."""
    first, second, third = Period.year_of(year).split(Grain.TERTIAL)
    if _is_read(indicator):
        return first, first + second, Period.year_of(year)
    if _by_tertials(indicator):
        return first, second, third
    return first, second, Period.year_of(year)


def made_of(indicator: Indicator, period: Period) -> Iterator[Own]:
    """The own periods that a period is the sum or difference of."""
    if stands_alone(indicator):
        last = period.months[-1]
        yield Own(last if indicator.kind is MeasureKind.LEVEL else period)
        return
    for year in range(period.first // MONTHS_PER_YEAR, period.year + 1):
        start = year * MONTHS_PER_YEAR
        first = max(period.first - start, 0)
        end = min(period.last + 1 - start, MONTHS_PER_YEAR)
        yield from _within_year(indicator, year, first, end)


def _within_year(indicator: Indicator, year: int, first: int, end: int) -> Iterator[Own]:
    """From the month with a number until, and not with, another: 0 and 8 are January-August."""
    tertials = Period.year_of(year).split(Grain.TERTIAL)
    for cut in dict.fromkeys(month // _TERTIAL for month in (first, end) if month % _TERTIAL):
        yield Own(tertials[cut], monthly=True)
    low, high = -(-first // _TERTIAL), end // _TERTIAL
    if low >= high:
        return
    own = own_periods(indicator, year)
    if _is_read(indicator):
        places = {low, high} - {0}
    elif high == _TERTIALS and not _by_tertials(indicator):
        places = {*range(1, low + 1), high}
    else:
        places = set(range(low + 1, high + 1))
    yield from (Own(own[place - 1]) for place in sorted(places))


def _is_read(indicator: Indicator) -> bool:
    """Whether a measure is accumulated through the year, so that each reading holds the last."""
    if indicator.basis is Basis.PERIOD:
        return False
    return indicator.basis is Basis.CUMULATIVE or indicator.kind.accumulates


def _by_tertials(indicator: Indicator) -> bool:
    """Whether the third tertial is reported, and the year is not."""
    asked = indicator.occasions
    return OccasionKind.T3 in asked and OccasionKind.YEAR not in asked
