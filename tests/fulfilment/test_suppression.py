"""Suppression: small cells and what would give them away are hidden before anything sees them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest

from fulfilment.world import (
    COUNT,
    NORTH,
    REGION,
    SHARE,
    SOUTH,
    TREE,
    WEST,
    baseline,
    cell,
    months,
    stated,
    world,
)
from rapport.domain.breakdown import MEN, TOTAL, WOMEN, Breakdown
from rapport.domain.measurement import Observation
from rapport.domain.outcome import Blocker, Outcome, Verdict
from rapport.domain.period import Period
from rapport.domain.plan import Basis, Dimension, SexSplit
from rapport.domain.quantity import Gap, MeasureKind, State
from rapport.domain.target import Aim, AtLeast, Directional
from rapport.fulfilment.disclosure import TableCell
from rapport.fulfilment.suppression import hidden_cells, is_small

MONTH = Period.month(2024, 8)
UNITS = (NORTH, SOUTH, WEST)
HALF = (stated(2023, AtLeast(Decimal(50))),)


def outcome(x: int, n: int | None = None) -> Outcome:
    """A measured outcome of a month."""
    below = None if n is None else Decimal(n)
    return Outcome(MONTH, State.MEASURED, Decimal(x), Decimal(x), below)


def family(women: tuple[int, ...], men: tuple[int, ...]) -> dict[TableCell, Outcome]:
    """The region and its hospitals, women, men and everybody, with counts that add up."""
    found: dict[TableCell, Outcome] = {}
    for unit, k, m in zip((REGION, *UNITS), (sum(women), *women), (sum(men), *men), strict=True):
        for breakdown, x in ((TOTAL, k + m), (WOMEN, k), (MEN, m)):
            found[TableCell(unit, breakdown)] = outcome(x)
    return found


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
    ],
)
def test_small_is_few_people_but_not_nobody(
    kind: MeasureKind,
    x: int,
    n: int | None,
    small: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Few who count, few who do not, few to take a mean of; zero and money show nobody."""
    assert small == is_small(outcome(x, n), kind, 5)


def test_nothing_small_hides_nothing() -> None:
    """Protection costs nothing where there is nothing to protect."""
    assert frozenset() == hidden_cells(family((10, 20, 30), (10, 20, 30)), COUNT, TREE, 5)


def test_women_and_men_of_a_unit_are_hidden_together_and_so_is_another_unit() -> None:
    """One row of hidden sexes would be the columns' sums minus the other rows."""
    hidden = hidden_cells(family((3, 20, 30), (40, 50, 60)), COUNT, TREE, 5)

    assert {TableCell(unit, sex) for unit in (NORTH, SOUTH) for sex in (WOMEN, MEN)} == hidden


def test_small_unit_takes_the_next_smallest_with_it() -> None:
    """A single hidden unit is the region minus the others."""
    cells = {c: o for c, o in family((3, 50, 30), (0, 5, 7)).items() if c.breakdown == TOTAL}

    hidden = hidden_cells(cells, replace(COUNT, sex_split=SexSplit.UNAVAILABLE), TREE, 5)

    assert {TableCell(NORTH, TOTAL), TableCell(WEST, TOTAL)} == hidden


def test_figure_withheld_by_the_source_is_protected_too() -> None:
    """What someone else has hidden must not be computable here either."""
    cells = {c: o for c, o in family((30, 50, 70), (0, 0, 0)).items() if c.breakdown == TOTAL}
    cells[TableCell(SOUTH, TOTAL)] = Outcome(MONTH, State.SUPPRESSED)

    hidden = hidden_cells(cells, COUNT, TREE, 5)

    assert {TableCell(SOUTH, TOTAL), TableCell(NORTH, TOTAL)} == hidden


def _hospitals(south_women: int, period: str = "T2-2024") -> list[Observation]:
    figures = {NORTH: (30, 40), SOUTH: (south_women, 25), WEST: (50, 60)}
    return [
        one
        for unit, (k, m) in figures.items()
        for sex, x in (("K", k), ("M", m))
        for one in months(period, x, 100, of=sex, at=unit)
    ]


def test_hidden_series_keeps_no_figure_anywhere() -> None:
    """Outcome, distance, change, forecast and sentence are all empty."""
    made = world(replace(SHARE, targets=HALF), _hospitals(1)).by_breakdown(SOUTH)["K"]

    assert (State.SUPPRESSED, Blocker.SUPPRESSED, None) == (made.state, made.blocker, made.verdict)
    assert [None] * 6 == [
        made.outcome.value,
        made.outcome.numerator,
        made.outcome.denominator,
        made.deviation,
        made.change,
        made.forecast,
    ]
    assert () == made.outcome.sources
    assert "1" not in made.explanation


def test_headline_made_of_hidden_parts_has_no_verdict() -> None:
    """The verdict of two hidden parts would tell on which side of the target they are."""
    made = world(replace(SHARE, targets=HALF, both_sexes=True), _hospitals(1)).headline(SOUTH)

    assert (Verdict.NOT_ASSESSABLE, Blocker.NOT_ALL_PARTS) == (made.verdict, made.blocker)
    assert all(part.outcome.value is None for part in made.parts)
    assert "kvinnor visas inte och män visas inte" in made.explanation


def test_what_is_hidden_on_one_basis_is_hidden_on_all_that_are_shown() -> None:
    """The tertial's four cases are what January–August has more than January–April."""
    indicator = replace(
        COUNT, sex_split=SexSplit.UNAVAILABLE, basis=Basis.CUMULATIVE, also_shows=(Basis.PERIOD,)
    )
    made = world(indicator, months("T1-2024", 50), months("T2-2024", 1)).headline()

    assert State.SUPPRESSED == made.state


def test_last_years_hidden_figure_is_hidden_this_year_too() -> None:
    """The change would give it away."""
    indicator = replace(SHARE, sex_split=SexSplit.UNAVAILABLE, targets=HALF)
    made = world(indicator, months("T2-2023", 1, 100), months("T2-2024", 60, 100)).headline()

    assert made.last_year is not None
    assert (State.SUPPRESSED, None, Verdict.MET) == (
        made.last_year.state,
        made.change,
        made.verdict,
    )


def test_unit_is_not_compared_with_its_own_hidden_past() -> None:
    """The distance to a baseline of four persons would give the four away."""
    indicator = replace(
        SHARE,
        sex_split=SexSplit.UNAVAILABLE,
        targets=(stated(2024, Directional(Aim.INCREASE)),),
        baselines=(baseline("AR-2021", "30"),),
    )
    made = world(
        indicator, months("T2-2021", 1, 100, at=NORTH), months("T2-2024", 60, 100, at=NORTH)
    ).headline(NORTH)

    assert (Verdict.NOT_ASSESSABLE, None, None, None) == (
        made.verdict,
        made.reference,
        made.deviation,
        made.forecast,
    )
    assert "jämförelsevärdet rör färre än fem personer" in made.explanation


def test_forecast_of_hidden_parts_has_no_verdict() -> None:
    """What the parts would become is as hidden as what they are."""
    indicator = replace(SHARE, targets=HALF, both_sexes=True)
    rows = [one for part in ("T1-2024", "T2-2024") for one in _hospitals(1, part)]
    made = world(indicator, rows).headline(SOUTH)

    assert made.forecast is not None
    assert made.forecast.verdict is None


def test_series_of_a_dimension_are_protected_like_the_sexes() -> None:
    """The small series and one more of the same whole are hidden."""
    kinds = Dimension("typ", "Typ", (("a", "A"), ("b", "B"), ("c", "C")), judged=True)
    indicator = replace(COUNT, sex_split=SexSplit.UNAVAILABLE, dimensions=(kinds,))
    rows = [
        cell(MONTH, x, of=Breakdown(None, (("typ", value),)))
        for value, x in (("a", 3), ("b", 60), ("c", 50))
    ]
    made = world(indicator, rows, occasion="2024-08").by_breakdown()

    assert {"T": False, "typ=a": True, "typ=b": False, "typ=c": True} == {
        name: one.state is State.SUPPRESSED for name, one in made.items()
    }


def test_cumulative_chart_protects_each_month() -> None:
    """A month with two cases shows as a step between two sums."""
    indicator = replace(COUNT, sex_split=SexSplit.UNAVAILABLE, basis=Basis.CUMULATIVE)
    made = world(indicator, cell("2024-01", 50), cell("2024-02", 2), cell("2024-03", 50))

    assert Decimal(50) == made.outcome("ACK01-2024").value
    assert State.SUPPRESSED == made.outcome("ACK03-2024").state


def test_withheld_cell_of_the_source_reaches_the_report_as_suppressed() -> None:
    """A ".." in the data is neither missing nor zero."""
    made = world(
        replace(SHARE, sex_split=SexSplit.UNAVAILABLE, targets=HALF),
        [cell(month, gap=Gap.WITHHELD) for month in world().headline().outcome.period.months],
    ).headline()

    assert (State.SUPPRESSED, None) == (made.state, made.verdict)


def test_zero_and_everybody_are_shown() -> None:
    """Nobody and all are shown for every unit and sex."""
    shown = [
        world(SHARE, months("T2-2024", x, 100, of="K"), months("T2-2024", x, 100, of="M"))
        for x in (0, 100)
    ]

    for made, of in product(shown, "TKM"):
        assert State.MEASURED == made.by_breakdown()[of].outcome.state
