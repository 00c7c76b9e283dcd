"""Suppressed assessments: no verdict, sentence or comparison rests on a hidden figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

from fulfilment.world import (
    COUNT,
    NORTH,
    SHARE,
    SOUTH,
    WEST,
    baseline,
    cell,
    months,
    stated,
    world,
)
from rapport.domain.breakdown import Breakdown
from rapport.domain.measurement import Observation
from rapport.domain.outcome import Blocker, Verdict
from rapport.domain.period import Period
from rapport.domain.plan import Basis, Dimension, SexSplit
from rapport.domain.quantity import Gap, MeasureKind, State
from rapport.domain.target import Aim, AtLeast, Directional

MONTH = Period.month(2024, 8)
HALF = (stated(2023, AtLeast(Decimal(50))),)
METER = replace(COUNT, basis=Basis.CUMULATIVE)
ROLLING = replace(SHARE, kind=MeasureKind.RATE, denominator_is_stock=True, basis=Basis.ROLLING_YEAR)
ALONE = SexSplit.UNAVAILABLE


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

    assert (Verdict.NOT_ASSESSABLE, None, None) == (
        made.verdict,
        made.reference,
        made.deviation,
    )
    assert "eftersom uppgifter om färre än fem personer skyddas" in made.explanation


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


def test_months_of_a_tertial_are_shown_together_or_not_at_all() -> None:
    """A month with two cases is a step between two sums; the tertial itself is shown."""
    rows = [cell(f"2024-0{month}", x) for month, x in enumerate((50, 2, 50, 50, 50), start=1)]
    made = world(replace(METER, sex_split=ALONE), rows)

    assert {"ACK01": True, "ACK02": True, "ACK04": False, "ACK05": False} == {
        name: made.outcome(f"{name}-2024").state is State.SUPPRESSED
        for name in ("ACK01", "ACK02", "ACK04", "ACK05")
    }


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
