"""Season ("säsong"): how much of a year a part of it usually makes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.breakdown import Breakdown
from rapport.domain.outcome import Outcome
from rapport.domain.period import MONTHS_PER_YEAR, Period
from rapport.domain.plan import Basis
from rapport.domain.quantity import State
from rapport.fulfilment.aggregation import IndicatorOutcomes


@dataclass(frozen=True)
class Season:
    """The part of a year (0-1) that a period makes up, and the years it was learnt from.

    Without years it is the even part, months/12.
    """

    share: Decimal
    years: tuple[int, ...] = ()


def even(period: Period) -> Season:
    """Every month a twelfth of the year."""
    return Season(Decimal(period.length) / MONTHS_PER_YEAR)


def _is_whole(outcome: Outcome) -> bool:
    return outcome.state is State.MEASURED and outcome.is_complete


def learnt(
    outcomes: IndicatorOutcomes,
    organisation: str,
    breakdown: Breakdown,
    period: Period,
    share_years: int,
) -> Season:
    """Σ the same months / Σ whole years, over the complete ones of the last few years.

    A ratio of sums, so that a large year weighs more than a small one. Falls back to the
    even part when no earlier year is complete.
    """
    years: list[int] = []
    part_sum = whole_sum = Decimal(0)
    for year in range(period.year - share_years, period.year):
        part = outcomes.of(organisation, breakdown, period.years_earlier(period.year - year))
        whole = outcomes.of(organisation, breakdown, Period.year_of(year))
        if _is_whole(part) and _is_whole(whole):
            years.append(year)
            part_sum += part.value or 0
            whole_sum += whole.value or 0
    if part_sum <= 0 or whole_sum <= 0:
        return even(period)
    return Season(part_sum / whole_sum, tuple(years))


def basis_period(basis: Basis, period: Period) -> Period:
    """The months that a measure shows when one reports at a period.

    >>> str(basis_period(Basis.CUMULATIVE, parse_period("T2-2024")))
    'ACK08-2024'
    """
    match basis:
        case Basis.PERIOD:
            return period
        case Basis.CUMULATIVE:
            return period.cumulative
        case Basis.ROLLING_YEAR:
            return period.rolling_year


def span_of_years(years: Sequence[int]) -> str:
    """The first and last of some years: "2022–2023", "2023"."""
    return f"{years[0]}–{years[-1]}" if len(years) > 1 else f"{years[0]}"
