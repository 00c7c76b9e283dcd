"""Forecast methods ("prognosmetoder") and their test on earlier years, apart from any measure.

What adds up over the year (counts, amounts, cases in a population) is scaled up; shares and
means are ratios and are carried forward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from rapport.domain.forecast import ForecastMethod
from rapport.domain.period import MONTHS_PER_YEAR

FEWEST_ERRORS = 2
"""A method is compared, and has an interval, from so many tested years."""

MOST_YEARS = 10
"""Older years say little of how a method fits today."""


@dataclass(frozen=True)
class Part:
    """The figure of the months so far of a year, with the sums behind it where it is a ratio."""

    year: int
    months: int
    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True)
class KnownYear:
    """An earlier year of which both the same months as now and the whole are known."""

    part: Part
    whole: Part

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.part.year


FACTORS: Mapping[int, Decimal] = {
    2: Decimal("3.078"),
    3: Decimal("1.886"),
    4: Decimal("1.638"),
    5: Decimal("1.533"),
    6: Decimal("1.476"),
    7: Decimal("1.440"),
    8: Decimal("1.415"),
    9: Decimal("1.397"),
    10: Decimal("1.383"),
}
"""Student's t for an interval of 80 %, by the number of tested years."""

Method = Callable[[Part, Sequence[KnownYear]], Decimal | None]
"""From the year so far and other years to the year's end; nothing where it cannot be said."""


def pro_rata(now: Part, _others: Sequence[KnownYear]) -> Decimal | None:
    """The same pace all year ("pro rata")."""
    return now.value * MONTHS_PER_YEAR / now.months


def seasonal_share(now: Part, others: Sequence[KnownYear]) -> Decimal | None:
    """So far divided by the share of the year that the months usually make up."""
    part = sum((known.part.value for known in others), Decimal(0))
    whole = sum((known.whole.value for known in others), Decimal(0))
    return now.value * whole / part if part > 0 and whole > 0 else None


def last_year_and_change(now: Part, others: Sequence[KnownYear]) -> Decimal | None:
    """Last year's end, moved as much as the months so far have moved since last year."""
    for known in others:
        if known.year == now.year - 1:
            return now.value + known.whole.value - known.part.value
    return None


def so_far(now: Part, _others: Sequence[KnownYear]) -> Decimal | None:
    """The year ends as it has been so far."""
    return now.value


def seasonal_ratio(now: Part, others: Sequence[KnownYear]) -> Decimal | None:
    """Numerator and denominator each scaled up by its own season."""
    above = _growth([(known.part.numerator, known.whole.numerator) for known in others])
    below = _growth([(known.part.denominator, known.whole.denominator) for known in others])
    return now.value * above / below if above and below else None


def _growth(pairs: Sequence[tuple[Decimal | None, Decimal | None]]) -> Decimal | None:
    """How many times larger whole years are than their parts, as a ratio of sums."""
    part = whole = Decimal(0)
    for of_part, of_whole in pairs:
        if of_part is None or of_whole is None:
            return None
        part, whole = part + of_part, whole + of_whole
    return whole / part if part > 0 and whole > 0 else None


ADDING: Mapping[ForecastMethod, Method] = {
    ForecastMethod.PRO_RATA: pro_rata,
    ForecastMethod.SEASONAL: seasonal_share,
    ForecastMethod.LAST_YEAR: last_year_and_change,
}
"""The methods of what adds up over the year, the simplest first."""

RATIOS: Mapping[ForecastMethod, Method] = {
    ForecastMethod.SO_FAR: so_far,
    ForecastMethod.SEASONAL: seasonal_ratio,
    ForecastMethod.LAST_YEAR: last_year_and_change,
}
"""The methods of shares, means and levels, the simplest first."""


@dataclass(frozen=True)
class Trial:
    """A method and its errors, without sign, in the years it was tested on.

    Errors are shares of the forecast for what adds up, and in the measure's unit for ratios.
    """

    method: ForecastMethod
    errors: tuple[Decimal, ...]

    @property
    def median(self) -> Decimal:
        """The middle error, by which methods are compared."""
        return median(self.errors)

    @property
    def reach(self) -> Decimal:
        """How far from the forecast the outcome lies at most, four times out of five.

        The root mean square of the errors times Student's t with one degree of freedom less
        than there are errors, because each year was forecast by the others.
        """
        mean_square = sum((error * error for error in self.errors), Decimal(0)) / len(self.errors)
        return mean_square.sqrt() * FACTORS[min(len(self.errors), max(FACTORS))]


def near(year: int, known: Sequence[KnownYear], reach: int) -> tuple[KnownYear, ...]:
    """The other years that a year's season is learnt from: at most so many years away."""
    return tuple(one for one in known if one.year != year and abs(one.year - year) <= reach)


def trial_of(
    method: ForecastMethod, how: Method, known: Sequence[KnownYear], reach: int, *, relative: bool
) -> Trial:
    """The method's errors when each known year in turn is left out and forecast by the others."""
    return Trial(method, tuple(_errors(how, known, reach, relative=relative)))


def _errors(
    how: Method, known: Sequence[KnownYear], reach: int, *, relative: bool
) -> Iterator[Decimal]:
    for left_out in known:
        made = how(left_out.part, near(left_out.year, known, reach))
        if made is None or (relative and made == 0):
            continue
        error = abs(left_out.whole.value - made)
        yield error / abs(made) if relative else error


def best(candidates: Sequence[Trial]) -> Trial | None:
    """The method with the least median error among those tested on enough years."""
    enough = [one for one in candidates if len(one.errors) >= FEWEST_ERRORS]
    return min(enough, key=lambda one: one.median, default=None)
