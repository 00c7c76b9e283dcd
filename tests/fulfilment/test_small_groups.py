"""Small groups: few people, but not nobody, by the kind of figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import SHARE
from rapport.domain.outcome import Outcome
from rapport.domain.period import Period
from rapport.domain.quantity import MeasureKind, State, Unit
from rapport.fulfilment.small_groups import Limits, counts_of

MONTH = Period.month(2024, 8)


def is_small(kind: MeasureKind, x: int, n: int | None, limits: Limits) -> bool:
    """Whether a figure of a kind is of few people."""
    below = None if n is None else Decimal(n)
    indicator = replace(SHARE, kind=kind, unit=Unit.COUNT)
    counts = counts_of(Outcome(MONTH, State.MEASURED, Decimal(x), Decimal(x), below), indicator)
    assert counts is not None
    return limits.few(indicator, counts)


@pytest.mark.parametrize(
    "kind, x, n, small",
    [
        (MeasureKind.SHARE, 4, 100, True),
        (MeasureKind.SHARE, 96, 100, True),
        (MeasureKind.SHARE, 5, 100, False),
        (MeasureKind.SHARE, 0, 100, False),
        (MeasureKind.SHARE, 100, 100, False),
        (MeasureKind.COUNT, 4, None, True),
        (MeasureKind.COUNT, 0, None, False),
        (MeasureKind.LEVEL, 1, None, True),
        (MeasureKind.RATE, 4, 250000, True),
        (MeasureKind.RATE, 60000, 250000, False),
        (MeasureKind.MEAN, 1000, 4, True),
        (MeasureKind.AMOUNT, 3, None, False),
        (MeasureKind.MEDIAN, 3, None, False),
    ],
)
def test_small_is_few_people_but_not_nobody(
    kind: MeasureKind,
    x: int,
    n: int | None,
    small: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Few who count, few who do not, few to take a mean of; zero and money show nobody."""
    assert small == is_small(kind, x, n, Limits(5))


@pytest.mark.parametrize("x, n, small", [(0, 12, True), (12, 12, True), (0, 20, False)])
def test_share_of_a_small_group_is_hidden_where_the_region_says_so(
    x: int,
    n: int,
    small: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """All or none of twelve are hidden when a share is to be of at least twenty."""
    assert small == is_small(MeasureKind.SHARE, x, n, Limits(5, base=20))


@pytest.mark.parametrize("unit", [Unit.PERCENT, Unit.MILLION_KRONOR, Unit.DAYS, Unit.INDEX])
def test_level_that_counts_nobody_is_never_small(unit: Unit) -> None:
    """A result of 1,9 % of the taxes is no group of two."""
    indicator = replace(SHARE, kind=MeasureKind.LEVEL, unit=unit)
    found = Outcome(MONTH, State.MEASURED, Decimal("1.9"), Decimal("1.9"))

    assert () == counts_of(found, indicator)


def test_figure_that_the_source_withholds_has_no_counts() -> None:
    """A ".." in the data is never small and never large: it is not known."""
    assert counts_of(Outcome(MONTH, State.SUPPRESSED), SHARE) is None
