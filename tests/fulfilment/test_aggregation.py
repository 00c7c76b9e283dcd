"""Outcomes: sums over months, units and sexes, and what happens when cells are missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fulfilment.world import COUNT, NATION, NORTH, SHARE, SOUTH, WEST, cell, months, world
from rapport.domain.breakdown import Breakdown
from rapport.domain.outcome import Outcome
from rapport.domain.period import Period, parse_period
from rapport.domain.quantity import Gap, MeasureKind, State, Unit


def test_share_over_months_is_a_ratio_of_sums() -> None:
    """1 of 10 and 90 of 100 is 91 of 110, not the mean 50 %."""
    made = world(SHARE, cell("2024-05", 10, 100), cell("2024-06", 900, 1000))

    outcome = made.outcome("2024-05--2024-06")

    assert (Decimal(910), Decimal(1100)) == (outcome.numerator, outcome.denominator)
    assert Decimal(910) / Decimal(1100) * 100 == outcome.value


def test_tertial_and_months_since_january_are_different_periods() -> None:
    """T2 counts May to August, DÅ08 counts January to August."""
    made = world(COUNT, months("T1-2024", 10), months("T2-2024", 100))

    assert Decimal(400) == made.outcome("T2-2024").value
    assert Decimal(440) == made.outcome("ACK08-2024").value


def test_missing_month_is_listed_and_nothing_is_computed() -> None:
    """Three of four months are not a tertial."""
    made = world(COUNT, [one for one in months("T2-2024", 100) if str(one.period) != "2024-07"])

    outcome = made.outcome("T2-2024")

    assert (State.NOT_MEASURED, None, 3, 4) == (
        outcome.state,
        outcome.value,
        outcome.found,
        outcome.expected,
    )
    assert (parse_period("2024-07"),) == outcome.missing


def test_plan_may_accept_less_than_all_months() -> None:
    """With a demand of 0,75 three of four months are enough."""
    indicator = replace(SHARE, completeness=Decimal("0.75"))
    made = world(indicator, months("2024-05--2024-07", 10, 20))

    assert Decimal(50) == made.outcome("T2-2024").value


def test_zero_is_measured_and_a_gap_is_not() -> None:
    """Zero, missing and not applicable are three different things."""
    zeros = world(COUNT, months("T2-2024", 0))
    gaps = world(COUNT, [cell(m, gap=Gap.MISSING) for m in parse_period("T2-2024").months])
    idle = world(COUNT, [cell(m, gap=Gap.NOT_APPLICABLE) for m in parse_period("T2-2024").months])

    assert (State.MEASURED, Decimal(0)) == _state_and_value(zeros.outcome("T2-2024"))
    assert (State.NOT_MEASURED, None) == _state_and_value(gaps.outcome("T2-2024"))
    assert 4 == gaps.outcome("T2-2024").expected
    assert 0 == idle.outcome("T2-2024").expected


def _state_and_value(outcome: Outcome) -> tuple[State, Decimal | None]:
    return outcome.state, outcome.value


def test_withheld_month_withholds_the_period() -> None:
    """A source that protects one month protects the sum."""
    made = world(COUNT, months("2024-05--2024-07", 10), cell("2024-08", gap=Gap.WITHHELD))

    assert State.SUPPRESSED == made.outcome("T2-2024").state


def test_region_is_the_sum_of_its_hospitals() -> None:
    """Without rows of its own the region adds up the units at the data level."""
    made = world(SHARE, months("T2-2024", 10, 20, at=NORTH), months("T2-2024", 10, 60, at=SOUTH))

    outcome = made.outcome("T2-2024")

    assert (Decimal(80), Decimal(320), 8) == (
        outcome.numerator,
        outcome.denominator,
        outcome.expected,
    )


def test_regions_own_rows_win_over_its_hospitals() -> None:
    """The region's own figures include what no hospital reports."""
    made = world(COUNT, months("T2-2024", 100), months("T2-2024", 10, at=NORTH))

    assert Decimal(400) == made.outcome("T2-2024").value


def test_hospital_that_ever_reports_is_expected_every_month() -> None:
    """A hospital that has gone silent makes the region incomplete."""
    made = world(COUNT, months("T2-2024", 10, at=NORTH), months("T1-2024", 10, at=SOUTH))

    outcome = made.outcome("T2-2024")

    assert (4, 8) == (outcome.found, outcome.expected)


def test_median_is_taken_as_published_or_not_at_all() -> None:
    """The median of the region cannot be made from its hospitals' medians."""
    median = replace(SHARE, kind=MeasureKind.MEDIAN, unit=Unit.DAYS, multiplier=Decimal(1))
    made = world(
        median, cell("T2-2024", value="14", at=NORTH), cell("T2-2024", value="18", at=SOUTH)
    )

    assert Decimal(14) == made.outcome("T2-2024", organisation=NORTH).value
    assert State.NOT_MEASURED == made.outcome("T2-2024").state


def test_level_is_the_last_month_summed_over_units() -> None:
    """Those who wait in August, not those who waited from May to August."""
    level = replace(COUNT, kind=MeasureKind.LEVEL)
    made = world(
        level,
        cell("2024-05", 900, at=NORTH),
        cell("2024-08", 47, at=NORTH),
        cell("2024-08", 40, at=SOUTH),
    )

    assert Decimal(87) == made.outcome("T2-2024").value


def test_rate_divides_by_the_mean_population() -> None:
    """Twelve months of prescriptions per thousand of the year's mean population."""
    rate = replace(
        SHARE, kind=MeasureKind.RATE, multiplier=Decimal(1000), denominator_is_stock=True
    )
    first, last = parse_period("2023-09--2024-02"), parse_period("2024-03--2024-08")
    made = world(rate, months(str(first), 5000, 240000), months(str(last), 5000, 260000))

    assert Decimal(240) == made.outcome("R12-2024-08").value


def test_population_of_units_is_added_before_the_mean_is_taken() -> None:
    """Two halves of a population are one population, not a mean of halves."""
    rate = replace(
        SHARE, kind=MeasureKind.RATE, multiplier=Decimal(1000), denominator_is_stock=True
    )
    made = world(
        rate,
        months("R12-2024-08", 100, 1000, at=NORTH),
        months("R12-2024-08", 100, 3000, at=SOUTH),
    )

    assert Decimal(600) == made.outcome("R12-2024-08").value


def test_difference_to_the_nation_keeps_both_values() -> None:
    """4 264 kr against 4 000 kr is a difference of 264 kr."""
    cost = replace(
        SHARE,
        kind=MeasureKind.RATE,
        unit=Unit.KRONOR_PER_INHABITANT,
        decimals=0,
        multiplier=Decimal(1),
        denominator_is_stock=True,
        reference=NATION,
    )
    made = world(cost, months("T2-2024", 1066, 1), months("T2-2024", 1000, 1, at=NATION)).outcome(
        "T2-2024"
    )

    assert (Decimal(264), Decimal(4264), Decimal(4000), None) == (
        made.value,
        made.own,
        made.reference,
        made.numerator,
    )


def test_difference_needs_both_values() -> None:
    """Without the nation there is no difference."""
    made = world(replace(COUNT, reference=NATION), months("T2-2024", 10))

    assert State.NOT_MEASURED == made.outcome("T2-2024").state


def test_share_of_nobody_cannot_be_computed() -> None:
    """Zero of zero is neither zero nor missing."""
    made = world(SHARE, months("T2-2024", 0, 0))

    assert (State.NOT_ASSESSABLE, None) == _state_and_value(made.outcome("T2-2024"))


def test_every_source_cell_is_kept_in_order() -> None:
    """An outcome can be traced to each of its cells, and knows it is example data."""
    outcome = world(COUNT, months("T2-2024", 10)).outcome("T2-2024")

    assert [f"region 2024-0{m} T" for m in (5, 6, 7, 8)] == [s.cell for s in outcome.sources]
    assert outcome.is_example


COUNTS = st.lists(st.integers(min_value=0, max_value=10**6), min_size=12, max_size=12)


@given(COUNTS, st.integers(min_value=1, max_value=11))
def test_a_year_is_the_sum_of_its_two_parts_wherever_it_is_cut(counts: list[int], cut: int) -> None:
    """Summing over months is associative."""
    year = Period.year_of(2024)
    cells = [cell(month, x) for month, x in zip(year.months, counts, strict=True)]
    made = world(replace(COUNT, kind=MeasureKind.AMOUNT), cells).evaluation
    indicator = made.plans[0].other_indicators[0]
    whole, first, second = (
        made.outcome(indicator, "region", Breakdown(), period).value or Decimal(0)
        for period in (
            year,
            Period(year.first, year.first + cut - 1),
            Period(year.first + cut, year.last),
        )
    )

    assert whole == first + second


@given(st.lists(st.tuples(st.integers(50, 500), st.integers(1000, 5000)), min_size=3, max_size=3))
def test_share_of_the_region_lies_between_its_hospitals(parts: list[tuple[int, int]]) -> None:
    """A ratio of sums is never outside the ratios it is made of."""
    hospitals = (NORTH, SOUTH, WEST)
    rows = [
        one
        for at, (x, n) in zip(hospitals, parts, strict=True)
        for one in months("2024-08", x, n, at=at)
    ]
    made = world(SHARE, rows)
    shares = [made.outcome("2024-08", organisation=at).value or Decimal(0) for at in hospitals]
    region = made.outcome("2024-08").value

    assert region is not None
    assert min(shares) <= region <= max(shares)
