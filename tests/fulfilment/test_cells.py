"""Cells: women and men, dimensions, longer cells and ready-made figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from fulfilment.world import COUNT, SHARE, cell, months, world
from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.period import parse_period
from rapport.domain.plan import Dimension
from rapport.domain.quantity import State

VISITS = Dimension(
    "besokstyp", "Besökstyp", (("nybesok", "Nybesök"), ("aterbesok", "Återbesök")), judged=True
)


def test_explicit_total_wins_over_women_and_men() -> None:
    """Persons without a stated sex are in the total only."""
    made = world(
        COUNT,
        months("T2-2024", 11, of="K"),
        months("T2-2024", 12, of="M"),
        months("T2-2024", 25),
    )

    assert Decimal(100) == made.outcome("T2-2024").value


def test_everybody_is_women_and_men_when_there_is_no_total() -> None:
    """Shares add numerators and denominators, so the larger group weighs more."""
    made = world(SHARE, months("T2-2024", 10, 100, of="K"), months("T2-2024", 90, 100, of="M"))

    assert Decimal(50) == made.outcome("T2-2024").value


def test_women_alone_are_not_everybody() -> None:
    """A total with one sex missing is not measured."""
    made = world(SHARE, months("T2-2024", 10, 100, of="K"))

    assert State.NOT_MEASURED == made.outcome("T2-2024").state


def test_left_out_dimension_is_summed_over_its_values() -> None:
    """The whole of nybesök and återbesök has both kinds of visits."""
    new, back = (Breakdown(None, (("besokstyp", v),)) for v in ("nybesok", "aterbesok"))
    made = world(
        replace(SHARE, dimensions=(VISITS,)),
        [cell(m, 10, 100, of=new) for m in parse_period("T2-2024").months],
        [cell(m, 50, 100, of=back) for m in parse_period("T2-2024").months],
    )

    assert Decimal(30) == made.outcome("T2-2024").value


def test_dimension_and_sex_are_summed_together() -> None:
    """Rows by sex and kind of visit give women, each kind, and everybody."""
    rows = [
        cell(month, x, 100, of=Breakdown(sex, (("besokstyp", value),)))
        for month in parse_period("T2-2024").months
        for sex, value, x in (
            (Sex.WOMEN, "nybesok", 10),
            (Sex.WOMEN, "aterbesok", 20),
            (Sex.MEN, "nybesok", 30),
            (Sex.MEN, "aterbesok", 40),
        )
    ]
    made = world(replace(SHARE, dimensions=(VISITS,)), rows).by_breakdown()

    assert Decimal(25) == made["T"].outcome.value
    assert Decimal(15) == made["K"].outcome.value
    assert Decimal(20) == made["besokstyp=nybesok"].outcome.value


def test_tertial_cell_is_used_when_it_covers_the_period_exactly() -> None:
    """T1 and T2 cells make up January to August, but say nothing of May alone."""
    made = world(COUNT, cell("T1-2024", 100), cell("T2-2024", 200))

    assert Decimal(300) == made.outcome("ACK08-2024").value
    assert State.NOT_MEASURED == made.outcome("2024-05").state


def test_longer_cell_fills_in_for_missing_months_only() -> None:
    """Months of their own come first; the tertial cell stands in where one is missing."""
    made = world(COUNT, months("T1-2024", 10), cell("T1-2024", 99), cell("T2-2024", 200))

    assert Decimal(240) == made.outcome("ACK08-2024").value


def test_published_share_is_used_for_exactly_its_period() -> None:
    """A ready-made percentage is never averaged with another."""
    made = world(SHARE, cell("T1-2024", value="81.5"), cell("T2-2024", value="82.6"))

    assert Decimal("82.6") == made.outcome("T2-2024").value
    assert (State.NOT_MEASURED, 0) == (
        made.outcome("ACK08-2024").state,
        made.outcome("ACK08-2024").found,
    )


def test_published_counts_add_up() -> None:
    """A ready-made count is as good as a numerator."""
    made = world(COUNT, [cell(m, value="10") for m in parse_period("T2-2024").months])

    assert Decimal(40) == made.outcome("T2-2024").value
