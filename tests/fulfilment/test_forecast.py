"""Forecasts: the office's own, the season's share, even pace, or the outcome so far."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from fulfilment.world import COUNT, SHARE, World, baseline, months, stated, world
from rapport.domain.breakdown import MEN, WOMEN
from rapport.domain.follow_up import FollowUp, OwnForecast
from rapport.domain.outcome import Forecast, Verdict
from rapport.domain.plan import Basis, SexSplit
from rapport.domain.quantity import MeasureKind
from rapport.domain.target import Aim, AtLeast, AtMost, Directional, WithinYear

GROWING = replace(
    COUNT,
    sex_split=SexSplit.UNAVAILABLE,
    basis=Basis.CUMULATIVE,
    within_year=WithinYear.SEASONAL,
    targets=(stated(2024, AtLeast(Decimal(1200))),),
)
PLAIN = replace(
    SHARE, sex_split=SexSplit.UNAVAILABLE, targets=(stated(2024, AtLeast(Decimal(50))),)
)


def ahead(made: World) -> Forecast:
    """The headline's forecast, which must be there."""
    found = made.headline().forecast
    assert found is not None
    return found


def test_count_grows_as_the_season_of_earlier_years() -> None:
    """640 by August, usually half the year, makes 1 280."""
    made = ahead(
        world(GROWING, months("ACK08-2023", 50), months("T3-2023", 100), months("ACK08-2024", 80))
    )

    assert Forecast(Decimal(1280), "säsongsandel 2023", Verdict.MET) == made


def test_season_is_a_ratio_of_sums_over_the_complete_years() -> None:
    """Two years weigh by their size, and a year with a hole is left out."""
    made = ahead(
        world(
            GROWING,
            months("2021-02--2021-12", 9),
            months("ACK08-2022", 10), months("T3-2022", 20),
            months("ACK08-2023", 90), months("T3-2023", 180),
            months("ACK08-2024", 80),
        )
    )  # fmt: skip

    assert ("säsongsandel 2022–2023", Decimal(1280)) == (made.method, made.value)


def test_count_without_history_grows_evenly() -> None:
    """Eight months of twelve."""
    made = ahead(world(GROWING, months("ACK08-2024", 80)))

    assert Forecast(Decimal(960), "jämn takt över året", Verdict.NOT_MET) == made


def test_share_is_forecast_as_the_year_so_far() -> None:
    """All months since January, not the last tertial alone."""
    made = ahead(world(PLAIN, months("T1-2024", 30, 100), months("T2-2024", 60, 100)))

    assert Forecast(Decimal(45), "utfall hittills", Verdict.PARTLY) == made


def test_rate_is_forecast_as_twelve_months() -> None:
    """A year's rate needs a year's cases."""
    rate = replace(
        PLAIN,
        kind=MeasureKind.RATE,
        multiplier=Decimal(1000),
        denominator_is_stock=True,
        basis=Basis.ROLLING_YEAR,
        targets=(stated(2024, AtMost(Decimal(250))),),
    )
    made = ahead(world(rate, months("R12-2024-08", 20, 1000)))

    assert Forecast(Decimal(240), "rullande tolv månader", Verdict.MET) == made


def test_offices_own_forecast_comes_first() -> None:
    """Whoever answers for the measure knows more; the verdict is still computed."""
    given = FollowUp(forecasts=(OwnForecast("plan", "matt", Decimal(1100), "Division Nära"),))
    made = ahead(replace(world(GROWING, months("ACK08-2024", 80)), follow_up=given))

    assert Forecast(Decimal(1100), "egen bedömning", Verdict.PARTLY, "Division Nära") == made


def test_direction_is_forecast_against_the_whole_baseline_year() -> None:
    """960 in the year against 1 000 in 2021."""
    indicator = replace(
        GROWING,
        targets=(stated(2024, Directional(Aim.DECREASE)),),
        baselines=(baseline("AR-2021", "1000"),),
    )

    assert Verdict.MET == ahead(world(indicator, months("ACK08-2024", 80))).verdict


def test_forecast_without_anything_to_judge_against_has_no_verdict() -> None:
    """A value is still a value."""
    made = ahead(world(replace(GROWING, targets=()), months("ACK08-2024", 80)))

    assert (Decimal(960), None) == (made.value, made.verdict)


def test_targets_by_sex_give_the_whole_its_forecast_verdict() -> None:
    """One sex on target is partly."""
    floor = AtLeast(Decimal(50))
    made = ahead(
        world(
            replace(SHARE, targets=(stated(2024, floor, WOMEN), stated(2024, floor, MEN))),
            months("ACK08-2024", 60, 100, of="K"),
            months("ACK08-2024", 20, 100, of="M"),
        )
    )

    assert (Decimal(40), Verdict.PARTLY) == (made.value, made.verdict)


def test_missing_month_gives_no_forecast() -> None:
    """Half a year's count cannot be scaled when it is not whole."""
    assert world(GROWING, months("T2-2024", 80)).headline().forecast is None


def test_nothing_is_forecast_when_the_year_is_over() -> None:
    """At the year's end the outcome speaks."""
    made = world(GROWING, months("AR-2024", 80), occasion="AR-2024").headline()

    assert made.forecast is None
