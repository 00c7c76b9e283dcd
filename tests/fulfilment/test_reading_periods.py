"""Own periods: which figures are protected by themselves, and what the others follow from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, product

import pytest

from fulfilment.world import COUNT, SHARE
from rapport.domain.period import OccasionKind, Period, parse_period
from rapport.domain.plan import Basis, Indicator
from rapport.domain.quantity import MeasureKind
from rapport.fulfilment.reading_periods import made_of, own_periods

METER = replace(COUNT, basis=Basis.CUMULATIVE)
THIRDS = replace(SHARE, occasions=frozenset({OccasionKind.T1, OccasionKind.T2, OccasionKind.T3}))
ROLLING = replace(SHARE, basis=Basis.ROLLING_YEAR)


def parts(indicator: Indicator, period: str) -> str:
    """What a period is made of, as text; the months of a tertial in brackets."""
    found = made_of(indicator, parse_period(period))
    return " ".join(f"({one.period})" if one.monthly else str(one.period) for one in found)


@pytest.mark.parametrize(
    "indicator, period, expected",
    [
        (SHARE, "T1-2024", "T1-2024"),
        (SHARE, "ACK08-2024", "T1-2024 T2-2024"),
        (SHARE, "AR-2024", "AR-2024"),
        (SHARE, "T3-2024", "T1-2024 T2-2024 AR-2024"),
        (SHARE, "R12-2024-08", "T1-2023 T2-2023 AR-2023 T1-2024 T2-2024"),
        (SHARE, "2024-06", "(T2-2024)"),
        (SHARE, "ACK06-2024", "(T2-2024) T1-2024"),
        (SHARE, "K2-2024", "(T1-2024) (T2-2024)"),
        (THIRDS, "T3-2024", "T3-2024"),
        (THIRDS, "AR-2024", "T1-2024 T2-2024 T3-2024"),
        (METER, "T1-2024", "T1-2024"),
        (METER, "T2-2024", "T1-2024 ACK08-2024"),
        (METER, "T3-2024", "ACK08-2024 AR-2024"),
        (METER, "AR-2024", "AR-2024"),
        (METER, "ACK09-2024", "(T3-2024) ACK08-2024"),
        (ROLLING, "R12-2024-08", "R12-2024-08"),
        (replace(COUNT, basis=Basis.ROLLING_YEAR), "AR-2024", "AR-2024"),
        (replace(COUNT, kind=MeasureKind.LEVEL), "T2-2024", "2024-08"),
        (replace(SHARE, kind=MeasureKind.MEDIAN), "T2-2024", "T2-2024"),
    ],
)
def test_period_follows_from_own_periods(indicator: Indicator, period: str, expected: str) -> None:
    """May-August is January-August minus January-April where a count is read like a meter."""
    assert expected == parts(indicator, period)


@pytest.mark.parametrize("indicator", [SHARE, THIRDS, METER])
def test_own_period_is_made_of_itself_alone(indicator: Indicator) -> None:
    """No own period follows from the others, so each can be decided by itself."""
    own = own_periods(indicator, 2024)

    assert [[period] for period in own] == [
        [one.period for one in made_of(indicator, period)] for period in own
    ]


@pytest.mark.parametrize("indicator", [SHARE, THIRDS, METER])
def test_every_run_of_tertials_is_a_sum_or_difference_of_own_periods(indicator: Indicator) -> None:
    """With a plus or a minus before each, they cover just the months of the run."""
    first = Period.year_of(2024).first
    for start, end in combinations(range(0, 13, 4), 2):
        run = Period(first + start, first + end - 1)
        own = [set(one.period.months) for one in made_of(indicator, run)]
        sums = [
            Counter({month: sum(s for s, p in zip(signs, own, strict=True) if month in p)
                     for month in Period.year_of(2024).months})
            for signs in product((1, -1), repeat=len(own))
        ]  # fmt: skip
        assert Counter(run.months) in sums, str(run)
