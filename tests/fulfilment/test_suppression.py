"""Suppression: small cells and what would give them away are hidden before anything sees them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

from fulfilment.world import (
    COUNT,
    NATION,
    NORTH,
    REGION,
    SHARE,
    SOUTH,
    WEST,
    World,
    cell,
    stated,
    world,
)
from rapport.domain.period import Period
from rapport.domain.plan import Basis, Indicator, SexSplit
from rapport.domain.quantity import Gap, MeasureKind, State
from rapport.domain.target import AtLeast

MONTH = Period.month(2024, 8)
HALF = (stated(2023, AtLeast(Decimal(50))),)
METER = replace(COUNT, basis=Basis.CUMULATIVE)
ROLLING = replace(SHARE, kind=MeasureKind.RATE, denominator_is_stock=True, basis=Basis.ROLLING_YEAR)
ALONE = SexSplit.UNAVAILABLE


def hidden_in(made: World, period: str = "T2-2024") -> set[str]:
    """What is hidden of a period: "norr K"."""
    return {
        f"{unit} {of}"
        for unit, of in product((REGION, NORTH, SOUTH, WEST), "TKM")
        if made.outcome(period, of, unit).state is State.SUPPRESSED
    }


def counted(*each: tuple[int, int, int], indicator: Indicator = COUNT) -> World:
    """Counts of each unit in the year's tertials; everybody, not split by sex."""
    rows = [
        cell(f"T{part}-2024", x, at=unit)
        for unit, counts in zip((NORTH, SOUTH, WEST), each, strict=True)
        for part, x in enumerate(counts, start=1)
    ]
    return world(replace(indicator, sex_split=ALONE), rows)


def by_sex(women: tuple[int, int, int], men: tuple[int, int, int]) -> World:
    """Counts of women and men of each unit in the second tertial."""
    rows = [
        cell("T2-2024", x, of=sex, at=unit)
        for sex, counts in (("K", women), ("M", men))
        for unit, x in zip((NORTH, SOUTH, WEST), counts, strict=True)
    ]
    return world(COUNT, rows)


def test_nothing_small_hides_nothing() -> None:
    """Protection costs nothing where there is nothing to protect."""
    assert set() == hidden_in(by_sex((10, 20, 30), (10, 20, 30)))


def test_women_and_men_of_a_unit_are_hidden_together_and_so_is_another_unit() -> None:
    """One row of hidden sexes would be the columns' sums minus the other rows."""
    assert {"norr K", "norr M", "syd K", "syd M"} == hidden_in(by_sex((3, 20, 30), (40, 50, 60)))


def test_small_unit_takes_the_next_smallest_with_it() -> None:
    """A single hidden unit is the region minus the others."""
    made = counted((0, 3, 0), (0, 60, 0), (0, 40, 0))

    assert {"norr T", "vast T"} == hidden_in(made)


def test_unit_with_nobody_protects_no_other() -> None:
    """Nobody is nobody: an outsider who guesses that has the small unit's figure."""
    made = counted((0, 3, 0), (0, 60, 0), (0, 0, 0))

    assert {"norr T", "syd T"} == hidden_in(made)


def test_only_what_is_of_few_people_itself_is_not_a_cover() -> None:
    """The explanation can tell a small figure from one that is hidden for its sake."""
    made = counted((0, 3, 0), (0, 60, 0), (0, 40, 0))

    assert {NORTH: False, WEST: True} == {
        unit: made.outcome("T2-2024", organisation=unit).is_cover for unit in (NORTH, WEST)
    }


def test_figure_withheld_by_the_source_is_protected_too() -> None:
    """What someone else has hidden must not be computable here either."""
    rows = [cell("T2-2024", x, at=unit) for unit, x in ((REGION, 150), (NORTH, 30), (WEST, 70))]
    made = world(replace(COUNT, sex_split=ALONE), rows, cell("T2-2024", at=SOUTH, gap=Gap.WITHHELD))

    assert {"syd T", "norr T"} == hidden_in(made)


def test_reading_with_few_people_since_the_last_one_is_hidden() -> None:
    """January-August minus January-April would be two persons."""
    made = counted((50, 2, 60), (50, 50, 50), (70, 70, 70), indicator=METER)
    states = {
        period: made.outcome(period, organisation=NORTH).state is State.SUPPRESSED
        for period in ("ACK04-2024", "T2-2024", "ACK08-2024", "T3-2024", "AR-2024")
    }

    assert {
        "ACK04-2024": False,
        "T2-2024": True,
        "ACK08-2024": True,
        "T3-2024": True,
        "AR-2024": False,
    } == states


def test_reading_that_stands_still_stays_hidden() -> None:
    """With nobody new the year's reading would be the hidden one."""
    made = counted((50, 2, 0), (50, 50, 0), (70, 70, 70), indicator=METER)

    assert {"norr T", "syd T"} == hidden_in(made, "ACK08-2024") & hidden_in(made, "AR-2024")


def test_year_is_shown_where_two_of_its_tertials_are_hidden() -> None:
    """Two small tertials are nine persons together, which tells nothing of either."""
    made = counted((4, 3, 40), (50, 50, 50), (70, 70, 70))

    assert ["T1-2024", "T2-2024", "T3-2024"] == [
        period
        for period in ("T1-2024", "T2-2024", "T3-2024", "AR-2024")
        if "norr T" in hidden_in(made, period)
    ]


def test_year_is_hidden_where_it_would_give_the_last_tertial_away() -> None:
    """The year minus two tertials that have been reported is the third."""
    made = counted((40, 30, 3), (50, 50, 50), (70, 70, 70))

    assert "norr T" in hidden_in(made, "AR-2024")
    assert "norr T" not in hidden_in(made, "ACK08-2024")


def test_measure_of_twelve_months_only_is_protected_window_by_window() -> None:
    """Three small tertials may be shown as a year when nothing else is."""
    made = counted((2, 3, 4), (50, 50, 50), (70, 70, 70), indicator=ROLLING)

    assert set() == hidden_in(made, "AR-2024")


def test_level_is_protected_by_its_last_month() -> None:
    """January-April and April are the same figure."""
    rows = [cell("2024-04", x, at=unit) for unit, x in ((NORTH, 3), (SOUTH, 40), (WEST, 60))]
    made = world(replace(COUNT, kind=MeasureKind.LEVEL, sex_split=ALONE), rows)

    assert {"norr T", "syd T"} == hidden_in(made, "T1-2024") == hidden_in(made, "2024-04")


def test_distance_to_another_organisation_is_protected_by_its_own_part() -> None:
    """Who knows the nation's figure has the unit's from the difference."""
    rows = [
        cell("T2-2024", x, 100, at=unit)
        for unit, x in ((NORTH, 3), (SOUTH, 40), (WEST, 60), (NATION, 50))
    ]
    made = world(replace(SHARE, sex_split=ALONE, reference=NATION), rows)

    assert {"norr T", "syd T"} == hidden_in(made)
