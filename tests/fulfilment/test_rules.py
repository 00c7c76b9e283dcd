"""Rules that hold for all numbers: the verdict follows the outcome, never the other way."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulfilment.world import PROFILE, SHARE, TEN_PERCENT
from rapport.domain.outcome import Verdict
from rapport.domain.quantity import Unit
from rapport.domain.target import (
    Aim,
    AtLeast,
    AtMost,
    Below,
    Directional,
    Tolerance,
    ToleranceKind,
    Within,
)
from rapport.fulfilment.rules import (
    distance,
    judged_direction,
    judged_number,
    margin,
    of_parts,
    rolled_up,
    tolerance_for,
    tolerance_of_direction,
)

NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2)
ALLOWED = st.decimals(min_value=0, max_value=100, places=2)
ORDER = [Verdict.NOT_MET, Verdict.PARTLY, Verdict.MET]
FIVE_POINTS = Tolerance(ToleranceKind.ABSOLUTE, Decimal(5))


@given(NUMBERS, NUMBERS, NUMBERS, ALLOWED)
def test_more_is_never_judged_worse_when_the_target_is_a_floor(
    target: Decimal, one: Decimal, other: Decimal, allowed: Decimal
) -> None:
    """The verdict is monotone in the outcome, also for negative and zero targets."""
    low, high = sorted((one, other))
    verdicts = [judged_number(AtLeast(target), value, allowed) for value in (low, high)]

    assert ORDER.index(verdicts[0]) <= ORDER.index(verdicts[1])


@given(NUMBERS, NUMBERS, ALLOWED)
def test_a_ceiling_is_a_floor_in_the_mirror(
    target: Decimal, outcome: Decimal, allowed: Decimal
) -> None:
    """At most m for u is judged as at least −m for −u."""
    assert judged_number(AtLeast(-target), -outcome, allowed) == judged_number(
        AtMost(target), outcome, allowed
    )


@given(NUMBERS, NUMBERS, ALLOWED)
def test_less_than_is_never_kinder_than_at_most(
    target: Decimal, outcome: Decimal, allowed: Decimal
) -> None:
    """Strict and not strict differ only at the limit itself."""
    strict, loose = (judged_number(kind(target), outcome, allowed) for kind in (Below, AtMost))

    assert ORDER.index(strict) <= ORDER.index(loose)
    assert strict == loose or outcome == target


@given(NUMBERS, NUMBERS, ALLOWED)
def test_increase_and_decrease_are_opposites(
    start: Decimal, outcome: Decimal, allowed: Decimal
) -> None:
    """What meets one does not meet the other; unchanged is partly for both."""
    up, down = (
        judged_direction(aim, outcome, start, 1, allowed) for aim in (Aim.INCREASE, Aim.DECREASE)
    )

    assert {
        Verdict.MET: Verdict.NOT_MET,
        Verdict.NOT_MET: Verdict.MET,
        Verdict.PARTLY: Verdict.PARTLY,
    }[up] == down


@pytest.mark.parametrize(
    "outcome, apart", [("0.5", "-0.5"), ("1", "0"), ("2", "1"), ("2.5", "0.5"), ("4", "-1")]
)
def test_distance_to_an_interval_is_to_its_nearest_end(outcome: str, apart: str) -> None:
    """Inside it is positive, at an end zero, outside negative."""
    assert Decimal(apart) == distance(Within(Decimal(1), Decimal(3)), Decimal(outcome))


def test_direction_without_baseline_has_no_distance() -> None:
    """Asking for it is a mistake of the caller, not a zero."""
    with pytest.raises(ValueError, match="ingångsvärde"):
        distance(Directional(Aim.INCREASE), Decimal(1))


def test_own_tolerance_comes_before_the_units_and_the_regions() -> None:
    """Measure, then unit, then region."""
    points = replace(PROFILE, tolerances=((Unit.PERCENT, FIVE_POINTS),))
    own = Tolerance(ToleranceKind.ABSOLUTE, Decimal(1))

    assert own == tolerance_for(replace(SHARE, tolerance=own), points)
    assert FIVE_POINTS == tolerance_for(SHARE, points)
    assert TEN_PERCENT == tolerance_for(SHARE, PROFILE)


def test_general_tolerance_does_not_blur_a_direction() -> None:
    """Only a band that the measure declares counts as unchanged, except to maintain."""
    assert tolerance_of_direction(SHARE, PROFILE, Aim.INCREASE) is None
    assert TEN_PERCENT == tolerance_of_direction(SHARE, PROFILE, Aim.MAINTAIN)
    assert FIVE_POINTS == tolerance_of_direction(
        replace(SHARE, tolerance=FIVE_POINTS), PROFILE, Aim.DECREASE
    )


def test_relative_tolerance_of_an_interval_is_of_the_nearest_end() -> None:
    """Ten percent of 1 below the interval 1–3, of 3 above it."""
    interval = Within(Decimal(1), Decimal(3))

    assert Decimal("0.1") == margin(TEN_PERCENT, interval, Decimal("0.5"))
    assert Decimal("0.3") == margin(TEN_PERCENT, interval, Decimal("3.5"))


def test_relative_tolerance_of_a_direction_is_of_its_baseline() -> None:
    """Two percent of 1 000 visits are twenty visits."""
    two = Tolerance(ToleranceKind.RELATIVE, Decimal("0.02"))

    assert Decimal(20) == margin(two, Directional(Aim.DECREASE), Decimal(900), Decimal(1000))


def test_share_of_the_way_needs_a_start() -> None:
    """Without a baseline there is no way, and nothing is tolerated."""
    quarter = Tolerance(ToleranceKind.SHARE_OF_WAY, Decimal("0.25"))

    assert Decimal(25) == margin(quarter, AtLeast(Decimal(200)), Decimal(180), Decimal(100))
    assert Decimal(0) == margin(quarter, AtLeast(Decimal(200)), Decimal(180))


def test_part_without_verdict_leaves_the_whole_without() -> None:
    """A hidden or missing part cannot be rolled up."""
    assert Verdict.NOT_ASSESSABLE == of_parts([Verdict.MET, None], by_sex=True)
    assert Verdict.NOT_ASSESSABLE == of_parts([], by_sex=False)


def test_goal_leaves_out_what_cannot_be_assessed() -> None:
    """One met and one unknown is met; only unknown is unknown."""
    assert Verdict.MET == rolled_up([Verdict.MET, Verdict.NOT_ASSESSABLE])
    assert Verdict.NOT_ASSESSABLE == rolled_up([Verdict.NOT_ASSESSABLE])
    assert Verdict.NOT_ASSESSABLE == rolled_up([])
    assert Verdict.PARTLY == rolled_up([Verdict.MET, Verdict.NOT_MET])
