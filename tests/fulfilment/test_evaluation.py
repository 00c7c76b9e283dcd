"""The door: results in order, families of units, target paths, and what is asked twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import COUNT, NATION, NORTH, REGION, SHARE, SOUTH, months, stated, world
from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.measurement import Observation
from rapport.domain.plan import Basis, Dimension, SexSplit
from rapport.domain.target import AtLeast, WithinYear

GROWING = replace(
    COUNT,
    sex_split=SexSplit.UNAVAILABLE,
    basis=Basis.CUMULATIVE,
    targets=(stated(2024, AtLeast(Decimal(1200))),),
)


def _hospitals() -> list[Observation]:
    return [
        *months("T2-2024", 30, 100, at=NORTH),
        *months("T2-2024", 40, 100, at=SOUTH),
        *months("T2-2024", 50, 100, at=NATION),
    ]


def test_family_is_the_region_and_the_units_with_data() -> None:
    """The nation is for comparison and no unit of the region."""
    made = world(SHARE, _hospitals())
    family = made.evaluation.family(made.plan, SHARE)

    assert [REGION, NORTH, SOUTH] == list(family)
    assert [Decimal(35), Decimal(30), Decimal(40)] == [
        rows[0].outcome.value for rows in family.values()
    ]


def test_results_are_every_row_of_every_plan() -> None:
    """One measure with women and men is three rows of "resultat"."""
    made = world(SHARE, _hospitals())

    assert ["T", "K", "M"] == [str(one.breakdown) for one in made.evaluation.results(REGION)]


def test_what_is_asked_twice_is_computed_once() -> None:
    """Sections ask for the same measure again and again."""
    made = world(SHARE, _hospitals())
    evaluation = made.evaluation
    first = evaluation.assess(made.plan, SHARE, REGION)

    assert first is evaluation.assess(made.plan, SHARE, REGION)


@pytest.mark.parametrize(
    "within, by_june",
    [(WithinYear.WHOLE, 1200), (WithinYear.EVEN, 600), (WithinYear.SEASONAL, 300)],
)
def test_path_of_a_years_target(within: WithinYear, by_june: int) -> None:
    """The whole target all year, a twelfth a month, or as last year grew."""
    indicator = replace(GROWING, within_year=within)
    made = world(indicator, months("2023-01--2023-06", 10), months("2023-07--2023-12", 30))
    path = made.evaluation.target_path(indicator, REGION, 2024, Decimal(1200))

    assert [Decimal(by_june), Decimal(1200)] == [path[5], path[11]]
    assert 12 == len(path)


def test_sex_and_series_each_have_their_sentence_also_as_parts() -> None:
    """A headline made of series made of sexes is explained all the way down."""
    kinds = Dimension("typ", "Typ", (("ny", "Nybesök"), ("ater", "Återbesök")), judged=True)
    indicator = replace(
        SHARE, dimensions=(kinds,), both_sexes=True, targets=(stated(2024, AtLeast(Decimal(50))),)
    )
    rows = [
        replace_breakdown(one, Breakdown(sex, (("typ", kind),)))
        for sex in Sex
        for kind, x in (("ny", 20), ("ater", 70))
        for one in months("T2-2024", x, 100)
    ]
    headline = world(indicator, rows).headline()
    inner = headline.parts[0].parts[0]

    assert "nybesök 20,0\u00a0% ej uppfyllt" in headline.explanation
    assert "ny;kon=K" in str(inner.breakdown)
    assert "minst 50\u00a0%" in inner.explanation


def replace_breakdown(one: Observation, breakdown: Breakdown) -> Observation:
    """The same cell for another series."""
    return one._replace(breakdown=breakdown)
