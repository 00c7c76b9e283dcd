"""Months of a measure as a control chart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from fulfilment.world import COUNT, REGION, SHARE, World, cell, months, stated, world
from rapport.domain.plan import SexSplit
from rapport.domain.target import AtLeast
from rapport.fulfilment.monthly import MonthlySeries, monthly_series

PLAIN = replace(
    SHARE, sex_split=SexSplit.UNAVAILABLE, targets=(stated(2024, AtLeast(Decimal(50))),)
)


def monthly(made: World) -> MonthlySeries | None:
    """The region's months at the occasion."""
    return monthly_series(made.evaluation, made.plan, made.indicator, REGION)


def test_thirteen_months_are_judged_against_the_target() -> None:
    """August 2023 to August 2024."""
    found = monthly(world(PLAIN, months("2023-08--2024-08", 40, 100)))

    assert found is not None
    assert (13, Decimal(50)) == (len(found.control.points), found.target)
    assert ("2023-08", "2024-08") == (str(found.months[0]), str(found.months[-1]))


def test_twelve_months_are_too_few() -> None:
    """Preliminary limits are no ground for a chart in a report."""
    assert monthly(world(PLAIN, months("2023-09--2024-08", 40, 100))) is None


def test_gap_begins_the_series_anew() -> None:
    """Months before a missing one are left out."""
    early, late = months("2022-01--2022-06", 40, 100), months("2022-08--2024-08", 40, 100)
    found = monthly(world(PLAIN, early, late))

    assert found is not None
    assert "2022-08" == str(found.months[0])


def test_hidden_month_begins_the_series_anew() -> None:
    """A month of three persons hides the months of its tertial in a chart."""
    found = monthly(
        world(
            PLAIN,
            months("2022-01--2023-01", 40, 100),
            cell("2023-02", 3, 100),
            months("2023-03--2024-08", 40, 100),
        )
    )

    assert found is not None
    assert "2023-05" == str(found.months[0])


def test_count_has_no_target_for_a_month() -> None:
    """A year's target says nothing of a single month."""
    count = replace(
        COUNT, sex_split=SexSplit.UNAVAILABLE, targets=(stated(2024, AtLeast(Decimal(900))),)
    )
    found = monthly(world(count, months("2023-01--2024-08", 100)))

    assert found is not None
    assert (None, None) == (found.target, found.control.assurance)
