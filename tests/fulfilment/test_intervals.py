"""Intervals against published figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulfilment.world import COUNT, SHARE
from rapport.domain.outcome import Outcome
from rapport.domain.period import parse_period
from rapport.domain.plan import Indicator
from rapport.domain.quantity import MeasureKind, State, Unit
from rapport.fulfilment.intervals import (
    Interval,
    byar,
    difference_is_certain,
    interval_of,
    newcombe,
    of_cases,
    poisson_exact,
    wilson,
)

RATE = replace(
    SHARE,
    kind=MeasureKind.RATE,
    unit=Unit.PER_THOUSAND,
    multiplier=Decimal(1000),
    denominator_is_stock=True,
)
MONEY = replace(RATE, unit=Unit.KRONOR_PER_INHABITANT, multiplier=Decimal(1))


def outcome(x: int | None, n: int | None) -> Outcome:
    """A measured share."""
    return Outcome(
        parse_period("T2-2024"),
        State.MEASURED,
        numerator=None if x is None else Decimal(x),
        denominator=None if n is None else Decimal(n),
    )


def test_newcombes_own_example() -> None:
    """56 of 70 against 48 of 80: 0,0524 to 0,3339 (Newcombe 1998, method 10)."""
    low, high = newcombe((Decimal(56), Decimal(70)), (Decimal(48), Decimal(80)))

    assert ("0.0524", "0.3339") == (f"{low:.4f}", f"{high:.4f}")


def test_wilson_of_nobody_begins_at_zero() -> None:
    """0 of 10 reaches up to 0,2775, never below zero (Newcombe 1998)."""
    low, high = wilson(Decimal(0), Decimal(10))

    assert ("0.0000", "0.2775") == (f"{abs(low):.4f}", f"{high:.4f}")


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_holds_the_share_and_stays_between_none_and_all(x: int, extra: int) -> None:
    """The share is inside its own interval."""
    n = Decimal(x + extra)
    low, high = wilson(Decimal(x), n)
    slack = Decimal("1e-20")

    assert -slack <= low <= x / n + slack
    assert x / n <= high <= 1 + slack


def rounded(found: Interval | None) -> tuple[str, str]:
    """An interval with four decimals."""
    assert found is not None
    return f"{found.low:.4f}", f"{found.high:.4f}"


@pytest.mark.parametrize(
    "cases, bounds",
    [
        (65, ("50.1632", "82.8491")),
        (1045, ("982.5932", "1110.3312")),
        (1, ("0.0131", "5.5638")),
    ],
)
def test_byars_published_examples(cases: int, bounds: tuple[str, str]) -> None:
    """The bounds that the public health agency of England prints."""
    assert bounds == rounded(byar(Decimal(cases)))


def test_byar_is_not_available_where_it_would_be_negative() -> None:
    """One case at 99,8 % has no lower bound in the published workbook."""
    assert byar(Decimal(1), Decimal("3.0902323")) is None


@pytest.mark.parametrize("cases, bounds", [(0, ("0.0000", "3.6889")), (5, ("1.6235", "11.6683"))])
def test_exact_bounds_of_textbooks(cases: int, bounds: tuple[str, str]) -> None:
    """No case may still be a mean of 3,69; five cases 1,62 to 11,67."""
    assert bounds == rounded(poisson_exact(cases))


def test_few_cases_are_exact_and_ten_are_byars() -> None:
    """The border lies between nine and ten; parts of cases cannot be exact."""
    assert poisson_exact(9) == of_cases(Decimal(9))
    assert byar(Decimal(10)) == of_cases(Decimal(10))
    assert byar(Decimal("2.5")) == of_cases(Decimal("2.5"))


def test_interval_stands_in_the_measures_own_unit() -> None:
    """Percent for a share, per thousand for a rate of cases."""
    assert ("5.5229", "17.4366") == rounded(interval_of(SHARE, outcome(10, 100)))
    assert ("4.7874", "18.3915") == rounded(interval_of(RATE, outcome(10, 1000)))


@pytest.mark.parametrize("indicator", [COUNT, MONEY])
def test_counts_and_money_have_no_interval(indicator: Indicator) -> None:
    """A count has no denominator, and kronor do not occur by chance."""
    assert interval_of(indicator, outcome(10, 1000)) is None
    assert interval_of(RATE, outcome(10, 0)) is None


@pytest.mark.parametrize(
    "women, men, certain",
    [
        ((604, 3920), (741, 4190), True),
        ((41, 200), (38, 200), False),
        ((1, 10), (None, None), False),
        ((5, 0), (1, 10), False),
        ((50, 10), (1, 10), False),
    ],
)
def test_difference_is_certain_only_beyond_chance(
    women: tuple[int | None, int | None],
    men: tuple[int | None, int | None],
    certain: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Hidden, empty and impossible shares are never certain."""
    assert certain == difference_is_certain(SHARE, outcome(*women), outcome(*men))


@pytest.mark.parametrize(
    "indicator, certain", [(SHARE, True), (RATE, True), (MONEY, False), (COUNT, False)]
)
def test_what_kind_of_measure_a_difference_can_be_certain_of(
    indicator: Indicator,
    certain: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """1 500 of 10 000 against 1 000 of 10 000, as shares, cases, kronor and counts."""
    assert certain == difference_is_certain(indicator, outcome(1500, 10000), outcome(1000, 10000))


def test_rates_of_few_cases_are_rarely_certain() -> None:
    """Six cases against two in equally large groups may be chance, twenty against two not."""
    two = outcome(2, 1000)

    assert not difference_is_certain(RATE, outcome(6, 1000), two)
    assert difference_is_certain(RATE, outcome(20, 1000), two)
