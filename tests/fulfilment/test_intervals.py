"""Intervals against published figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.outcome import Outcome
from rapport.domain.period import parse_period
from rapport.domain.quantity import State
from rapport.fulfilment.intervals import difference_is_certain, newcombe, wilson


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
    assert certain == difference_is_certain(outcome(*women), outcome(*men))
