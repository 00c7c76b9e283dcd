"""Forecasts with earlier years: the method chosen, its interval, and "osäkert"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import COUNT, SHARE, World, months, stated, world
from rapport.domain.breakdown import MEN, WOMEN
from rapport.domain.forecast import ForecastMethod
from rapport.domain.outcome import Forecast, Verdict
from rapport.domain.plan import Basis, Indicator, SexSplit
from rapport.domain.quantity import MeasureKind, Unit
from rapport.domain.target import AtLeast, AtMost, WithinYear

GROWING = replace(
    COUNT,
    sex_split=SexSplit.UNAVAILABLE,
    basis=Basis.CUMULATIVE,
    within_year=WithinYear.SEASONAL,
    targets=(stated(2024, AtLeast(Decimal(1100))),),
)
PLAIN = replace(
    SHARE, sex_split=SexSplit.UNAVAILABLE, targets=(stated(2024, AtLeast(Decimal(50))),)
)
RATE = replace(
    PLAIN,
    kind=MeasureKind.RATE,
    unit=Unit.PER_THOUSAND,
    multiplier=Decimal(1000),
    denominator_is_stock=True,
    targets=(stated(2024, AtMost(Decimal(300))),),
)
SEASONAL_YEARS = (
    *months("ACK08-2022", 50), *months("T3-2022", 100),
    *months("ACK08-2023", 50), *months("T3-2023", 110),
)  # fmt: skip
"""400 and 400 by August, 800 and 840 in all."""


def ahead(made: World) -> Forecast:
    """The headline's forecast, which must be there."""
    found = made.headline().forecast
    assert found is not None
    return found


def about(value: Decimal | None) -> str:
    """A figure with one decimal."""
    return "" if value is None else f"{value:.1f}"


def test_season_wins_where_there_is_one_and_its_errors_are_the_interval() -> None:
    """640 · 1640 / 800 = 1312; errors of 5 and 4,8 % make 15 % with two tested years."""
    made = ahead(world(GROWING, SEASONAL_YEARS, months("ACK08-2024", 80)))

    assert ("säsongsandel 2022–2023", "1312.0", 2) == (
        made.method,
        about(made.value),
        made.tested_years,
    )
    assert ("1114.8", "1509.2") == (about(made.low), about(made.high))
    assert (Verdict.MET, False) == (made.verdict, made.uncertain)


def test_even_pace_wins_where_it_has_been_nearer() -> None:
    """Years that leap between autumns are nearer to an even pace than to each other."""
    years = (
        *months("ACK08-2022", 50), *months("T3-2022", 40),
        *months("ACK08-2023", 50), *months("T3-2023", 60),
    )  # fmt: skip
    made = ahead(world(GROWING, years, months("ACK08-2024", 80)))

    assert ("jämn takt över året", Decimal(960)) == (made.method, made.value)


def test_interval_that_holds_the_target_makes_the_forecast_uncertain() -> None:
    """1 115 to 1 509 holds 1 300, which the forecast itself would reach."""
    indicator = replace(GROWING, targets=(stated(2024, AtLeast(Decimal(1300))),))
    made = ahead(world(indicator, SEASONAL_YEARS, months("ACK08-2024", 80)))

    assert (Verdict.NOT_ASSESSABLE, True) == (made.verdict, made.uncertain)


def test_interval_below_the_target_is_certain_not_to_meet_it() -> None:
    """1 312 is more than ten percent from 1 550, which the interval does not hold."""
    indicator = replace(GROWING, targets=(stated(2024, AtLeast(Decimal(1550))),))
    made = ahead(world(indicator, SEASONAL_YEARS, months("ACK08-2024", 80)))

    assert (Verdict.NOT_MET, False) == (made.verdict, made.uncertain)


def test_single_earlier_year_gives_no_interval() -> None:
    """One year cannot be tested on another."""
    made = ahead(
        world(GROWING, months("ACK08-2023", 50), months("T3-2023", 100), months("ACK08-2024", 80))
    )

    assert (None, None, 0, False) == (made.low, made.high, made.tested_years, made.uncertain)


@pytest.mark.parametrize(
    "method, name, value",
    [
        (ForecastMethod.PRO_RATA, "jämn takt över året", "960.0"),
        (ForecastMethod.SEASONAL, "säsongsandel 2022–2023", "1312.0"),
        (ForecastMethod.LAST_YEAR, "fjolår plus förändring", "1080.0"),
    ],
)
def test_plan_may_name_the_method(method: ForecastMethod, name: str, value: str) -> None:
    """The plan's word comes before the test."""
    indicator = replace(GROWING, forecast_method=method)
    made = ahead(world(indicator, SEASONAL_YEARS, months("ACK08-2024", 80)))

    assert (name, value) == (made.method, about(made.value))


@pytest.mark.parametrize(
    "indicator, method",
    [(GROWING, ForecastMethod.SO_FAR), (PLAIN, ForecastMethod.PRO_RATA)],
)
def test_method_that_does_not_fit_gives_no_forecast(
    indicator: Indicator, method: ForecastMethod
) -> None:
    """The reader of plans refuses it; nothing is made up in its place."""
    cells = [*SEASONAL_YEARS, *months("ACK08-2024", 80)]
    asked = [one._replace(denominator=Decimal(200)) for one in cells]

    assert world(replace(indicator, forecast_method=method), asked).headline().forecast is None


def test_count_never_falls_below_what_it_already_is() -> None:
    """In November of a year of wild errors the interval begins at the count so far."""
    wild = (
        *months("ACK11-2022", 50), *months("2022-12", 5),
        *months("ACK11-2023", 50), *months("2023-12", 400),
    )  # fmt: skip
    made = ahead(world(GROWING, wild, months("ACK11-2024", 80), occasion="2024-11"))

    assert Decimal(880) == made.low
    assert made.high is not None
    assert made.high > 1100


def test_share_is_carried_with_the_largest_change_of_earlier_autumns() -> None:
    """44 % by August; earlier years ended 4 and 6 points lower than they stood."""
    made = ahead(
        world(
            PLAIN,
            months("ACK08-2022", 40, 100), months("T3-2022", 28, 100),
            months("ACK08-2023", 50, 100), months("T3-2023", 32, 100),
            months("ACK08-2024", 44, 100),
        )
    )  # fmt: skip

    assert ("säsongsandel 2022–2023", 2) == (made.method, made.tested_years)
    assert made.low is not None
    assert made.high is not None
    assert made.low < Decimal(44) * Decimal("0.9") < made.high


def test_share_stays_between_none_and_all() -> None:
    """Past errors do not lift a share above a hundred percent."""
    made = ahead(
        world(
            replace(PLAIN, forecast_method=ForecastMethod.SO_FAR),
            months("ACK08-2022", 60, 100), months("T3-2022", 98, 100),
            months("ACK08-2023", 60, 100), months("T3-2023", 30, 100),
            months("ACK08-2024", 98, 100),
        )
    )  # fmt: skip

    assert ("98.0", "100.0") == (about(made.value), about(made.high))


def test_rate_in_a_population_grows_with_the_season_of_its_cases() -> None:
    """8 months of 20 per thousand and 4 of 40, whichever the population."""
    years = [
        cell
        for year in (2022, 2023)
        for cell in (
            *months(f"ACK08-{year}", 20, 1000), *months(f"T3-{year}", 40, 1000),
        )
    ]  # fmt: skip
    made = ahead(world(RATE, years, months("ACK08-2024", 15, 1000)))

    assert ("säsongsandel 2022–2023", "240.0") == (made.method, about(made.value))


def test_uncertain_part_makes_the_whole_uncertain() -> None:
    """Women may or may not reach the target, so neither can the measure be foreseen."""
    floor = AtLeast(Decimal(50))
    indicator = replace(SHARE, targets=(stated(2024, floor, WOMEN), stated(2024, floor, MEN)))
    women = (
        *months("ACK08-2022", 40, 100, of="K"), *months("T3-2022", 45, 100, of="K"),
        *months("ACK08-2023", 40, 100, of="K"), *months("T3-2023", 36, 100, of="K"),
        *months("ACK08-2024", 50, 100, of="K"),
    )  # fmt: skip
    made = world(indicator, women, months("ACK08-2024", 80, 100, of="M"))

    assert made.by_breakdown()["K"].forecast is not None
    assert (Verdict.NOT_ASSESSABLE, True) == (ahead(made).verdict, ahead(made).uncertain)


def test_forecast_does_not_give_away_hidden_earlier_years() -> None:
    """Three cases by August 2023 may not be shown, so the season is learnt from 2022."""
    shown = (*months("ACK08-2022", 50), *months("T3-2022", 100))
    hidden = (
        *months("2023-01", 3), *months("2023-02--2023-08", 0), *months("T3-2023", 100),
    )  # fmt: skip
    now = months("ACK08-2024", 80)
    made = world(GROWING, shown, hidden, now).headline()

    assert made.outcome.value == Decimal(640)
    assert world(GROWING, shown, now).headline().forecast == made.forecast
